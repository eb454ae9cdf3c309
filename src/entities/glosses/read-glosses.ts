import { characterTable, isAt } from '../../text/character-table.ts'
import { type Field, fieldsWith, type Prose } from '../fields.ts'
import { isPrintedAsName } from '../gazetteer/find-mentions.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { foldKey, type KnownName } from '../gazetteer/known-name.ts'
import type { NameTrie } from '../gazetteer/name-trie.ts'
import { startOfForeignBody } from '../rules/extend-name.ts'
import { startOfName } from '../rules/people.ts'
import { isWordAt, wordBefore } from '../words/boundaries.ts'
import { endingOf } from '../words/kinds.ts'
import { readEnglish, readParts } from './agreement.ts'
import { findGlosses, type GlossSite } from './gloss.ts'
import { called, type GlossMeaning, placed, readMeaning, titleInFront, titleInside } from './gloss-meaning.ts'
import { findLeftEdge } from './left-edge.ts'

/** A gloss of a document, with what was decided of it. */
export interface ReadGloss {
  at: Field
  site: GlossSite
  start: number
  /** As printed, without the marks around it. */
  surface: string
  folded: string
  meaning: GlossMeaning
}

/** A gloss as it reads without lessons, and the folded names that it was asked of whether they are known. */
interface Untaught {
  gloss: ReadGloss
  asked: string[]
}

/**
 * Reads every gloss of a document: where its name begins, and what it names. What was read without lessons (`taught` is null) stands
 * where they know none of the names that were asked about, so that a document is read once, not once for what it teaches and once for
 * what it names.
 */
export function readGlosses(prose: Prose, gazetteer: Gazetteer, taught: NameTrie<KnownName[]> | null): ReadGloss[] {
  const untaught = readUntaught(prose, gazetteer)
  if (taught === null) return untaught.map(({ gloss }) => gloss)
  return untaught.map(({ gloss, asked }) =>
    asked.some((name) => taught.get(name) !== undefined)
      ? readGloss(gloss, prose.isManual, prose.count, gazetteer, (name) => taught.get(name) ?? [])
      : gloss,
  )
}

/** Of the prose that was read last. */
let latest: { prose: Prose; gazetteer: Gazetteer; untaught: Untaught[] } | null = null

function readUntaught(prose: Prose, gazetteer: Gazetteer): Untaught[] {
  if (latest?.prose === prose && latest.gazetteer === gazetteer) return latest.untaught
  const untaught: Untaught[] = []
  for (const at of fieldsWith(prose, '(')) {
    for (const site of findGlosses(at.text)) {
      const asked: string[] = []
      const ask = (name: string): readonly KnownName[] => {
        asked.push(name)
        return nothing
      }
      const gloss = readGloss({ at, site }, prose.isManual, prose.count, gazetteer, ask)
      if (!bareKind.test(gloss.folded)) untaught.push({ gloss, asked })
    }
  }
  latest = { prose, gazetteer, untaught }
  return untaught
}

/** 我们的|组织(Harbour): what is in the bracket is the name. */
const bareKind = /^的?(?:组织|公司|企业|雇主|团队|机构|客户|厂商)$/

const nothing: readonly KnownName[] = []

