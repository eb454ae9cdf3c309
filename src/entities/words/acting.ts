import { han, isAt } from '../../text/character-table.ts'
import { productNouns, wordBefore } from './boundaries.ts'
import { adverb, beforeBody, behindBody } from './contexts.ts'

/* What stands around a name that goes with a body that acts. Everything is folded. */

/** Words around a name that go with a body that acts. */
export function isActing(folded: string, start: number, end: number): boolean {
  const behind = folded.slice(end, end + 20).trimStart()
  const before = folded.slice(Math.max(0, start - 14), start).trimEnd()
  return acts.test(behind) || beforeBody.isAtEnd(before) || hasClassNoun(before) || isDoneToIt(before, behind)
}

/** What stands in front says it, by its last character first. */
function isDoneToIt(before: string, behind: string): boolean {
  switch (before.at(-1)) {
    case '被':
    case '由':
    case '获':
    case '遭':
      return /^(?:收购|并购|投资|起诉|解雇|聘用|拒绝|买下|录用|罚款|批准|任命|创立|开发)/.test(behind)
    case '在':
    case '于':
    case '为':
      return worksThere.test(behind)
    default:
      return before.endsWith('接受') && /^(?:采访|专访|访问)/.test(behind)
  }
}

/** 三星、菲利普斯以及更多厂商: what the list is of. */
const endOfList =
  /^(?:(?:、| ?[和与及或] ?)[^、,。]{1,16}){0,5} ?(?:等|以及更多|以及其[他它]|和其[他它]|[两三四五六七八九十]家|这[几两些]家?) ?\S{0,6}(?:公司|企业|集团|机构|银行|媒体|巨头|零售商|制造商|运营商|投资者|券商|基金|组织|车企|药企|厂商|供应商|服务商|品牌)(?!平台|网站|应用|服务|产品|工具|账)/

// One expression for what could be asked one by one: of nearly all names none of it is true.
const acts = new RegExp(
  `${behindBody.source}|^被[^,。]{0,10}(?:起诉|收购|罚款|调查|指控|告上)|^(?:正|已|曾|将|拟)?以[^,。]{1,12}(?:收购|买下|售出|出售)|^接受[^,。]{0,10}(?:收购|要约|报价|投资|注资)|${endOfList.source}`,
)

const worksThere =
  /^(?:任职|工作(?!站|区|流|台|空间|目录|负载|表|簿|时)|就职|担任|实习|供职|效力|负责|从事|[做干]了?[一二两三四五六七八九十几半\d]+ ?年)/

/** True when what goes with a body that acts goes with programs and products as well: they are released, and have users and teams. */
export const isSoftlyActing = (behind: string, before: string): boolean =>
  !hasClassNoun(before) && (soft.test(behind) || /(?:创建了?|加入|前身)$/.test(before))

const soft = new RegExp(
  `^(?:的|旗下|${adverb})?(?:提供|发布|推出|开发|拥有|关闭|用户|客户|团队|工程师|负责|专栏|执行|首先|进行|工作站|工作区|工作流|工作台|工作空间|工作目录|工作表)`,
)

/**
 * True where what stands around a name is what only makers do and have, in manuals as well: programs have users and teams, but no shares
 * and no staff; and they are made by somebody.
 */
export function isMaker(folded: string, start: number, end: number): boolean {
  const behind = folded.slice(end, end + 40).trimStart()
  const before = folded.slice(Math.max(0, start - 14), start).trimEnd()
  if (isMadeByIt(before, behind, folded[end - 1]!)) return true
  if (isAt(han, folded, end - 1)) return makes.test(behind)
  // Not 在 Harbour 开源的 Jetty, where it is published.
  return makesInLatin.test(behind) || (/^开源的 ?[a-z]/.test(behind) && !/[在于]$/.test(before))
}

/** What stands in front says it, by its last character first: of most names none of these does. `last` is the name's own. */
function isMadeByIt(before: string, behind: string, last: string): boolean {
  switch (before.at(-1)) {
    case '由':
      return !/[路自经理缘事]由$/.test(before) && made.test(behind)
    case '被':
      return made.test(behind)
    case '是':
      return (/[\u4e00-\u9fff]/.test(last) && made.test(behind)) || before.endsWith('作者是')
    case '从':
      return /^(?:那里)?(?:挖来|挖走|离职|辞职|跳槽|离开|退休)/.test(behind)
    case '向':
      return /^(?:捐[赠款]|投资了?|求职)/.test(behind)
    case '与':
    case '和':
    case '跟':
      return /^(?:签[署订约]|谈判|就[^,。]{1,16}(?:谈判|磋商|达成)|达成(?:了|一项)?(?:协议|合作|交易|和解))/.test(behind)
    case '自':
      return before.endsWith('来自') && itsPeople.test(behind)
    case '去':
    case '到':
      return /^(?:公司|总部)?(?:实习|任职|面试(?!题|官)|上班|就职)/.test(behind)
    case '职':
    case '聘':
      return /(?:入职|应聘)$/.test(before)
    case '的':
      return /总部(?:位于|设在|在)[^,。]{1,8}的$/.test(before)
    case '给':
      return /捐[赠献]给了?$/.test(before)
    case '对':
      return /^[^,。]{0,10}的收购/.test(behind)
    case '在':
    case '为':
      return worksThere.test(behind)
    case '于':
      return worksThere.test(behind) || /(?:就职|任职|供职|受雇|效力|工作)于$/.test(before)
    case '购':
    case '主':
    case '立':
    case '办':
    case '了':
      return /(?:收购了?|创[立办]了?|雇主)$/.test(before) || listed.test(before)
    case ':':
    case '括':
    case '如':
    case '像':
    case '(':
      return listed.test(before)
    default:
      return false
  }
}

