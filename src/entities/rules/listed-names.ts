import type { Field, Mention } from '../fields.ts'
import { type BoundaryKind, endsInEverydayWord, neverInside, wordBefore } from '../words/boundaries.ts'
import { isGeneric } from '../words/generic.ts'
import { endingOf } from '../words/kinds.ts'
import { notNames } from '../words/places.ts'

/** A name that nothing explains but its company: 高瓴资本、CPE源峰、德弘资本. */
export interface ListedName {
  at: Field
  start: number
  end: number
}

interface Item {
  start: number
  end: number
}

const between = /、|(?<=[\p{Script=Han}a-z0-9）)》])(?:以及|和|与|及)(?=[\p{Script=Han}a-z0-9《])/gu
/** 由甲资本领投，乙投资、丙资本|跟投: whoever does that is a fund. */
const investing = /^(?:联合|共同|独家)?(?:领投|跟投|参投)/
const fund = /(?:投资|资本|创投|基金|风投)$/
const endOfList = /[，。；：！？,;!?（()）\n]|等(?!于|级|待)|(?=(?:联合|共同|独家)?(?:领投|跟投|参投))/g
const name = /^(?=.*\p{Script=Han})[\p{Script=Han}a-z0-9·&-]{2,10}$/u

/** What lists say of their members: those who invest are funds, and those who stand among bodies are bodies. */
export function findListedNames(fields: readonly Field[], mentions: readonly Mention[]): ListedName[] {
  const names: ListedName[] = []
  const byField = new Map<Field, Mention[]>(fields.map((at) => [at, []]))
  for (const one of mentions) byField.get(one.at)?.push(one)
  for (const [at, there] of byField) {
    const isOfFunds = /领投|跟投|参投/.test(at.folded)
    if (!isOfFunds && (!at.folded.includes('、') || there.filter(isBody).length < 2)) continue
    for (const list of listsOf(at.folded))
      names.push(...(investing.test(at.folded.slice(list.at(-1)!.end)) ? investors(at, list, there) : members(at, list, there)))
  }
  return names
}

/** Funds among those of whom the list says that they invest. */
function investors(at: Field, list: readonly Item[], there: readonly Mention[]): ListedName[] {
  return list
    .map(({ start, end }) => ({ at, start: Math.max(start, at.folded.lastIndexOf('由', end) + 1), end }))
    .filter(({ start, end }) => {
      const text = at.folded.slice(start, end)
      return fund.test(text) && isFree(there, start, end) && mayBeName(text, ['function'])
    })
}

/**
 * Members of a list of bodies. Most of the list must be bodies that something else names, and a member stands alone between its marks:
 * of the first and the last one only so much is read as a mark bounds.
 */
function members(at: Field, list: readonly Item[], there: readonly Mention[]): ListedName[] {
  if (list.length < 3) return []
  const isKnown = list.map(({ start, end }, index) =>
    // 投资者包括|软银、红杉和老虎环球|的基金
    there.some(
      (one) =>
        isBody(one) &&
        (index === 0 ? one.end === end && one.start >= start : one.start === start) &&
        (index === list.length - 1 || index === 0 || one.end >= end - 2),
    ),
  )
  const bodies = isKnown.filter(Boolean).length
  if (bodies < 2 || bodies * 2 < list.length) return []
  return list
    .filter(({ start, end }, index) => {
      if (index === 0 || isKnown[index] === true || !isFree(there, start, end)) return false
      return mayBeName(at.folded.slice(start, end), anyWord)
    })
    .map(({ start, end }) => ({ at, start, end }))
}

const isBody = (one: Mention): boolean => one.kind === 'ORGANISATION' && one.judgement === 'POSITIVE'

const isFree = (there: readonly Mention[], start: number, end: number): boolean =>
  !there.some((one) => one.start < end && start < one.end && !(one.start === start && one.end === end && isOpen(one)))

/** What the tagger marked, and was not sure enough of. */
const isOpen = (one: Mention): boolean => one.judgement === 'UNSURE' && one.candidates.length === 0

const anyWord: readonly BoundaryKind[] = ['title', 'class', 'verb', 'function']

function mayBeName(text: string, kinds: readonly BoundaryKind[]): boolean {
  if (
    !name.test(text) ||
    (endsInEverydayWord(text) && endingOf(text) === null) ||
    notNames.get(text) !== undefined ||
    isGeneric(text) ||
    endingOf(text)?.ending === text
  )
    return false
  for (let at = 0; at < text.length; at++) if (neverInside.lengthAt(text, at) > 0) return false
  return kinds.every((kind) => wordBefore(text, text.length, kind) === 0)
}

/** Runs of items that commas of lists part; the last may stand behind a conjunction. */
function listsOf(folded: string): Item[][] {
  const lists: Item[][] = []
  let from = 0
  for (const stop of [...folded.matchAll(endOfList), { index: folded.length }]) {
    const clause = folded.slice(from, stop.index)
    if (clause.includes('、') || investing.test(folded.slice(stop.index))) {
      const items: Item[] = []
      let start = from
      for (const mark of clause.matchAll(between)) {
        items.push({ start, end: from + mark.index })
        start = from + mark.index + mark[0].length
      }
      items.push({ start, end: stop.index })
      lists.push(items)
    }
    from = Math.min(folded.length, stop.index + 1)
  }
  return lists
}
