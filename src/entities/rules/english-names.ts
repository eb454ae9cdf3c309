import { countryInEnglish } from '../countries.ts'
import type { Field } from '../fields.ts'
import type { OrganisationKind } from '../recognition.ts'
import { kindOfEnglish } from '../words/english-kinds.ts'
import { findLatinSpans } from './latin-spans.ts'

/**
 * Names of bodies in English text that no list holds, by the word that says what they are: Ministry of Public Security, Harbour Foundation,
 * Northfield University. Capitals alone say nothing there.
 */
export interface EnglishName {
  start: number
  end: number
  kind: OrganisationKind
}

interface Span {
  start: number
  end: number
}

/** Behind its own name: Harbour Foundation. */
const last =
  /^\S.* (?:Foundation|University|College|Institute|Institution|Polytechnic|Academy|Bank|Association|Federation|Confederation|Society|Council|Commission|Committee|Agency|Authority|Bureau|Ministry|Corporation|Corp|Inc|Ltd|LLC|LLP|Company|Group|Holdings|Capital|Partners|Ventures|Airlines|Airways|Motors|Technologies|Pharmaceuticals|Studios|Entertainment|Pictures|Television|Broadcasting|Times|Post|Daily|Herald|Tribune|Gazette|Telegraph|Chronicle|Weekly|Magazine|Journal|News|Press|Museum|Hospital|Hospices?|Clinic|Gallery|Orchestra|Library|Party|Union|Alliance|Coalition|Consortium|Caucus|League|Church|Army|Navy|Air Force|Court|Laboratory|Labs|Exchange|Centers?|Centres?|Network|Club|School|Department|Office|Police|Organi[sz]ation|Trust|International)$/
/** In front of what it is for: Ministry of Finance, Center for Northern Studies. */
const kindsInFront =
  'Ministry|Department|Bureau|Office|University|College|Institute|Academy|School|Centers?|Centres?|Council|Commission|Committee|Association|Federation|Confederation|Society|Bank|Court|Chamber|Foundation|Administration|Agency|Organi[sz]ation|Union|House|Museum|Church'
const first = new RegExp(
  `^(?:\\S+ ){0,4}?(?:(?:${kindsInFront}) (?:[Oo]f|[Ff]or)|(?:Coalition|Alliance|League) (?:of|for|[Aa]gainst))(?: the)? \\p{Lu}`,
  'u',
)
const beginsWithKind = new RegExp(`^(?:${kindsInFront}) (?:of|for) `)
/** Says only what kind it is, or whose: The Supreme Court, City Council, Trump Administration. */
const general =
  /^(?:The |A |An |This |That |Our |Its |Their |His |Her |New |Former |Chinese |American |British |European |Japanese |Russian |German |French |Indian |US |U\.S\. |UK |City |State |County |Federal |National |Central |Local |Supreme |High |Standing |Executive |Party |Public |Private |Law |Business |Graduate |Primary |Secondary |Middle |Free |Civil |Communist |Democratic |Republican |Provincial |Municipal |District |Security |Media |Social |World |Global |Foreign |International |Political |Legal |Military |Police |Press |Data |Research |Cultural |Medical |Health |Trade |Labor |Labour )*(?:\S+)$/u
/** Of these there are many, or they are no bodies when they stand at the end of a line of capitals. */
const seldom =
  /(?:Press|News|Court|Police|Office|Department|School|Party|Group|Union|Club|Network|Church|Library|Center|Centre|Capital|Post|Journal|Organi[sz]ation|Trust|International|Gallery|Clinic)$/
const opening =
  /^(?:The|A|An|In|At|On|For|From|By|With|As|And|But|When|While|If|After|Before|Since|Under|Although|Though|Both|Former|To|Of|Or|That|This|Then|Like|Among|Between|Across|Against|During|Despite|Within|Without|Where|Which|So|Thus|Instead|Still|Also|Another|Every|Each|Some|Many|Most|All|Photo|Source|See|Read|Meanwhile|However|Today|According to|(?:Vice |Deputy |Executive |Managing |Associate )?(?:Director|President|Chairman|Chair|Dean|Head|Professor|Fellow|Secretary|Minister|Member|Editor|Founder|Chief|Secretary-General) (?:of|for)(?: the)?) /