/** 来自 Harbour|的四位工程师 */
const itsPeople =
  /^的? ?(?:[一二两三四五六七八九十几\d]{1,2}[个名位])?(?:资深|高级|首席|软件|技术)*(?:雇员|员工|工程师|研究人?员|科学家|设计师|同事|架构师|人们|专家|代表)/

/** 大型网络公司，包括 Github, 基金会（如 ASF）: what is listed are such. */
const listed =
  /(?:公司|企业|机构|组织|基金会|厂商|巨头|制造商|供应商|提供商|服务商|大学|赞助[商者]|投资[商者]|客户),? ?\(?(?:也|都)?(?:(?:包括了?|[例比譬诸]?如|像):?|有?:)$/
const business =
  /^(?:前|资深|首席|高级)?(?:软件|系统|开发|内核)?工程师 ?[a-z]+ [a-z]+|^(?:的 ?(?=(?:\S{0,6} [a-z.+#]{1,12} )?\S{0,8}(?:工程师|架构师|产品经理|研究员|分析师|副总裁|布道师|主管)))|^(?:的 ?)?(?:首席|ceo|cto|总裁|董事长|创始人|联合创始人|股价|股票|授权费|许可费|财报|营收|员工|雇员|同事|裁员|上市|总部|数据科学家|设计师|\S{0,4}人员所?(?:指出|表示|解释|透露|介绍|说)|高级\S{0,6}工程师|\S{0,6}总监|一[名位])|^(?:在[^,。]{1,8})?(?:也|则|都)?(?:宣布|声称|加入了|相信|坚信|承认|承诺|呼吁|表示(?=[,:“"将会不已暂]|他们|对此|希望|愿意|计划|没有|目前)|开源了|(?:被|将)\S{0,8}收购|收购|正?考虑|终止|停止了?(?:支持|提供|销售|关于)|与\S{1,8}合作|是\S{1,8}竞争对手|发布了?[^,。]{0,16}(?:报告|调查|公告|声明|财报))|^(?:则|也)?在[^,。]{1,8}(?:营收|收入|利润|亏损|股价)(?!分|表|率)|^(?:则|也)?在[^,。]{1,12}(?:投入|投资)(?=[最了很巨])|^[(（](?:(?:成立|创立|创建)于|一家|总部)|^(?:批准|认可|认证|核准)的|^(?:就|也|正|只)?是(?:(?:一[个家]|家)[^,。;]{0,16}(?:公司|企业|机构|组织|联盟|基金会|协会|团体|[^,。;]商)|[^,。;]{0,36}的[^,。;]{0,4}(?:赞助商|赞助者|股东|雇主))(?=[,。;:]|$)|^,(?:该|这家)[^,。;]{0,8}(?:公司|企业|机构|组织|厂商)/
/** Of Latin names alone, which are no words of Chinese: 我们能|资助你. */
const businessOfLatin =
  /^(?:的 ?)?(?:(?:工程|技术)博客|人事(?![件物])|人士)|^(?:在[^,。]{1,8})?(?:也|则|都)?(?:正在?)?(?:雇佣|雇用|招聘|聘用|资助|(?:将|正在|已经?)?(?:重写|改写|重构|迁移)了?(?:他们|自己)的)|^(?:\d{4} ?年|去年|今年|每年)?(?:对[^,。]{1,16}的\S{0,4}(?:调查|调研)|(?:进行|发起|开展)的\S{0,6}(?:调查|调研))/
const makes = new RegExp(`^(?:公司(?!法)|集团)|${business.source}|${endOfList.source}`)
const makesInLatin = new RegExp(`${makes.source}|${businessOfLatin.source}`)
const made =
  /^(?:公司|团队)?(?:为[你您我其]们?)?(?:开发|创建|开源|维护|创造|推出|发布|设计|发明|提出|制定|打造|研发|出品|主办|资助|运营|赞助|收购|创立|制作|主导|编写|推荐)/

/** True when a text ends in a word for a kind of body: 软件公司, 对冲基金. */
export function hasClassNoun(before: string): boolean {
  const length = wordBefore(before, before.length, 'class')
  return length > 1 && !productNouns.has(before.slice(-length))
}
