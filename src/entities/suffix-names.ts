import type { Field } from './fields.ts'
import type { TaggedSpans } from './tagged-names.ts'
import { neverInside, wordBefore } from './words/boundaries.ts'
import { isGeneric } from './words/generic.ts'
import { endingOf } from './words/kinds.ts'
import { isPartOfAnotherWord } from './words/other-words.ts'
import { placeInFront } from './words/places.ts'
import { spellsSound } from './words/sounds.ts'
import { WordFinder } from './words/word-lists.ts'

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

const endings = new WordFinder(
  '律师事务所 会计师事务所 研究所 研究院 研究中心 实验室 基金会 大学 学院 高中 中学 协会 学会 联合会 商会 工会 学生会 联盟 同盟 集团 银行 委员会 证券交易所 日报 晚报 早报 时报 商报 周刊 电视台 出版社 有限公司 医院 图书馆 博物馆 博物院 美术馆 艺术馆 画廊 航空公司 广告公司 俱乐部 乐团'.split(
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
    for (let place = endings.find(at.folded, 0); place >= 0; place = endings.find(at.folded, endings.end)) {
      const { end } = endings
      if (taken(place) || taken(end - 1)) continue
      const title = startOfTitle(at.folded, place, end)
      const start = title ?? startOf(at.folded, place, taken)
      if (start === null) continue
      const name = at.folded.slice(start, end)
      if (title !== null && endingOf(name)?.kind === 'MEDIA') {
        names.push({ at, start, end, confidence: 0.7 })
        continue
      }
      if (isGeneric(name) || isPartOfAnotherWord(name, at.folded.slice(end, end + 16))) continue
      // The tagger must agree, if there is one; that it sees a name of its own accord speaks for it.
      const seen =
        tagged === null ? null : tagged.byField.get(at)?.find((one) => one.end === end && Math.abs(one.start - start) <= 2)
      const isHouse = houses.test(name) && placeInFront(name) > 0
      if (seen === undefined && !isHouse) continue
      const confidence = weigh(at.folded, start, place, end, count, seen?.start === start || isHouse ? 2 : seen ? 1 : 0)
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

/** Where the name begins: behind the nearest word, mark or edge that leaves a part in front of the ending; null when there is none. */
function startOf(folded: string, ending: number, taken: (place: number) => boolean): number | null {
  for (let start = ending - 1; start >= ending - longestCore; start--) {
    if (start < 0 || taken(start) || !han.test(folded[start]!) || neverInside.lengthAt(folded[start]!, 0) > 0) return null
    if (ending - start < 2) continue
    const before = start === 0 ? '' : folded[start - 1]!
    // 荷兰银行|香港分行: a part of the body in front.
    if (before !== '' && han.test(before) && taken(start - 1)) return null
    if (before === '' || !han.test(before)) return /[a-z0-9·]/.test(before) ? null : start
    if (
      /[的了在于由与和及对被向从是往到岁]/.test(before) ||
      (['function', 'verb', 'class', 'title'] as const).some((kind) => wordBefore(folded, start, kind) > 1)
    )
      return start
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
  if (/[开办设建做当找有去进到个家些间让给跟比]$|^第|[家个]|什/.test(core.replace('国家', ''))) return 0
  if (own.length >= 3 && [...own].every((character) => spellsSound(character))) points += 2
  if (place > 0 && own.length >= 2) points += 1
  if (count(folded.slice(start, end)) >= 2) points += 1
  return points >= 3 ? 0.8 : points === 2 ? 0.7 : points === 1 ? 0.5 : 0.3
}
