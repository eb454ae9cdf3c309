import type { Field } from '../fields.ts'
import { kindOf } from '../glosses/gloss-meaning.ts'
import type { OrganisationKind } from '../recognition.ts'
import { neverInside, wordBefore } from '../words/boundaries.ts'
import { campusBehind, isOneOfMany, kindOfLocalBody, localBodies } from '../words/local-bodies.ts'
import { isPartOfAnotherWord } from '../words/other-words.ts'
import { isLocalPlace, placeBefore } from '../words/places.ts'

/**
 * Bodies that are named by their place and by what every place has: 上饶市公安局, 铅山县委宣传部, 苏格兰议会. No list holds the towns and
 * counties, but their names say that they are: 江西省|上饶市|铅山县.
 */
export interface LocalBody {
  start: number
  end: number
  kind: OrganisationKind
}

/** 铅山县, 浦东新区, 喀什地区: what a name of a place says of itself, longest first. */
const units = [
  '自治区',
  '自治州',
  '自治县',
  '开发区',
  '新区',
  '特区',
  '地区',
  '省',
  '市',
  '县',
  '区',
  '州',
  '盟',
  '旗',
  '镇',
  '乡',
]
const unitAtStart = /^[省市县区州旗](?:委|议会)/
/** Words that end in one: 超市, 社区. */
const noPlace =
  /(?:[全本该各我两省市县地城都超股上下门集夜楼车菜花房楼债汇期]市|[社小校园厂山灾景辖选教军特战市城老新郊街片片禁专林牧库保护济税矿港岸]区|[全本该各我两这那邻]国|[全本该各我两外邻]省|[全本该各我两郡州属市]县|[城小古重集本该各]镇|[家故他老下返本该各]乡|[国红旌军彩]旗|[联同结加]盟|[九神各本该全]州)$/

export function findLocalBodies({ folded }: Pick<Field, 'folded'>, taken: (place: number) => boolean): LocalBody[] {
  const bodies: LocalBody[] = []
  for (let place = localBodies.find(folded, 0); place >= 0; place = localBodies.find(folded, localBodies.end)) {
    let { end } = localBodies
    // 市委 and 市议会 hold the last character of its place.
    const placeEnd = unitAtStart.test(folded.slice(place, place + 3)) ? place + 1 : place
    const word = folded.slice(place, end)
    const start = startOfPlaces(folded, placeEnd, taken)
    if (start >= place || taken(place) || taken(end - 1)) continue
    const known = placeBefore(folded, placeEnd)
    // 铅山县 says that it is a place of its own; of 上海 and 加州 as of China there are many hospitals.
    if (known > 0 && (isOneOfMany(word) || !isLocalPlace(folded.slice(placeEnd - known, placeEnd)))) continue
    let last = word
    // 铅山县委|宣传部, 上饶市公安局|交警支队
    for (let length = localBodies.lengthAt(folded, end); length > 0; length = localBodies.lengthAt(folded, end)) {
      last = folded.slice(end, end + length)
      end += length
    }
    end += campusBehind(folded, end)
    localBodies.end = end
    const name = folded.slice(start, end)
    if (isPartOfAnotherWord(name, folded.slice(end, end + 16)) || /^(?:员|制|代表|委员)/.test(folded.slice(end, end + 2)))
      continue
    bodies.push({ start, end, kind: kindOfLocalBody(last) ?? kindOf(name, null) })
  }
  return bodies
}

/** Where the places begin that end at `end`: 江西|上饶|铅山县. `end` itself where none does. */
export function startOfPlaces(folded: string, end: number, taken: (place: number) => boolean): number {
  let start = end
  for (;;) {
    const length = placeBefore(folded, start) || lengthOfUnit(folded, start)
    if (length === 0 || taken(start - length)) return start
    start -= length
  }
}

const han = /\p{Script=Han}/u

/** Length of an unlisted place that says what it is, 铅山县; 0 where its beginning is not plain. */
function lengthOfUnit(folded: string, end: number): number {
  const unit = units.find((one) => folded.startsWith(one, end - one.length))
  if (unit === undefined || (unit.length === 1 && noPlace.test(folded.slice(Math.max(0, end - 3), end)))) return 0
  const before = end - unit.length
  const known = placeBefore(folded, before)
  if (known > 0) return known + unit.length
  for (const length of [2, 3, 1, 4]) {
    const start = before - length
    if (start < 0) continue
    const name = folded.slice(start, before)
    if (![...name].every((character) => han.test(character) && neverInside.lengthAt(character, 0) === 0)) continue
    // 由|市公安局, 六届|县委, 包括|省委: a word, and the body of a place that the text does not name here.
    if (wordBefore(name, length, 'function') > 0 || wordBefore(name, length, 'verb') > 0 || /[届次名位任]$/.test(name)) continue
    if (isPlainStart(folded, start)) return length + unit.length
  }
  return 0
}

/** True where a name of a place can begin: behind a mark, another place or a word that ends there. */
function isPlainStart(folded: string, start: number): boolean {
  const before = folded[start - 1]
  if (before === undefined || !han.test(before)) return true
  if (placeBefore(folded, start) > 0 || '省市县区州盟'.includes(before)) return true
  return (
    wordBefore(folded, start, 'function') > 0 || wordBefore(folded, start, 'verb') > 1 || wordBefore(folded, start, 'title') > 1
  )
}
