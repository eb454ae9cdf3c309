import { countryBefore } from '../countries.ts'
import type { Field } from '../fields.ts'
import { kindOf } from '../glosses/gloss-meaning.ts'
import type { OrganisationKind } from '../recognition.ts'
import {
  heads,
  isOfCountry,
  isOfParty,
  legislatures,
  officeWords,
  partyWords,
  politicalWords,
  stateWords,
} from '../words/composed-names.ts'
import { isPartOfAnotherWord } from '../words/other-words.ts'
import { placeBefore } from '../words/places.ts'
import type { WordEndings } from '../words/word-lists.ts'

/**
 * Names that are made of the words of their trade and nothing else: a country's ministry, 肯尼亚水利和灌溉部, and a party that joins two
 * of the words that parties are named by, 民主运动党. No list holds them all, and every one of them says what it is.
 */
export interface ComposedName {
  start: number
  end: number
  /** Where its first word begins, behind the place. */
  words: number
  kind: OrganisationKind
}

export function findComposedNames({ folded }: Pick<Field, 'folded'>, taken: (place: number) => boolean): ComposedName[] {
  const names: ComposedName[] = []
  for (let place = heads.find(folded, 0); place >= 0; place = heads.find(folded, heads.end)) {
    const { end } = heads
    const name = read(folded, place, end)
    if (name === null || isPartOfAnotherWord(folded.slice(name.start, end), folded.slice(end, end + 16))) continue
    let isFree = true
    for (let at = name.start; at < end; at++) if (taken(at)) isFree = false
    if (isFree) names.push(name)
  }
  return names
}

/** The composed name that ends at `end` and holds what begins at `start`, 自然资源与|环境部; null where there is none. */
export function composedAround(folded: string, start: number, end: number): ComposedName | null {
  for (let length = Math.min(4, end - start); length > 0; length--) {
    if (heads.lengthAt(folded, end - length) !== length) continue
    const name = read(folded, end - length, end)
    if (name !== null && name.words < start) return name
  }
  return null
}

const read = (folded: string, place: number, end: number): ComposedName | null =>
  isOfParty(folded.slice(place, end)) ? readParty(folded, place, end) : readOffice(folded, place, end)

function readOffice(folded: string, place: number, end: number): ComposedName | null {
  const words = wordsBefore(folded, place, stateWords)
  if (words.count === 0) {
    const head = folded.slice(place, end)
    const country = isOfCountry(head) ? countryBefore(folded, place) : null
    return country === null ? null : { start: country.start, end, words: place, kind: kindOf(head, null) }
  }
  // 瑞士|联邦|环境局
  const first = words.start - officeWords.lengthBefore(folded, words.start)
  const ofHouse = folded.startsWith('委员会', place) ? legislatures.lengthBefore(folded, first) : 0
  const front = ofHouse + placeBefore(folded, first - ofHouse)
  return front === 0 ? null : { start: first - front, end, words: words.start, kind: 'GOVERNMENT' }
}

function readParty(folded: string, place: number, end: number): ComposedName | null {
  const words = wordsBefore(folded, place, partyWords)
  let { start, count } = words
  // 执政联盟|自由民主党: what other bodies end in begins no name.
  for (let length = startsNoParty(folded, start, place); length > 0; length = startsNoParty(folded, start, place)) {
    start += length
    count--
  }
  const front = placeBefore(folded, start)
  if (count < (front > 0 || folded.startsWith('阵线', place) ? 1 : 2)) return null
  return { start: start - front, end, words: start, kind: 'POLITICAL_PARTY' }
}

const startsNoParty = (folded: string, start: number, place: number): number =>
  politicalWords.lengthAt(folded, start, place - start)

/** How far back words reach that stand side by side or are joined: 自然资源|与|环境. */
function wordsBefore(folded: string, end: number, words: WordEndings): { start: number; count: number } {
  let [start, count] = [end, 0]
  for (;;) {
    const joined = count > 0 && /[与和及、]/.test(folded[start - 1] ?? '') ? 1 : 0
    const length = words.lengthBefore(folded, start - joined)
    if (length === 0) return { start, count }
    start -= joined + length
    count++
  }
}
