import type { Field } from '../fields.ts'
import type { TaggedSpans } from '../tagger/tagged-names.ts'
import { neverInside, wordBefore } from '../words/boundaries.ts'
import { isGeneric, ofMany } from '../words/generic.ts'
import { endingOf } from '../words/kinds.ts'
import { campusBehind } from '../words/local-bodies.ts'
import { isCalledAsTrade, isPartOfAnotherWord } from '../words/other-words.ts'
import { isLocalPlace, placeInFront } from '../words/places.ts'
import { spellsSound } from '../words/sounds.ts'
import { WordFinder } from '../words/word-lists.ts'
import { startOfPlaces } from './local-bodies.ts'

/**
 * Chinese names that neither gloss nor entry explains, by their endings: 明川集团, 北辰律师事务所. The ending alone says little (这家银行):
 * a name is taken where its beginning is plain and something else speaks for it. Ending by ending, in time linear in the text.
 */
export interface SuffixName {
  at: Field
  start: number
  end: number
  /** 0 to 1. */
  confidence: number
}

export const bodyEndings = new WordFinder(
  '律师事务所 会计师事务所 研究所 研究院 研究中心 实验室 基金会 大学 学院 高中 中学 协会 学会 联合会 商会 工会 学生会 联盟 同盟 集团 银行 委员会 证券交易所 期货交易所 商品交易所 日报 晚报 早报 时报 商报 周刊 电视台 出版社 有限公司 医院 图书馆 博物馆 博物院 美术馆 艺术馆 画廊 航空公司 广告公司 俱乐部 乐团 剧院 舞团 总局 总署 管理局 管理署 调查局 情报局 安全局 统计局 航天局 气象局 科学院 工程院 总会 公会 研究会 促进会 校友会 杂志社 通讯社 养老基金 退休基金 养老金系统 退休系统 退休金系统 养老保险基金 投资管理委员会 教会'.split(
    ' ',
  ),
)
const han = /\p{Script=Han}/u
/** How long the part in front of an ending may be. */
const longestCore = 12
/** In front of what somebody founds, joins, buys or works for. */
const leadsToBody =
  /(?:收购|并购|加入|加盟|就职于|任职于|供职于|效力于|受雇于|创办|创立|创建|成立|投资|入股|起诉|执掌|旗下|隶属于|毕业于|就读于|任教于|来自|总部设在)了?$/
const worksThere =
  /^(?:的)?(?:任职|工作|就职|担任|实习|供职|任教|就读|毕业|教授|董事长|总裁|首席|律师|合伙人|研究员|分析师|会长|院长|校长|所长|发言人)/

export function findSuffixNames(
  fields: readonly Field[],
  isTaken: (at: Field) => (place: number) => boolean,
  count: (folded: string) => number,
  tagged: TaggedSpans | null,
): SuffixName[] {
  const names: SuffixName[] = []
  for (const at of fields) {
    const taken = isTaken(at)
    for (let place = bodyEndings.find(at.folded, 0); place >= 0; place = bodyEndings.find(at.folded, bodyEndings.end)) {
      const end = bodyEndings.end + campusBehind(at.folded, bodyEndings.end)
      if (taken(place) || taken(end - 1)) continue
      const title = startOfTitle(at.folded, place, end)
      const start = title ?? startBehindPlace(at.folded, place, taken) ?? startOf(at.folded, place, taken)
      if (start === null) continue
      const name = at.folded.slice(start, end)
      if (title !== null && endingOf(name)?.kind === 'MEDIA') {
        names.push({ at, start, end, confidence: 0.7 })
        continue
      }
      if (ofMany.test(name) || isCalledAsTrade(name)) continue
      const isPlain = isPlainName(name, place - start) || isForeign(name, place - start)
      if ((!isPlain && isGeneric(name)) || isPartOfAnotherWord(name, at.folded.slice(end, end + 16))) continue
      // The tagger must agree, if there is one; that it sees a name of its own accord speaks for it.
      const seen =
        tagged === null
          ? null
          : tagged.byField
              .get(at)
              ?.find((one) => (one.end === end || one.end === bodyEndings.end) && Math.abs(one.start - start) <= 2)
      if (seen === undefined && !isPlain) continue
      const confidence = weigh(at.folded, start, place, end, count, seen?.start === start || isPlain ? 2 : seen ? 1 : 0)
      if (confidence < 0.6) continue
      names.push({ at, start, end, confidence })
    }
  }
  return names
}

/** 《山西晚报》: where a title that is a paper's begins; null outside of such marks. */
function startOfTitle(folded: string, ending: number, end: number): number | null {
  if (folded[end] !== '》') return null
  const start = folded.lastIndexOf('《', ending) + 1
  return start > 0 && ending - start >= 1 && ending - start <= longestCore && !folded.slice(start, end).includes('》')
    ? start
    : null
}

/** Museums and the like, which the tagger's sentences call places. */
const houses = /(?:博物馆|博物院|美术馆|艺术馆|图书馆|画廊)$/
/** 加州教师退休系统: who pays whom, and no other name. */
const pensions = /(?:养老|退休|投资管理).{0,4}(?:基金|系统|委员会)$/
const ofState =
  /^(?:国家|国立|皇家|联邦)(?!级|间|和|内|外).+(?:局|署|研究院|研究所|研究中心|实验室|科学院|工程院|委员会|学院|学会|协会|乐团|剧院|舞团|博物馆|博物院|美术馆|图书馆)$/