/** `findTaught` gives what the lessons know by a folded name. */
function readGloss(
  { at, site }: Pick<ReadGloss, 'at' | 'site'>,
  isTechnical: boolean,
  count: (folded: string) => number,
  gazetteer: Gazetteer,
  findTaught: (name: string) => readonly KnownName[],
): ReadGloss {
  // 兰德(rand) is money, whoever is called RAND.
  const listedByGloss = site.names.flatMap((name) =>
    gazetteer.find(name).filter((one) => !one.isWeak || /\p{Lu}/u.test(name) || isPrintedAsName(name, one)),
  )
  const byGloss = [...listedByGloss, ...site.names.flatMap((name) => findTaught(foldKey(name)))]
  const known = (name: string): 'SAME_GLOSS' | 'KNOWN' | null => {
    const listed = gazetteer.names.get(name) ?? nothing
    const taught = findTaught(name)
    if (listed.length === 0 && taught.length === 0) return null
    const isSame = (one: KnownName): boolean => byGloss.some((other) => other.body === one.body)
    return listed.some(isSame) || taught.some(isSame) ? 'SAME_GLOSS' : 'KNOWN'
  }
  const edge = findLeftEdge(site, { folded: at.folded, known, count })
  let start = edge.start
  // (Harbour Bank)|和|开发银行: what joins two glosses is no part of the second.
  if (
    start === site.limit &&
    at.folded[start - 1] === ')' &&
    /[和与及]/.test(at.folded[start]!) &&
    isWordAt(at.folded, start + 1) &&
    known(at.folded.slice(start, site.nameEnd)) === null
  )
    start++
  const list = site.enclosedBy === null ? startOfKnownList(at.folded, site, known) : null
  if (list !== null) start = list
  else if (site.enclosedBy === null) start = widen(at.folded, start, site)
  // 泰国|证券交易委员会(Securities and Exchange Commission)
  if (site.enclosedBy === null && list === null) {
    const known = gazetteer.names.get(at.folded.slice(start, site.nameEnd)) ?? nothing
    start = Math.max(site.limit, startOfForeignBody(at.folded, start, known) ?? start)
  }
  if (site.enclosedBy === null) start += titleInside(at.folded.slice(start, site.nameEnd), site.names[0]!)
  if (site.enclosedBy === null && list === null) start = withPartner(at.folded, start, site)
  if (site.enclosedBy === null) start = withLatinInFront(at.folded, start, site, known)
  const name = at.folded.slice(start, site.nameEnd)
  const isKnownGloss = listedByGloss.some((one) => !one.isWeak && isPrintedAsName(site.names[0]!, one))
  const isOfCompany = isBehindCompany(at.folded, start, gazetteer)
  let meaning = readMeaning(site, start, at.folded, edge.part, isTechnical, { isKnownGloss, isOfCompany })
  const whole = at.folded.slice(site.limit, site.nameEnd)
  if (meaning.names === 'PERSON' || (site.enclosedBy === null && whole.includes('·') && !name.includes('·'))) {
    // A dotted name begins where its first part does; the edge may have fallen on a later part.
    const dot = whole.indexOf('·') < 0 ? -1 : firstDotOfLastName(at.folded, site)
    if (dot >= 0 && meaning.names !== 'ORGANISATION') {
      start = Math.max(site.limit, Math.min(start, startOfName(at.folded, dot)))
      meaning = readMeaning(site, start, at.folded, edge.part, isTechnical, { isKnownGloss, isOfCompany })
    }
  }
  meaning = withKnowledge(meaning, site, name, known(name), gazetteer, listedByGloss)
  // 行长|卡尼(Mark Carney): the calling is no part of the name.
  if (meaning.names === 'PERSON' && site.enclosedBy === null) start += titleInFront(at.folded.slice(start, site.nameEnd))
  return {
    at,
    site,
    start,
    surface: at.text.slice(start, site.nameEnd),
    folded: at.folded.slice(start, site.nameEnd),
    meaning,
  }
}

/** 微软的|小娜(Cortana): a person or a product of a known company. */
function isBehindCompany(folded: string, start: number, gazetteer: Gazetteer): boolean {
  if (folded[start - 1] !== '的') return false
  for (let length = 2; length <= 6; length++) {
    const names = gazetteer.names.get(folded.slice(Math.max(0, start - 1 - length), start - 1))
    if (names?.some(({ body }) => body.kind === 'COMPANY' || body.kind === 'BANK')) return true
  }
  return false
}

/** 数字、文化和体育部(DCS): where a known name begins that holds a list, of which an abbreviation does not say how long it is; null for none. */
function startOfKnownList(
  folded: string,
  site: GlossSite,
  known: (name: string) => 'SAME_GLOSS' | 'KNOWN' | null,
): number | null {
  if (folded[site.limit - 1] !== '、') return null
  for (let start = Math.max(0, site.nameEnd - longestList); start < site.limit - 1; start++)
    if (known(folded.slice(start, site.nameEnd)) !== null) return start
  return null
}

const longestList = 18

/** 政府|预算责任办公室, 国家|统计局: what says whose a body is belongs to a glossed name, if a phrase begins with it. */
function widen(folded: string, start: number, site: GlossSite): number {
  const front = /(?:政府|国家|联邦|全国|皇家|中央|反|泛)$/.exec(folded.slice(site.limit, start))
  if (front === null || endingOf(folded.slice(start, site.nameEnd)) === null) return start
  const wider = start - front[0].length
  return wider === site.limit || wordBefore(folded, wider, 'function') > 0 ? wider : start
}

/** 哈特兄弟|与洛克(Hart Bros & Locke): the first of two partners, where it sounds or means what the gloss begins with. */
function withPartner(folded: string, start: number, site: GlossSite): number {
  const [first, second] = site.names[0]!.split(/ (?:&|and) /)
  if (second === undefined || !'与和及'.includes(folded[start - 1] ?? '一')) return start
  const english = readEnglish(first!)
  let best = { start, total: enoughOfPartner }
  for (let length = 2; length <= 7 && start - 1 - length >= site.limit; length++) {
    const { total } = readParts(folded.slice(start - 1 - length, start - 1), english)
    if (total > best.total) best = { start: start - 1 - length, total }
  }
  return best.start
}

const enoughOfPartner = 0.6

const ofLatin = characterTable("a-z0-9.+&'\\-")

