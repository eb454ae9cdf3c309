import { nameOfCountry } from '../countries.ts'
import type { Field, Mention } from '../fields.ts'
import type { Body } from '../gazetteer/known-name.ts'
import type { Knowledge } from '../resolve.ts'
import { isActing, isMaker } from '../words/acting.ts'
import { isFood, productsOf } from '../words/makers.ts'
import { clearlyFirst, rankByCountry } from './country-ranking.ts'
import { isSpokenFor } from './english-contexts.ts'
import type { Setting } from './judge.ts'
import { isNameOfPlatform } from './product-names.ts'

/**
 * Second look at names that one place could not decide: a weak name is taken where the document names the same body beyond doubt,
 * where it stands in one list with bodies that it names, or where the document speaks of what its body makes; and of 民主党 the one whose
 * country most of the document's bodies share.
 */
export function giveSupport(
  mentions: readonly Mention[],
  folded: string,
  knowledge: Knowledge,
  countriesAt: Setting['countriesAt'],
): void {
  const { gazetteer } = knowledge
  const sure = new Map<string, Body>()
  // Docker 公司: who writes so tells it from Docker, which is the program.
  const toldApart = new Set<string>()
  for (const { at, start, end, judgement, body } of mentions) {
    if (judgement !== 'POSITIVE' || body === null) continue
    if (body.isPlatform === true && !sure.has(body.key) && calledCompany.test(at.folded.slice(start, end + 3)))
      toldApart.add(body.key)
    else toldApart.delete(body.key)
    sure.set(body.key, body)
  }
  const unsure = mentions.filter((mention) => mention.needsSupport && mention.judgement === 'UNSURE')
  if (unsure.length === 0) return
  for (const mention of unsure) {
    const named = mention.candidates.filter((key) => sure.has(key))
    if (named.some((key) => toldApart.has(key))) continue
    if (named.length === 1) accept(mention, sure.get(named[0]!)!, 0.8)
    else if (mention.candidates.length > 1) {
      const body = ofCountry(mention, sure.values(), knowledge, countriesAt)
      if (body !== null) accept(mention, body, 0.65)
    } else if (isMakerOfProducts(mention, folded)) accept(mention, gazetteer.bodies.get(mention.candidates[0]!)!, 0.65)
  }
  // Lists pass certainty on from member to member, in both directions.
  const byField = new Map<Field, Mention[]>(unsure.map(({ at }) => [at, []]))
  for (const mention of mentions) byField.get(mention.at)?.push(mention)
  for (const inField of byField.values()) {
    const ordered = inField.toSorted((a, b) => a.start - b.start)
    for (const list of [ordered, ordered.toReversed()])
      for (let i = 1; i < list.length; i++) {
        const here = list[i]!
        const neighbour = list[i - 1]!
        if (here.judgement !== 'UNSURE' || !here.needsSupport || here.candidates.length !== 1) continue
        if (neighbour.judgement !== 'POSITIVE' || neighbour.kind !== 'ORGANISATION' || !areListed(here, neighbour)) continue
        const body = here.body ?? gazetteer.bodies.get(here.candidates[0]!)
        // 腾讯|阿里, and no two clubs or towns
        if (areJoined(here, neighbour) && (body?.kind !== 'COMPANY' || neighbour.body?.kind !== 'COMPANY')) continue
        // 菲利普爵士与BHS: a club stands in lists of clubs.
        if (body?.kind === 'SPORTS' && neighbour.body?.kind !== 'SPORTS') continue
        if (body !== undefined) accept(here, body, 0.65)
      }
  }
}

/**
 * 在Instagram上, and Instagram elsewhere in the same text: a service that the text uses is not its company at other places either, as long
 * as none of them speaks for the company.
 */