const conjoined = /[与和及]/

/** Names that need no second witness: of a house and its place, 国家犯罪调查局, and 德国出版商和书商协会. */
function isPlainName(name: string, core: number): boolean {
  if (ofTown.test(name)) return true
  if (pensions.test(name)) return isLocalPlace(name.slice(0, placeInFront(name)))
  // 南京博物馆 is one, 法国博物馆 are many.
  if (houses.test(name)) return placeInFront(name) > 0 && (placeInFront(name) < core || isLocalPlace(name.slice(0, core)))
  return (ofState.test(name) && core >= 4) || (conjoined.test(name) && placeInFront(name) > 0)
}

/** 达尔豪斯|大学: sounds of another language, of which the tagger's sentences held few. */
function isForeign(name: string, core: number): boolean {
  const front = name.slice(0, core)
  const own = front.slice(placeInFront(front)).replace(/^[州省市]/, '')
  return own.length >= 3 && [...own].every((character) => spellsSound(character))
}

const ofTown = /^.{2,}[省市县区镇乡州](?!立|级|属).{2,4}(?:高中|中学|医院|图书馆|博物馆)$/

/** 江西上饶铅山县|致远中学: places in front belong to a name of few characters that says of no other beginning. */
function startBehindPlace(folded: string, ending: number, taken: (place: number) => boolean): number | null {
  for (let length = 2; length <= 4; length++) {
    const core = ending - length
    if (!'省市县区镇乡州'.includes(folded[core - 1] ?? '一')) continue
    const start = startOfPlaces(folded, core, taken)
    if (start < core && ![...folded.slice(core, ending)].some((one) => neverInside.lengthAt(one, 0) > 0)) return start
  }
  return null
}

/** Where the name begins: behind the nearest word, mark or edge that leaves a part in front of the ending; null when there is none. */
function startOf(folded: string, ending: number, taken: (place: number) => boolean): number | null {
  for (let start = ending - 1; start >= ending - longestCore; start--) {
    if (start < 0 || taken(start) || !han.test(folded[start]!) || neverInside.lengthAt(folded[start]!, 0) > 0) return null
    if (ending - start < 2) continue
    const before = start === 0 ? '' : folded[start - 1]!
    // 荷兰银行|香港分行: a part of the body in front.
    if (before !== '' && han.test(before) && taken(start - 1)) return null
    if (before === '' || !han.test(before)) return /[a-z0-9·]/.test(before) ? null : start
    if (conjoined.test(before)) return startOfConjoined(folded, start, ending, taken) ?? start
    if (
      /[的了在于由与和及对被向从是往到岁]/.test(before) ||
      (['function', 'verb', 'class', 'title'] as const).some((kind) => wordBefore(folded, start, kind) > 1)
    )
      return start
  }
  return null
}

const ofTwo = /^(?:实验室|协会|学会|联合会|研究所|研究院|研究中心|委员会|管理局|管理署|总会|促进会|商会|联盟|基金会)/

/** 德国出版商|和书商协会: where a place begins what a conjunction joins to the rest, and nothing in between is a body or a word. */
function startOfConjoined(folded: string, start: number, ending: number, taken: (place: number) => boolean): number | null {
  if (!ofTwo.test(folded.slice(ending, ending + 4)) || ending - start > 6) return null
  for (let length = 4; length <= 10 && start - 1 - length >= 0; length++) {
    const from = start - 1 - length
    const front = folded.slice(from, start - 1)
    const place = placeInFront(front) || (/^(?:国家|全国|中央|联邦|国际|世界)/.test(front) ? 2 : 0)
    if (place === 0) continue
    const first = folded.slice(from + place, start - 1)
    const isName = first.length >= 2 && [...first].every((one) => han.test(one) && neverInside.lengthAt(one, 0) === 0)
    const isParallel = first.at(-1) === folded[ending - 1]
    if (
      !isName ||
      taken(from + place) ||
      (!isParallel && (wordBefore(first, first.length, 'class') > 1 || endingOf(first) !== null))
    )
      return null
    return from
  }
  return null
}

function weigh(
  folded: string,
  start: number,
  ending: number,
  end: number,
  count: (folded: string) => number,
  ofTagger: number,
): number {
  const core = folded.slice(start, ending)
  const before = folded.slice(Math.max(0, start - 8), start)
  let points = ofTagger
  if (leadsToBody.test(before)) points += 2
  if (wordBefore(folded, start, 'class') > 1) points += 1
  if (worksThere.test(folded.slice(end, end + 6))) points += 1
  const place = placeInFront(core)
  const own = core.slice(place)
  // 在香港|开|银行: what somebody does to banks in general.
  if (/[开办设建做当找有去进到个家些间让给跟比]$|^第|家(?![庭具居乡族政园])|个|什/.test(core.replace('国家', ''))) return 0
  if (own.length >= 3 && [...own].every((character) => spellsSound(character))) points += 2
  if (place > 0 && own.length >= 2) points += 1
  if (count(folded.slice(start, end)) >= 2) points += 1
  return points >= 3 ? 0.8 : points === 2 ? 0.7 : points === 1 ? 0.5 : 0.3
}