/** What offices and societies are for: printing, Education, Industrial. */
const trade =
  'Health|Education|Welfare|Culture|Sports?|Tourism|Land|Infrastructure|Transport|Trade|Industry|Commerce|Science|Technology|Technologies|Innovation|Informati[sz]ation|Labou?r|Economy|Energy|Environment|Water|Agriculture|Food|Drug|Tax|Postal|Housing|Youth|Women|Finance|Law|Justice|Peace|Security|Arts?|Letters|Media|Film|Radio|Television|Press|Forestry|Grassland|Fisheries|Rural Affairs|Veterans|[\\p{L}-]{3,}(?:ing|ic|al|ment|tion)'
/** Ministry of Land|, Infrastructure, Transport and Tourism: no list of bodies, since each member is a trade. */
const otherTrades = new RegExp(
  `^(?:, \\p{Lu}?(?:${trade}))+,? and (?:\\p{Lu}[\\p{L}-]+ )?\\p{Lu}?(?:${trade}|Advancement|Affairs|Development)(?![\\p{L}])`,
  'u',
)
const endsInTrade = new RegExp(` (?:${trade})$`, 'u')
/** Forestry and Grassland Administration, and no Trump Administration */
const administration = new RegExp(` (?:${trade}) Administration$`, 'u')

const saysWhatItIs = (name: string): boolean => last.test(name) || first.test(name) || administration.test(name)

export function findEnglishNames({ text }: Pick<Field, 'text'>, taken: (place: number) => boolean): EnglishName[] {
  const names: EnglishName[] = []
  for (const span of joinOwners(text, findLatinSpans(text)).flatMap((one) => splitNames(text, one, taken))) {
    const name = readName(text, span)
    if (name !== null && !holdsTaken(name, taken)) names.push(name)
  }
  for (const one of [...findEnglishMissions(text), ...findCredited(text)]) if (!holdsTaken(one, taken)) names.push(one)
  return names
}

/** Anna Hill—Alder Weekly: who took the picture above, and for whom; Anna Hill—AFP/Harbour Images. */
const credit = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3} ?[—–]{1,2} ?(?=.{2,40}$)/u
const credited = /^(?:\p{Lu}[\p{L}\d.’'-]*|\p{Ll}\p{Lu}[\p{L}\d]+)(?: \p{Lu}[\p{L}\d.’'-]*){0,3}$/u

function findCredited(text: string): EnglishName[] {
  const found: EnglishName[] = []
  if (text.length > 80) return found
  let start = credit.exec(text)?.[0].length ?? text.length
  for (const part of text.slice(start).split(/(\/| via )/)) {
    if (credited.test(part) && !/^(?:Pool|Courtesy|Handout|Commons)$|Commons$/.test(part))
      found.push({ start, end: start + part.length, kind: 'MEDIA' })
    start += part.length
  }
  return found
}

/** Select Committee|on River Traffic, Leading Group|on Harbours and Coasts: general as they are without it. */
const ofMatter = /(?:^|[^.] )(?:Committee|Commission|Council|Caucus|Panel|(?:Working|Leading|Coordination|Study) Group)$/
const onMatter = /^ on (?:the )?\p{Lu}[\p{L}-]+(?:(?: and| of| for|,)?(?: the)? \p{Lu}[\p{L}-]+){0,6}/u
/** Measures for the|Administration of Harbours */
const titleOfLaw =
  /(?:Measures|Regulations?|Rules|Provisions|Law|Act|Opinions|Guidelines|Decision|Notice) (?:for|on|of|to)(?: the)? $/

