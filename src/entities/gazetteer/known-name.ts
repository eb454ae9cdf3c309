import { foldName } from '../../text/fold-name.ts'
import type { FoundOrganisation, OrganisationKind } from '../recognition.ts'
import type { NameTrie } from './name-trie.ts'
import { regionalSpellings } from './regional-spellings.ts'

/** One body as recognition knows it, from the gazetteer or from what glosses taught. */
export interface Body {
  key: string
  nameZh: string | null
  nameEn: string | null
  kind: OrganisationKind
  country: string | null
  wikidataId: string | null
  aliases: FoundOrganisation['aliases']
  /** As the gazetteer marks it. */
  isPlatform?: boolean
  isEnglishWord?: boolean
}

/** One name of one body. */
export interface KnownName {
  body: Body
  text: string
  /** Too common to match alone: it counts only where something else in the document names the body. */
  isWeak: boolean
}

/** The name as the trie holds it: 《金融时报》 without the marks around it, 英国《金融时报》 with the marks inside. */
export function foldKey(name: string): string {
  const folded = foldName(name)
  return openingMarks.includes(folded[0] ?? ' ') ? (marks.exec(folded)?.[1] ?? folded) : folded
}

const openingMarks = '《〈「『“"'

const marks = /^[《〈「『“"]([^《〈「『“"》〉」』”]+)[》〉」』”"]$/

const hasHan = /[\u4e00-\u9fff]/

/** A name as tries hold it, then the spellings that other regions give it; nothing for what is no name. */
export function spellingsOf(text: string): string[] {
  const key = foldKey(text)
  return key === '' ? [] : [key, ...(hasHan.test(key) ? regionalSpellings(key) : [])]
}

/** Adds a name of a body to a trie, in all its spellings. */
export function addName(names: NameTrie<KnownName[]>, body: Body, text: string | null, isWeak: boolean): void {
  if (text !== null) for (const spelling of spellingsOf(text)) addKey(names, spelling, body, text, isWeak)
}

function addKey(names: NameTrie<KnownName[]>, key: string, body: Body, text: string, isWeak: boolean): void {
  names.update(key, (there) => joinName(there, { body, text, isWeak }))
}

export function joinName(there: KnownName[] | undefined, { body, text, isWeak }: KnownName): KnownName[] {
  if (there === undefined) return [{ body, text, isWeak }]
  const own = there.find((other) => other.body === body)
  if (own === undefined) there.push({ body, text, isWeak })
  // A strong name of a body beats a weak one that is spelt the same.
  else if (!isWeak) own.isWeak = false
  return there
}

const ofStates = new Set<OrganisationKind>(['GOVERNMENT', 'REGULATOR', 'CENTRAL_BANK', 'POLITICAL_PARTY'])

/** True for a body of a kind of which every country has its own. */
export const isOfState = (body: Body): boolean => ofStates.has(body.kind)