/**
 * Linux 基金会(Linux Foundation): a Latin word in front, a space between or none, belongs to the name if the gloss has it too, or if
 * a body of that gloss is known so: Apache 软件基金会(ASF).
 */
function withLatinInFront(
  folded: string,
  start: number,
  site: GlossSite,
  known: (name: string) => 'SAME_GLOSS' | 'KNOWN' | null,
): number {
  if (!isAt(ofLatin, folded, folded[start - 1] === ' ' ? start - 2 : start - 1)) return start
  const front = /[a-z0-9][a-z0-9.+&'-]*(?: [a-z0-9][a-z0-9.+&'-]*){0,2} ?$/.exec(
    folded.slice(Math.max(0, start - 40), start),
  )?.[0]
  if (front === undefined) return start
  const words = site.names.flatMap((name) => name.toLowerCase().split(/[\s,]+/))
  const inGloss = front.trim().split(' ')
  const isPart = (): boolean =>
    inGloss.every((word) => words.includes(word)) || known(inGloss.join(' ') + folded.slice(start, site.nameEnd)) === 'SAME_GLOSS'
  let length = front.length
  while (inGloss.length > 0 && !isPart()) length -= inGloss.shift()!.length + 1
  return inGloss.length === 0 ? start : start - length
}

/**
 * What the gazetteer says of a gloss outweighs the words around it. What other documents' glosses say does not: a lesson must not
 * confirm itself.
 */
function withKnowledge(
  meaning: GlossMeaning,
  site: GlossSite,
  name: string,
  isKnown: 'SAME_GLOSS' | 'KNOWN' | null,
  gazetteer: Gazetteer,
  byGloss: readonly KnownName[],
): GlossMeaning {
  const byName = gazetteer.find(name)
  const both = byName.filter((one) => byGloss.some((other) => other.body === one.body))
  const isBoth = both.length > 0
  // 通用电气(General Electric) begins like a person's rank; of one word alone, 福特(Ford), both readings stay open.
  const isSurelyBody = isBoth && meaning.names === 'PERSON' && site.names[0]!.includes(' ')
  // 《纽约客》(The New Yorker)
  const isSurelyPaper = isBoth && byGloss.every((one) => one.body.kind === 'MEDIA')
  if ((meaning.names === 'PERSON' && !isSurelyBody) || (meaning.names === 'WORK' && !isSurelyPaper)) return meaning
  // 在|桑德兰(Sunderland): the town, and not the club.
  const isOther = meaning.because === placed || meaning.because === called
  if (isBoth && both.every(({ isWeak, body }) => isWeak && (isOther || (meaning.names === 'PLACE' && body.kind === 'SPORTS'))))
    return meaning
  if (isBoth) return { ...meaning, names: 'ORGANISATION', confidence: 0.98, because: 'a known name with its known gloss' }
  const exact = byGloss.filter((one) => !one.isWeak && isPrintedAsName(site.names[0]!, one))
  if (exact.length > 0 && meaning.names === 'ORGANISATION' && meaning.confidence > 0.35)
    return { ...meaning, confidence: Math.max(0.85, meaning.confidence), because: 'a known gloss' }
  // 20国(G20): the bracket names a body whose Chinese name is put otherwise here.
  if (
    exact.length > 0 &&
    (meaning.names === 'ORGANISATION' || (meaning.names === 'TERM' && meaning.confidence < 0.8)) &&
    (/^[A-Z0-9&]{3,}$/.test(site.gloss) || (site.names[0]!.includes(' ') && site.names[0] === site.gloss)) &&
    exact.every((one) => one.body.kind !== 'COMPANY' && one.body.kind !== 'OTHER')
  )
    return { ...meaning, names: 'ORGANISATION', confidence: 0.65, because: 'a known gloss' }
  // A known Chinese name of some length says that it is a body, whatever the bracket adds.
  if (isKnown !== null && name.length >= 4 && byName.some((one) => !one.isWeak))
    return { ...meaning, names: 'ORGANISATION', confidence: Math.max(0.85, meaning.confidence), because: 'a known name' }
  return meaning
}

// Of 约翰·史密斯和简·琼斯(Jane Jones) the last name: back from the bracket while parts join by dots.
function firstDotOfLastName(folded: string, site: GlossSite): number {
  let dot = folded.lastIndexOf('·', site.nameEnd)
  if (dot < site.limit || site.nameEnd - dot > 9) return -1
  for (;;) {
    // `lastIndexOf` takes a negative place for the first one.
    const previous = dot === 0 ? -1 : folded.lastIndexOf('·', dot - 1)
    if (previous < site.limit || dot - previous > 6 || /[和与及、说]/.test(folded.slice(previous, dot))) return dot
    dot = previous
  }
}