function readName(text: string, span: Span): EnglishName | null {
  const start = behindOpening(text, span)
  const name = text.slice(start, span.end)
  const matter = ofMatter.test(name) ? (onMatter.exec(text.slice(span.end, span.end + 120))?.[0] ?? '') : ''
  if (matter !== '')
    return {
      start,
      end: span.end + matter.length,
      kind: / Group$/.test(name) ? 'GOVERNMENT' : (kindOfEnglish(`A ${name}`) ?? 'GOVERNMENT'),
    }
  if (!name.includes(' ') || name.length > 90) return null
  if (!saysWhatItIs(name) || titleOfLaw.test(text.slice(Math.max(0, start - 24), start))) return null
  const isLast = last.test(name)
  // The Kathmandu Post: an article that is printed as a part of the name.
  const isPaper = /[^.!?:\s]\s+The $/.test(text.slice(Math.max(0, start - 8), start)) && kindOfEnglish(name) === 'MEDIA'
  // Writers’ Association: nobody says whose.
  if (
    general.test(name) ||
    /^\S+s[’'] \S+$/.test(name) ||
    (isLast && !isPaper && seldom.test(name) && name.split(' ').length < 3)
  )
    return null
  const kind = kindOfEnglish(name) ?? (/Cent(?:er|re)$/.test(name) ? 'OTHER' : / Office$/.test(name) ? 'GOVERNMENT' : null)
  if (kind === null) return null
  return { start, end: span.end + lengthOfRest(text, start, span.end), kind }
}

function behindOpening(text: string, span: Span): number {
  let { start } = span
  for (let found = opening.exec(text.slice(start, span.end)); found !== null; found = opening.exec(text.slice(start, span.end)))
    start += found[0].length
  return start
}

/** South Korea Shipbuilders’|Equipment Association */
function joinOwners(text: string, spans: Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    if (
      before !== undefined &&
      /^s[’'] $/.test(text.slice(before.end - 1, span.start)) &&
      countryInEnglish(text.slice(before.start, before.end).toLowerCase()) === null
    )
      before.end = span.end
    else joined.push({ ...span })
  }
  return joined
}

/** Ministry of Education|and Ministry of Finance; American Chamber of Commerce|’s Survey; China’s, a known body’s|Harbour Light Foundation */
function splitNames(text: string, { start, end }: Span, taken: (place: number) => boolean): Span[] {
  const name = text.slice(start, end)
  for (const { 0: joint, index } of name.matchAll(/ and |[’']s /g)) {
    const left = name.slice(0, index)
    const behind = start + index + joint.length
    const right = text.slice(behind, end)
    if (joint !== ' and ') {
      // Taiwan’s Foreign Ministry says whose it is, the Party’s Central Committee that it is one's own.
      if (left === 'Party' || (countryInEnglish(left.toLowerCase()) !== null && !general.test(right)))
        return splitNames(text, { start: behind, end }, taken)
      if (taken(start + index - 1)) return splitNames(text, { start: behind, end }, taken)
      if (!left.includes(' ') || !saysWhatItIs(left)) continue
    } else if (!isWhole(left) || !isWhole(right)) continue
    return [{ start, end: start + index }, ...splitNames(text, { start: behind, end }, taken)]
  }
  return [{ start, end }]
}

const isWhole = (name: string): boolean => name.includes(' ') && saysWhatItIs(name) && !seldom.test(name)

/** Harbour Light Foundation|, Ltd.; Ministry of Land|, Infrastructure and Transport */
function lengthOfRest(text: string, start: number, end: number): number {
  const rest = text.slice(end, end + 120)
  const form = /^(?:,? Co\.)?,? (?:Ltd|Inc|LLC|Limited)(?![\p{L}])\.?/u.exec(rest)?.[0] ?? ''
  if (form !== '') return form.length
  const name = text.slice(start, end)
  if (!first.test(name)) return 0
  const trades = endsInTrade.test(name) ? (otherTrades.exec(rest)?.[0].length ?? 0) : 0
  return trades > 0 || !mayBeOn.test(name) ? trades : (onSubject.exec(rest)?.[0].length ?? 0)
}

/** Center for Northern Studies|on Rivers and Harbours, and not on Monday. */
const mayBeOn = /(?:Cent(?:er|re)|Institute|Committee|Commission|Council|Panel|Forum) (?:of|for) /
const onSubject =
  /^ on (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*(?: and (?:the )?\p{Lu}\p{L}+)?/u

/** Chinese Embassy in Kathmandu, U.S. consulate general in Chengdu, Embassy of Japan */
const missions =
  /(?<sender>(?:\p{Lu}[\p{L}.]+ )?\p{Lu}[\p{L}.]+) (?:Embassy|embassy|Consulate|consulate)(?:[ -][Gg]eneral)?(?: in \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?|(?:Embassy|Consulate(?:[ -]General)?) of (?<state>\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)(?: in \p{Lu}\p{L}+)?/gu

function findEnglishMissions(text: string): EnglishName[] {
  const found: EnglishName[] = []
  if (!/mbassy|onsulate/.test(text)) return found
  for (const { 0: name, index, groups } of text.matchAll(missions)) {
    const sender = (groups!['sender'] ?? groups!['state'])!
    if (countryInEnglish(sender.toLowerCase()) === null) continue
    const end = index + name.length
    found.push({ start: behindOpening(text, { start: index, end }), end, kind: 'GOVERNMENT' })
  }
  return found
}

/** Behind a known name: Yanbian University|of Science and Technology, Xinjiang University|Information Park Co., Ltd. */
const ofSubject = /^ of \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?: and \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?)?(?![\p{L}])/u
const longerEnding =
  /^(?:(?: \p{Lu}[\p{L}\d&-]+){0,5} (?:Foundation|Hospital|Museum|Library|Association|Union|Ventures|Capital)|(?: \p{Lu}[\p{L}\d&-]+){1,5} (?:Company|Corporation|(?:Co\.?,? )?Ltd\.?|Inc\.?))(?! ?\p{L}*\p{Lu}|\p{L})/u
const quality = /^(?:(?:New|National|Federal|State|Central|Local|Provincial|Municipal|City|County|District|Public|Private) ?)+$/

/** Organization Department of the|Central Committee */
const departmentOf = /(?<!\p{Lu}[\p{L}-]* )(?:\p{Lu}[\p{L}-]+ ){1,3}(?:Department|Bureau|Office|Secretariat) of the $/u

/** The longer name in English text of which a known one is a part: Henan|Department of Commerce is none of a country's; null where there is none. */
export function longerEnglishName(text: string, start: number, end: number): Span | null {
  const name = text.slice(start, end)
  const rest = text.slice(end, end + 90)
  if (/(?:University|Institute|College|Academy)$/.test(name)) {
    const subject = ofSubject.exec(rest)?.[0] ?? ''
    if (subject !== '' && countryInEnglish(subject.slice(4).toLowerCase()) === null) return { start, end: end + subject.length }
  }
  const behind = longerEnding.exec(rest)?.[0] ?? ''
  if (behind !== '') return { start, end: end + behind.length }
  const department = departmentOf.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? ''
  if (department !== '') return { start: start - department.length, end }
  if (!beginsWithKind.test(name)) return null
  const front = /(?:\p{Lu}[\p{L}-]+ ){1,3}$/u.exec(text.slice(Math.max(0, start - 48), start))?.[0] ?? ''
  const from = behindOpening(text, { start: start - front.length, end })
  if (from >= start) return null
  const owner = text.slice(from, start - 1)
  return countryInEnglish(owner.toLowerCase()) !== null || quality.test(owner) ? null : { start: from, end }
}

function holdsTaken({ start, end }: Span, taken: (place: number) => boolean): boolean {
  for (let place = start; place < end; place++) if (taken(place)) return true
  return false
}
