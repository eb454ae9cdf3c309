import { countryInEnglish, isOneCountry } from '../countries.ts'
import type { Field } from '../fields.ts'
import { type Body, isOfState, type KnownName } from '../gazetteer/known-name.ts'
import { isBehindPinyinSurname } from '../words/people.ts'
import { clearlyFirst, rankByCountry } from './country-ranking.ts'
import type { Setting } from './judge.ts'

/** What English text says around a weak name, where Chinese would use verbs and kinds. */

/** software maker|Oracle; the plural is of a list. */
const kindInFront =
  /(?:^|[^a-z])(?:compan(?:y|ies)|firms?|giants?|(?:car|auto|chip)?makers?|manufacturers?|start-?ups?|retailers?|banks?|brokers?|broadcasters?|newspapers?|magazines?|outlets?|publishers?|conglomerates?|developers?|airlines?|insurers?|employers?|think tanks?|charit(?:y|ies)|rivals?|competitors?|parent)(?: (?:called|named|known as|such as|like|including))? $/
/** Oracle|’s chief executive, Oracle|said */
const behindBody =
  /^(?:(?:['’]s?)? (?:ceo|cfo|cto|chief (?:executive|financial|technology)|chairman|chairwoman|president|founders?|co-founders?|executives?|employees|engineers|shares|shareholders|stock|headquarters|board|spokes(?:man|woman|person)|surveys?|polls?)(?![a-z])| (?:said|says|told|announced|acquired|bought|declined to|employs|has hired|has announced|reported that|reports that|sued|agreed to|plans to)(?![a-z]))/

/** published in|Nature, an editor of|Time; Nature|(May 3, 2018) */
const ofPress =
  /(?:^|[^a-z])(?:(?:editors?|editor-in-chief|columnists?|reporters?|correspondents?|writers?|contributors?) (?:of|at|for|with)|(?:published|writing|written|wrote|appeared|printed|articles?|op-eds?|essays?|reporting|reports?|reviews?|cover story) in) $/
const ofIssue = /^ \((?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z.]* )?(?:\d{1,2}, )?(?:19|20)\d\d\)/

const isPaper = ({ text, folded }: Field, start: number, end: number): boolean =>
  ofIssue.test(folded.slice(end, end + 24)) ||
  (ofPress.test(folded.slice(Math.max(0, start - 32), start)) && !isInRow(text, start, end))

/** The name of a person, Chen|Qiushi, or of what a body gave itself, United Nations|Charter. */
export function isOtherInEnglish({ text, folded }: Field, start: number, end: number, names: readonly KnownName[]): boolean {
  if (/^ (?:(?:framework )?convention|charter|treaty|declaration)(?![a-z])/.test(folded.slice(end, end + 22))) return true
  const isChinese = names.some(({ body }) => body.country !== null && isOneCountry('CN', body.country))
  return isChinese && /^[a-z]+$/.test(folded.slice(start, end)) && isBehindPinyinSurname(text, start)
}

/** An American military|response: says whose, and names no body. */
export const isAdjective = (text: string, start: number, end: number): boolean =>
  / (?:military|army|navy|government|police|parliament)$/.test(text.slice(start, end)) &&
  whatItHas.test(text.slice(end, end + 24))
const whatItHas =
  /^ (?:responses?|actions?|bases?|officers?|power|forces|aid|assistance|presence|interventions?|leverage|support|equipment|threats?|personnel|spending|exercises?|technology|hardware|activit(?:y|ies)|planners|strategy|operations?|might|strength|capabilit(?:y|ies)|doctrine|jets?|aircraft|vessels?|service|agenc(?:y|ies)|websites?|procurement|funding|policy|policies|documents?|debt|bonds?)(?![a-z])/

/** Alder|, the messaging service */
const explained =
  /^, (?:an?|the) (?:[a-z'-]+ ){0,5}(?:company|firm|maker|manufacturer|service|network|group|agency|bank|broadcaster|newspaper|magazine|website|publisher|retailer|operator|start-?up|nonprofit|charity|think tank|organi[sz]ation|association|exchange)(?![a-z])/

/** True where what stands around a name in English goes with a body; not at the beginning of a sentence, where any word has its capital. */
export function isSpokenFor({ text, folded }: Pick<Field, 'text' | 'folded'>, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 32), start)
  if (!/[a-z,;)] $/.test(before)) return false
  const behind = folded.slice(end, end + 90)
  return (kindInFront.test(before) || behindBody.test(behind) || explained.test(behind)) && !isInRow(text, start, end)
}

/**
 * True where a weak name is taken in English text: something speaks for it, or it is an office of the country that the text speaks of, or
 * letters that stand for a body of that country (RAND).
 */
export const isTakenInEnglish = (
  body: Body,
  names: readonly KnownName[],
  at: Field,
  start: number,
  end: number,
  setting: Setting,
): boolean =>
  isSpokenFor(at, start, end) ||
  (body.kind === 'MEDIA' && isPaper(at, start, end)) ||
  // The Politburo, and no Democrats.
  ((body.kind !== 'POLITICAL_PARTY' || /(?:committee|bureau|politburo|secretariat)$/.test(at.folded.slice(start, end))) &&
    // MOST, and most people.
    names.some((name) => name.text === at.text.slice(start, end)) &&
    ((isOfState(body) && officeSpokenOf([body], at, start, end, setting) !== null) ||
      (areLetters.test(at.text.slice(Math.max(0, start - 3), end + 3)) &&
        mostSpokenOf([body], setting.countriesAt(at, start)) !== null)))

/** Four capitals or more, in no line of capitals. */
const areLetters = /(?<!\p{Lu}{2}) [A-Z]{4,}(?![ ]?\p{Lu}{2})/u

/**
 * Congress, the Senate, U.S.|Department of Commerce: of the bodies that are called so the one of the country in front, or of the one that the
 * text speaks of as much as of any other. Null where none is, and where the words are a part of others: Party Congress, Senate Report.
 * Congress has an article where it is none of a state.
 */
export function officeSpokenOf(bodies: readonly Body[], at: Field, start: number, end: number, setting: Setting): Body | null {
  const { text, folded } = at
  const country = countryInFront(folded, start)
  if (country !== null) {
    const own = bodies.filter((body) => body.country === country)
    return own.length === 1 ? own[0]! : null
  }
  if (isInRow(text, start, end)) return null
  if (folded.slice(start, end) === 'congress' && article.test(folded.slice(Math.max(0, start - 6), start))) return null
  return mostSpokenOf(bodies, setting.countriesAt(at, start))
}

/** Null as well where another country, of which none of them is, is spoken of twice as much. */
function mostSpokenOf(bodies: readonly Body[], scores: ReadonlyMap<string, number>): Body | null {
  const ranked = rankByCountry(bodies, scores)
  return ranked.length > 0 && ranked[0]!.score >= 0.5 * Math.max(...scores.values()) ? clearlyFirst(ranked) : null
}

const article = /(?:^|[^a-z])(?:the|a|this|that|last|next) $/

/** Peru’s|Foreign Ministry is none of those that are known. */
export function isOfAnotherCountry(bodies: readonly Body[], folded: string, start: number): boolean {
  const country = countryInFront(folded, start)
  return country !== null && bodies.every((body) => body.country !== country)
}

function countryInFront(folded: string, start: number): string | null {
  const owner = /([a-z. ]+?)(?:'s?)? $/.exec(folded.slice(Math.max(0, start - 24), start))?.[1]
  return owner === undefined ? null : countryInEnglish(owner.trim())
}

/** True for a part of a line of capitals: South China|Sea, Love in the Time. */
const isInRow = (text: string, start: number, end: number): boolean =>
  (inFront.test(text.slice(Math.max(0, start - 20), start)) && !opensSentence.test(text.slice(Math.max(0, start - 12), start))) ||
  /^(?: \p{Lu}|-)/u.test(text.slice(end, end + 2))
const inFront = /(?:\p{Lu}[\p{L}’'.]*|\d(?:th|st|nd|rd)|-) ?$/u
const opensSentence =
  /(?:^|[^\p{L}’'-])(?:The|In|But|When|As|And|If|While|Both|Since|After|Before|Should|Will|Even|Though|That|This|With|For|From|Yet|So|Or|At|On|To|By|Until|Once|Because|Whether|Now|Then) $/u
