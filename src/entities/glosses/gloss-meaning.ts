import type { OrganisationKind } from '../recognition.ts'
import { kindInFront } from '../rules/judge.ts'
import { wordBefore } from '../words/boundaries.ts'
import {
  beforeBody,
  beforePlace,
  beforeProduct,
  behindBody,
  behindEither,
  behindPlace,
  behindProduct,
  behindSpeaker,
  figures,
  otherEnding,
  otherEnglish,
} from '../words/contexts.ts'
import { kindOfEnglish } from '../words/english-kinds.ts'
import { endingOf } from '../words/kinds.ts'
import { isNoBody, isTechnicalWord } from '../words/latin-terms.ts'
import { spellsSurname } from '../words/people.ts'
import { isNameOfPlace } from '../words/place-names.ts'
import { placeBefore, placeInFront } from '../words/places.ts'
import { spellsSound } from '../words/sounds.ts'
import { placeWords } from '../words/translations.ts'
import { isUntranslated, type Part, readEnglish, readParts } from './agreement.ts'
import type { GlossSite } from './gloss.ts'
import { isAbbreviation } from './gloss.ts'

/** What a gloss names. */
export interface GlossMeaning {
  names: 'ORGANISATION' | 'PERSON' | 'PLACE' | 'PRODUCT' | 'WORK' | 'TERM'
  /** Of the body it names, or would be. */
  kind: OrganisationKind
  /** 0 to 1. */
  confidence: number
  /** What spoke for it, in words. */
  because: string
}

/** What the words around a name leave no doubt of. */
export const placed = 'stands where places stand'
export const called = 'what kind of thing it is stands behind'

/** What the gazetteer says of a gloss and of what stands in front of its name. */
export interface Around {
  /** A body surely bears the gloss. */
  isKnownGloss: boolean
  /** 微软的|小娜: a company is named in front, whose it is. */
  isOfCompany: boolean
}

type Meaning = (names: GlossMeaning['names'], confidence: number, because: string) => GlossMeaning

/** Words that stay small inside a name. */
const smallWord =
  /^(of|for|and|the|de|du|des|di|da|del|della|la|le|les|et|y|e|van|der|den|und|für|in|on|to|al|bin|at|von|zu|sur|a|an|by|with|from|do|dos|das)$/
const honorific =
  /^(Dr|Sir|Lord|Lady|Dame|Prof|Professor|Mr|Mrs|Ms|Princess|Prince|King|Queen|Emperor|Saint|Pope|President|General|Baroness|Baron)\b\.?\s/

/**
 * Decides what the name from `start` to the bracket, and its gloss, are the name of: by their own endings, by the words around
 * them, by capitals and sounds. `folded` is the text that the site stands in.
 */
