import { isPrintedAsName, type NameSearch } from '../gazetteer/find-mentions.ts'
import type { KnownName } from '../gazetteer/known-name.ts'
import type { NameTrie } from '../gazetteer/name-trie.ts'
import type { OrganisationKind } from '../recognition.ts'
import { findDottedPeople } from '../rules/people.ts'

/** Kinds of bodies that stand in sentences alike. */
const groups: Partial<Record<OrganisationKind, number>> = {
  COMPANY: 1,
  BANK: 1,
  FUND: 1,
  LAW_FIRM: 1,
  EXCHANGE: 1,
  GOVERNMENT: 2,
  REGULATOR: 2,
  CENTRAL_BANK: 2,
  INTERNATIONAL: 2,
  POLITICAL_PARTY: 2,
  MILITARY: 2,
  MEDIA: 3,
  SPORTS: 4,
}
const otherBody = 5
const weakName = 6
const person = 7
const otherWord = 8

/**
 * What the tagger is told of known names: for every unit of the text the group of the name it stands in times three, and whether the
 * name begins (1), goes on (2) or ends (3) there. Found with nothing decided: whether the name means its body where it stands
 * is what the tagger votes on.
 */
export function markKnownNames(
  text: string,
  folded: string,
  search: NameSearch<KnownName[]>,
  local: NameTrie<KnownName[]> | null = null,
): Uint8Array {
  const marks = new Uint8Array(text.length)
  const mark = (start: number, end: number, group: number): void => {
    marks.fill(group * 3 + 2, start, end)
    marks[start] = group * 3 + 1
    marks[end - 1] = group * 3 + 3
  }
  for (const { start, end } of findDottedPeople(folded, () => false)) mark(start, end, person)
  for (const { start, end, value } of search.find(folded, marks, local)) {
    if (value.length === 0) mark(start, end, otherWord)
    else {
      const surface = text.slice(start, end)
      const names = value.filter((name) => isPrintedAsName(surface, name))
      if (names.length > 0) mark(start, end, groupOf(names))
    }
  }
  return marks
}

function groupOf(names: readonly KnownName[]): number {
  const strong = names.find((name) => !name.isWeak)
  if (strong === undefined) return weakName
  return groups[strong.body.kind] ?? otherBody
}