export function leaveUsed(mentions: readonly Mention[]): void {
  const used = new Set(mentions.filter(({ rule }) => rule.endsWith('-used')).map(({ candidates }) => candidates[0]!))
  if (used.size === 0) return
  const bodies = mentions.filter(({ kind, judgement }) => kind === 'ORGANISATION' && judgement === 'POSITIVE')
  const spokenFor = new Set(
    bodies.filter((one) => used.has(one.body!.key) && isSaidOfCompany(one, bodies)).map(({ body }) => body!.key),
  )
  for (const one of bodies) {
    const { key } = one.body!
    if (!used.has(key) || spokenFor.has(key)) continue
    one.rule = 'gazetteer-used'
    one.judgement = 'NEGATIVE'
    one.candidates = [key]
    one.body = null
  }
}

function isSaidOfCompany(one: Mention, bodies: readonly Mention[]): boolean {
  const { at, start, end, rule, body } = one
  return (
    !/^(?:gazetteer|lesson)$/.test(rule) ||
    !isNameOfPlatform(body!, at.folded.slice(start, end)) ||
    one.surface.endsWith('公司') ||
    isActing(at.folded, start, end) ||
    isMaker(at.folded, start, end) ||
    isSpokenFor(at, start, end) ||
    bodies.some((other) => other.at === at && other.body!.isPlatform !== true && areListed(one, other))
  )
}

const calledCompany = /[a-z\d] ?公司/

/** 苹果 where the text speaks of iOS. */
const isMakerOfProducts = ({ at, start, end, surface, candidates }: Mention, folded: string): boolean =>
  inHan.test(surface) && productsOf.get(candidates[0]!)?.test(folded) === true && !isFood(at.folded, start, end)

/** Of several bodies of one name the one of the country that the text speaks of, by its name and by the bodies that it has. */
function ofCountry(
  { at, start, surface, candidates }: Mention,
  sure: Iterable<Body>,
  knowledge: Knowledge,
  countriesAt: Setting['countriesAt'],
): Body | null {
  const scores = new Map(countriesAt(at, start))
  for (const { country } of sure) if (country !== null) scores.set(country, (scores.get(country) ?? 0) + 1)
  const ranked = rankByCountry(
    candidates.flatMap((key) => knowledge.gazetteer.bodies.get(key) ?? []),
    scores,
  )
  const [country, most] = [...scores].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])
  const best = ranked[0]?.score ?? 0
  if (best >= 0.6 * most) return clearlyFirst(ranked)
  // 工党 in a debate of London's about China: of the countries that have one only this is spoken of.
  if (best >= 1.5 && ranked[0]!.body.kind === 'POLITICAL_PARTY' && (ranked[1]?.score ?? 0) === 0) return ranked[0]!.body
  // 国民议会 in a text about Niger, and about no country whose parliament is known by that name.
  return best < 1 && most >= 4 && surface.length > 2 && ranked[0]?.body.kind === 'GOVERNMENT'
    ? knowledge.resolveName(`${nameOfCountry(country)}${surface}`, 'GOVERNMENT')
    : null
}

/** True when nothing at all, a comma, a conjunction or the neighbour's gloss stands between two names. */
function areListed(a: Mention, b: Mention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const between = first.at.folded.slice(first.end, second.start)
  if (between === '') return inHan.test(first.surface) && inHan.test(second.surface)
  return (
    between.length < 90 &&
    /^\s*(?:[（(][^()（）]*[)）])?[》”]?\s*(?:、|和|与|及|以及|或者?|跟|,|，|;|；|and|or|&)\s*(?:(?:and|or)\s+)?[《“]?\s*$/.test(
      between,
    )
  )
}

const areJoined = (a: Mention, b: Mention): boolean => a.start === b.end || b.start === a.end
const inHan = /^\p{Script=Han}{2,4}$/u

function accept(mention: Mention, body: Body, confidence: number): void {
  mention.judgement = 'POSITIVE'
  mention.body = body
  mention.candidates = []
  mention.confidence = confidence
}