export function readMeaning(
  site: GlossSite,
  start: number,
  folded: string,
  part: Part,
  isTechnical: boolean,
  { isKnownGloss, isOfCompany }: Around,
): GlossMeaning {
  const name = folded.slice(start, site.nameEnd)
  const gloss = site.names[0]!
  const before = folded.slice(Math.max(0, start - 14), start).replace(/[《“「"]$|—+$/, '')
  const behind = folded.slice(site.close, site.close + 16)
  const ending = endingOf(name)
  const english = kindOfEnglish(gloss)
  // What stands between title marks and is a body at all is a paper, a magazine or a site.
  const byName = kindOf(name, gloss)
  const kindBehind = site.enclosedBy === null ? null : (endingOf(folded.slice(site.nameEnd + 1, site.open))?.kind ?? null)
  // 对冲基金|桥水: where the name itself does not tell, what stands in front of it does.
  const kind =
    site.enclosedBy === '》' ? 'MEDIA' : byName === 'COMPANY' ? (kindInFront(folded, start) ?? kindBehind ?? byName) : byName
  const meaning: Meaning = (names, confidence, because) => ({ names, kind, confidence, because })
  const hasEnding = ending !== null && ending.ending.length >= 2 && name.length > ending.ending.length

  if (site.enclosedBy === '》') return readTitle(name, gloss, before, behind, meaning)
  if (!/\p{Lu}/u.test(gloss)) return meaning('TERM', 0.95, 'the gloss has no capital letter')
  if (/^(the|an?|to) /.test(gloss) && !hasEnding && english === null)
    return meaning('TERM', 0.8, 'the gloss begins with an article')
  if (/[+/=_<>"“”{}[\]@#]|^\w+-\w$|^(Ctrl|Alt|Shift)\b/i.test(gloss))
    return meaning('TERM', 0.85, 'the gloss has signs that names do not have')
  // 安巴尼(Ambani)|家族
  if (!hasEnding && english === null && /^(?:(?:商业|企业|政治|金融)?家族|夫妇|父子|兄弟|姐妹|母女|先生|女士|太太)/.test(behind))
    return meaning('PERSON', 0.8, 'a family or a form of address stands behind')
  if (!hasEnding && !isKnownGloss && ((isNoBody(gloss) && !isAbbreviation(gloss)) || /^\p{Lu}\p{Ll}+is(?:m|ts)$/u.test(gloss)))
    return meaning('TERM', 0.8, 'the gloss is a word for something else')
  // 赫斯基(Husky)|是一种雪橇犬
  if (!hasEnding && /^[”」]?[是乃]一[种类款部本首座]/.test(behind)) return meaning('TERM', 0.8, called)
  if (honorific.test(gloss)) return meaning('PERSON', 0.9, 'the gloss begins with a title of honour')
  if (name.includes('·')) {
    if (hasEnding || english !== null) return meaning('ORGANISATION', 0.85, 'a dotted name with the ending of a body')
    // 建筑集团|阿尔瓦·洛佩斯(Alvar Lopez)
    if (houseOfTrade.test(before)) return meaning('ORGANISATION', 0.8, 'a dotted name, and what house it is in front')
    return meaning('PERSON', 0.95, 'a dotted name')
  }
  // 尤金-德帕斯奎勒: papers that have no dot.
  if (/^[^-]{2,}-[^-]{2,}$/.test(name) && spellsThroughout(name.replace('-', '')) && isPersonalName(gloss))
    return meaning('PERSON', 0.85, 'a name in two parts')
  if (
    !hasEnding &&
    (spellsSurname(name, gloss) ||
      (isShortenedPerson(name, gloss, english) &&
        (wordBefore(folded, start, 'title') > 1 || !behindBody.test(behind)) &&
        wordBefore(folded, start, 'class') < 2))
  )
    return meaning('PERSON', 0.85, 'a surname that the gloss spells too')
  // 药物修美乐(Humira)|的制造商
  if (!hasEnding && english === null && /^的(?:制造|生产|开发|发行)(?:商|者|公司)/.test(behind))
    return meaning('PRODUCT', 0.8, 'its maker stands behind')
  if (titleInFront(name) > 0 && isPersonalName(gloss) && english === null)
    return meaning('PERSON', 0.8, 'a calling and a personal name')
  if (isTechnicalWord(gloss) && !hasEnding && part.sound < 0.5)
    return meaning('TERM', 0.75, 'the gloss is an everyday or technical word')
  if (isAbbreviation(gloss)) return readAbbreviation(site, start, folded, before, behind, meaning, isTechnical)
  // 非政府组织|雨林行动网络
  const isCalledBody = !isTechnical && english !== null && wordBefore(before, before.length, 'class') > 1
  if (
    technicalTerm.test(name) &&
    (ending === null || vagueEnding.has(ending.ending)) &&
    !behindBody.test(behind) &&
    !isCalledBody
  )
    return meaning('TERM', 0.8, 'a technical term')
  if (otherEnglish.test(gloss) && !(hasEnding && ending.ending.length >= 3))
    return meaning('TERM', 0.85, 'the gloss ends like an event, a law or a thing')
  const isLowerCase = gloss.split(/[\s/]+/).some((word) => /^\p{Ll}{2}/u.test(word) && !smallWord.test(word))
  if (isLowerCase && (english === null || !hasEnding || vagueEnding.has(ending.ending)) && !/^\p{Ll}\p{Lu}/u.test(gloss))
    return meaning('TERM', 0.8, 'the gloss is not capitalised throughout')
  // Manuals gloss buttons, modes and commands: there a name needs more to be a body's.
  const isTown = !hasEnding && english === null && !isKnownGloss && isNameOfPlace(gloss)
  const prior = (isTechnical ? -2 : -0.2) - (isOfCompany ? 1.5 : 0)
  return weighEvidence(site, start, folded, part, before, behind, english, meaning, prior, isTown)
}

/** What a company is, by its trade: nobody is introduced so. */
export const houseOfTrade =
  /(?:律所|对冲基金|投资银行|投行|拍卖行|(?:私募(?:股权)?|资产管理|建筑|工程|咨询|广告|公关|会计师|律师|时装|服装|奢侈品|珠宝|化妆品|香水|猎头|经纪|房地产|食品|饮料|酒店|媒体|出版|石油|矿业|零售|家具|制药|物流|航运|汽车)(?:集团|公司|事务所|品牌|企业|巨头|零售商|制造商))$/

function readAbbreviation(
  site: GlossSite,
  start: number,
  folded: string,
  before: string,
  behind: string,
  meaning: Meaning,
  isTechnical: boolean,
): GlossMeaning {
  const name = folded.slice(start, site.nameEnd)
  if (technicalTerm.test(name)) return meaning('TERM', 0.85, 'an abbreviation of a technical term')
  const ending = endingOf(name)
  // An abbreviation behind a plain word for a thing (数据中心, 开源软件) is that of a term: a body's name says which one, or whose.
  const length = ending?.ending.length ?? 0
  const isExact =
    ending !== null &&
    name.length >= length + 2 &&
    (length >= 2 || name.length >= 4) &&
    (!vagueEnding.has(ending.ending) || isOfPlace(name, length))
  if (isExact && !(otherEnding.isAtEnd(name) && length < 3))
    return meaning('ORGANISATION', 0.85, `an abbreviation of a name that ends in ${ending.ending}`)
  if (isTechnical) return meaning('TERM', 0.7, 'an abbreviation, and nothing says of a body')
  if (ofNation.test(name)) return meaning('ORGANISATION', 0.65, 'an abbreviation of what a nation has one of')
  if (behindBody.test(behind) || behindEither.test(behind) || beforeBody.isAtEnd(before) || office.test(name))
    return meaning('ORGANISATION', 0.65, 'an abbreviation beside words that go with bodies')
  if (ending !== null && figures.test(behind)) return meaning('ORGANISATION', 0.65, 'an abbreviation of what has figures')
  // In news what has initials is most often a body: what it is listed with, and the tagger, may say so.
  return otherEnding.isAtEnd(name) && ending === null
    ? meaning('TERM', 0.7, 'an abbreviation of what ends like a thing')
    : meaning('ORGANISATION', 0.35, 'an abbreviation, and nothing says of what')
}

/** 智利国家铜业|委员会, 法国民主|联盟: whose it is, which one, and what. */
const isOfPlace = (name: string, ending: number): boolean => {
  const place = placeInFront(name)
  return place > 0 && ending >= 2 && name.length >= place + ending + 2
}

/** 国民投资公司, 国有企业部 */
const ofNation = /^(?:国民|国家|国有|国营|全国|联邦|皇家).{2,}(?:公司|集团|部|局|署|委员会|基金|公积金)$/

const longOffice = /^.{4,}(?:委员会|办公室|理事会|联盟|组织|中心|总署|[局署])$/

/** 国家减灾局, 若开救世军: long enough that the last character says what it is. */
const office = /^.{4,}[局署厅军党]$/

/** Length of the office or calling that a folded name begins with, if a name is left behind it; or 0. */
export const titleInFront = (name: string): number =>
  [4, 3, 2].find((length) => name.length > length + 1 && wordBefore(name, length, 'title') === length) ?? 0

/** 大肆报导英国首相|梅伊(Theresa May): length of what ends in a calling in front of a name that sounds like a person's; or 0. */
export function titleInside(name: string, gloss: string): number {
  if (!isPersonalName(gloss) || kindOfEnglish(gloss) !== null) return 0
  for (let length = name.length - 2; length > 2 && name.length - length <= 5; length--)
    if (wordBefore(name, length, 'title') > 1) return spellsThroughout(name.slice(length)) ? length : 0
  return 0
}

const isPersonalName = (gloss: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]+( (?:de|di|da|del|dos|van|von|der|den|la|le|el|al|bin|ibn)){0,2}( \p{Lu}[\p{L}.'’-]+){1,2}$/u.test(gloss) &&
  isUntranslated(gloss)

/** Endings of names of what is designed, run or measured: never of a body that an abbreviation stands for. */
const technicalTerm =
  /(?:神经网络|局域网|广域网|专用网|专网|物联网|互联网|服务网格|网格|网络|算法|协议|接口|语言|框架|模型|系统|引擎|内核|架构|格式|标准|规范|函数|变量|组件|模块|插件|驱动|驱动程序|编译器|解释器|解析器|服务器|处理器|控制器|编辑器|浏览器|数据库|文件系统|操作系统|学习|训练|识别|处理|计算|编程|开发|测试|部署|集成|交付|调用|请求|响应|渲染|加密|认证|授权|验证|证书|密钥|地址|域名|线程|进程|队列|缓存|内存|硬盘|存储|备份|镜像|容器|集群|节点|窗口|界面|对话框|工具|工具包|工具链|套件|仓库|软件包|发行版|许可证|方法|模式|理论|技术|指标|参数|电视机|电脑|手机|汽车|电池|屏幕|显卡|芯片)$/

/** Endings that things have as often as bodies. */
const vagueEnding = new Set(
  '软件 网络 中心 系统 科技 电子 半导体 通信 通讯 移动 投资 能源 资源 生物 化学 工业 汽车 航空 电力 石油 天然气 娱乐 游戏 影视 新闻 电视 基金 资本 保险 证券 信贷 超市 商店 酒店 食品 部 局 军 党 报 厅 署 企业 公司 医院 学校 中学 铁路 物流 快递 云计算 书店 餐厅 传媒 顾问 咨询 办公室 政府 部队 军队 委员会 组织 联盟'.split(
    ' ',
  ),
)

function weighEvidence(
  site: GlossSite,
  start: number,
  folded: string,
  part: Part,
  before: string,
  behind: string,
  english: OrganisationKind | null,
  meaning: Meaning,
  prior: number,
  isTown: boolean,
): GlossMeaning {
  const name = folded.slice(start, site.nameEnd)
  const gloss = site.names[0]!
  const ending = endingOf(name)
  const hasEnding = ending !== null && ending.ending.length >= 2 && name.length > ending.ending.length
  let body = prior
  const reasons: string[] = []
  const add = (points: number, reason: string): void => {
    body += points
    reasons.push(reason)
  }
  if (hasEnding && !(vagueEnding.has(ending.ending) && english === null))
    add(english !== null || ending.ending.length >= 3 ? 3 : 2, `ends in ${ending.ending}`)
  else if (hasEnding && isOfPlace(name, ending.ending.length)) add(1.5, `a place, and ends in ${ending.ending}`)
  else if (ending !== null && name.length > 2) add(english !== null ? 1.2 : 0.4, `ends in ${ending.ending}`)
  // 高等教育拨款委员会(Hefce): letters printed as a word.
  if (english === null && longOffice.test(name) && part.total < 0.4 && /^\p{Lu}\p{Ll}{2,7}$/u.test(gloss))
    add(1, 'letters as a word, of an office')
  if (english !== null) add(ending === null && !spellsThroughout(name) ? 0.8 : 1.6, 'the gloss names a kind of body')
  const isCalled = wordBefore(before, before.length, 'class') > 1
  if (isCalled) add(1.8, 'what it is stands in front')
  if (isBodyBehind.test(behind)) add(2, 'what it is stands behind')
  else if (behindBody.test(behind)) add(1.6, 'what bodies do or have stands behind')
  else if (behindEither.test(behind)) add(0.9, 'says or wants something')
  if (beforeBody.isAtEnd(before)) add(1, 'what is done to bodies stands in front')
  if (otherEnding.isAtEnd(name) && !hasEnding && !(name.length <= 4 && spellsThroughout(name) && part.sound > 0.5))
    add(-2, 'ends like an event, a place or a thing')
  const ofTitle = wordBefore(folded, start, 'title') > 1
  if (ofTitle && english === null && !hasEnding) add(-1.5, 'a calling stands in front')
  if (beforeProduct.isAtEnd(before)) add(-1.5, 'a word for a thing stands in front')
  if (behindProduct.test(behind)) add(-0.8, 'a word for a thing stands behind')
  // “学子公平”|组织(Fair Learners)
  const isCalledBehind = site.enclosedBy !== null && wordBefore(folded, site.open, 'class') > 1 && site.nameEnd + 2 < site.open
  if (isCalledBehind) add(2.5, 'what it is stands behind the marks')
  else if (site.enclosedBy !== null && !isCalled) add(-1.2, 'stands in quotation marks')
  // A foreign name that sounds like its gloss and is no person (no dot), place or thing is most often a company's.
  if (part.sound > 0.5 && spellsThroughout(name)) add(1.2, 'sounds like its gloss')
  else if (part.sound > 0.55 && name.length >= 4) add(0.8, 'sounds much like its gloss')
  else if (!hasEnding && english === null && !/\p{Lu}.*\s\p{Lu}/u.test(gloss)) add(-0.4, 'a translated word')

  const isPersonal = isPersonalName(gloss)
  if (isPersonal && english === null && !hasEnding && spellsThroughout(name)) add(-0.9, 'the gloss could be that of a person')

  let place = 0
  if (behindPlace.test(behind)) place += 1.5
  if (beforePlace.isAtEnd(before)) place += 0.7
  if (isInPlace(folded, start)) place += 1.2
  if (placeWords.has(before.slice(-2)) || placeWords.has(before.slice(-3))) place += 1.2
  if (gloss.includes(' ')) place -= 0.5
  const because = place > 0 ? placed : 'a town bears the gloss'
  // 桑德兰(Sunderland)|工厂; of a company too the words around it speak: 零售商|凯斯珀(Casper).
  const isBodyOfTown =
    isCalled || beforeBody.isAtEnd(before) || behindEither.test(behind) || (behindBody.test(behind) && !inTown.test(behind))
  if (isTown) place += isBodyOfTown ? 0.8 : 2
  if (place > 0 && body - place < 0.6 && !hasEnding && english === null) return meaning('PLACE', 0.6, because)
  if (body < 0.4 && isPersonal && (ofTitle || behindSpeaker.test(behind)) && spellsThroughout(name))
    return meaning('PERSON', 0.7, reasons.join(', '))
  if (body < -0.8) return meaning('TERM', 0.6, reasons.join(', '))
  return meaning('ORGANISATION', 1 / (1 + Math.exp(-body)), reasons.join(', ') || 'nothing speaks for anything else')
}

/** (Happy Face)|是一家连锁店, (Our Kids)|信托基金 */
const isBodyBehind =
  /^(?:[是为](?:[\u4e00-\u9fff]{0,4}一?[家个]|家)[^,。;]{0,16}(?:公司|集团|连锁店?|机构|企业|组织|银行|基金|智库|[开零制承运供]\S{0,2}商)(?=[,。;])|[\u4e00-\u9fff]{0,3}(?:咨询|投资|信托|慈善|顾问|猎头|管理|保险|软件|制药|建筑)(?:公司|集团|基金会?|机构|信托))/

/** 在伦敦的|肖迪奇 */
function isInPlace(folded: string, start: number): boolean {
  if (folded[start - 1] !== '的') return false
  const length = placeBefore(folded, start - 1)
  return (
    length > 0 && /(?:在|位于|来自|抵达|前往|迁往|搬到)$/.test(folded.slice(Math.max(0, start - 4 - length), start - 1 - length))
  )
}

/** What companies have in towns, and towns have too. */
const inTown = /^的?(?:工厂|总部|办事处|分公司|分支|门店|旗舰店|专卖店|子公司|公司|银行|员工|雇员|律师|主管|负责人|客户)/

const spellsThroughout = (name: string): boolean => [...name].every((character) => spellsSound(character))

/** 泰戈尔(Rabindranath Tagore): the Chinese is the last word of a gloss of several, and that is no word for a body. */
function isShortenedPerson(name: string, gloss: string, english: OrganisationKind | null): boolean {
  if (english !== null || gloss.includes('&')) return false
  const words = gloss.split(/\s+/)
  const isPersonal =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) || smallWord.test(word))
  if (!isPersonal || !spellsThroughout(name)) return /^(\p{Lu}\.\s?)+\p{Lu}\p{Ll}+$/u.test(gloss)
  const whole = readEnglish(gloss)
  // Any word of the vocabulary (Global, Steel, Media …) makes it a body's name.
  if (whole.translations.some((translations) => translations.length > 0)) return false
  const ofLast = readParts(name, readEnglish(words.at(-1)!)).sound
  const ofAll = readParts(name, whole).sound
  return ofLast >= 0.6 && ofLast > ofAll + 0.15 && name.length <= 5 && words.length * 2 > name.length
}

/** Kind of a body by its Chinese and English names; COMPANY when neither says. */
export function kindOf(folded: string, english: string | null): OrganisationKind {
  const ending = endingOf(folded)
  const byEnglish = english === null ? null : kindOfEnglish(english)
  // Long endings say exactly; short ones (部, 中心) and company words (电力, 投资) yield to the English.
  if (ending !== null && ending.ending.length >= 3) return ending.kind
  if (byEnglish !== null && byEnglish !== 'COMPANY')
    return ending !== null && strongShort.has(ending.ending) ? ending.kind : byEnglish
  if (ending !== null && ending.ending.length >= 2) return ending.kind
  return byEnglish ?? (ending !== null && '党报军局署部厅'.includes(ending.ending) ? ending.kind : 'COMPANY')
}

const strongShort = new Set(
  '大学 学院 银行 基金会 商会 工会 协会 学会 法院 议会 时报 日报 邮报 周刊 杂志 空军 海军 陆军 政府'.split(' '),
)

function readTitle(name: string, gloss: string, before: string, behind: string, meaning: Meaning): GlossMeaning {
  const ending = endingOf(name)
  if (ending?.kind === 'MEDIA') return meaning('ORGANISATION', 0.9, `a title that ends in ${ending.ending}`)
  if (/^(杂志|周刊|月刊|季刊|报纸|记者|报道|网站|主编|总编|编辑|专栏|的报道|社论|特约|撰稿|政治事务|驻)/.test(behind))
    return meaning('ORGANISATION', 0.8, 'a title with words of the press behind it')
  if (/(据|接受|援引|告诉|报纸|杂志|周刊|小报|大报|媒体|网站|刊物|期刊|日报)$/.test(before))
    return meaning('ORGANISATION', 0.75, 'a title with words of the press in front of it')
  if (kindOfEnglish(gloss) === 'MEDIA' && !gloss.includes(':'))
    return meaning('ORGANISATION', 0.7, 'a title whose gloss is that of a paper')
  return meaning('WORK', 0.9, 'a title')
}
