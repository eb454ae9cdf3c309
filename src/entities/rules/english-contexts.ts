import { countryInEnglish } from '../countries.ts'
import type { Field } from '../fields.ts'
import { type Body, isOfState, type KnownName } from '../gazetteer/known-name.ts'
import type { Setting } from './judge.ts'

/** What English text says around a weak name, where Chinese would use verbs and kinds. */

/** software maker|Oracle; the plural is of a list. */
const kindInFront =
  /(?:^|[^a-z])(?:compan(?:y|ies)|firms?|giants?|(?:car|auto|chip)?makers?|manufacturers?|start-?ups?|retailers?|banks?|brokers?|broadcasters?|newspapers?|magazines?|outlets?|publishers?|conglomerates?|developers?|airlines?|insurers?|employers?|think tanks?|charit(?:y|ies)|rivals?|competitors?|parent)(?: (?:called|named|known as|such as|like|including))? $/
/** Oracle|’s chief executive, Oracle|said */
const behindBody =
  /^(?:(?:['’]s?)? (?:ceo|cfo|cto|chief (?:executive|financial|technology)|chairman|chairwoman|president|founders?|co-founders?|executives?|employees|engineers|shares|shareholders|stock|headquarters|board|spokes(?:man|woman|person))(?![a-z])| (?:said|says|told|announced|acquired|bought|declined to|employs|has hired|has announced|reported that|reports that|sued|agreed to|plans to)(?![a-z]))/

/** True where what stands around a name in English goes with a body; not at the beginning of a sentence, where any word has its capital. */
export function isSpokenFor({ text, folded }: Pick<Field, 'text' | 'folded'>, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 32), start)
  if (!/[a-z,;)] $/.test(before)) return false
  return (kindInFront.test(before) || behindBody.test(folded.slice(end, end + 24))) && !isInRow(text, start, end)
}

/**
 * Congress, the Senate, U.S.|Department of Commerce: an office of one country in a text that speaks of it as much as of others. Offices are
 * called by their countries or stand alone: Party Congress, Senate Report are something else.
 */
export function isOfficeSpokenOf(
  body: Body,
  names: readonly KnownName[],
  at: Field,
  start: number,
  end: number,
  setting: Setting,
): boolean {
  const { text, folded } = at
  if (body.country === null || !isOfState(body) || body.kind === 'POLITICAL_PARTY') return false
  // MOST, and most people.
  if (!names.some((name) => name.text === text.slice(start, end))) return false
  const front = folded.slice(Math.max(0, start - 24), start)
  const owner = /([a-z. ]+?)(?:['’]s?)? $/.exec(front)?.[1]
  if (owner !== undefined && countryInEnglish(owner.trim()) === body.country) return true
  if (isInRow(text, start, end)) return false
  // Without an article the Congress of the United States; any other has one, as a congress of a party does.
  if (folded.slice(start, end) === 'congress' && /(?:^|[^a-z])(?:the|a|this|that|last|next|[\dth]+) $/.test(front)) return false
  const scores = setting.countriesAt(at, start)
  const own = scores.get(body.country) ?? 0
  return own >= 2 && own >= 0.5 * Math.max(...scores.values())
}

/** True for a part of a line of capitals: South China|Sea, Love in the Time. */
const isInRow = (text: string, start: number, end: number): boolean =>
  /(?:\p{Lu}[\p{L}’'.]*|\d(?:th|st|nd|rd)|-) ?$/u.test(text.slice(Math.max(0, start - 16), start)) ||
  /^(?: \p{Lu}|-)/u.test(text.slice(end, end + 2))
