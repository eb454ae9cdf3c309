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

/** Behind its own name: Harbour Foundation. */
const last =
  /^\S.* (?:Foundation|University|College|Institute|Institution|Polytechnic|Academy|Bank|Association|Federation|Society|Council|Commission|Committee|Agency|Authority|Bureau|Ministry|Corporation|Corp|Inc|Ltd|LLC|LLP|Company|Group|Holdings|Capital|Partners|Ventures|Airlines|Airways|Motors|Technologies|Pharmaceuticals|Studios|Entertainment|Pictures|Television|Broadcasting|Times|Post|Daily|Herald|Tribune|Gazette|Telegraph|Chronicle|Weekly|Magazine|Journal|News|Press|Museum|Hospital|Orchestra|Library|Party|Union|Alliance|Coalition|League|Church|Army|Navy|Court|Laboratory|Labs|Exchange|Center|Centre|Network|Club|School|Department|Office|Police)$/
/** In front of what it is for: Ministry of Finance, Center for Northern Studies. */
const first =
  /^(?:\S+ ){0,4}?(?:Ministry|Department|Bureau|Office|University|College|Institute|Academy|School|Center|Centre|Council|Commission|Committee|Association|Federation|Society|Bank|Court|Chamber|Foundation|Administration|Agency|Organi[sz]ation|Union|House|Museum|Church) (?:of|for)(?: the)? \p{Lu}/u
/** Says only what kind it is, or whose: The Supreme Court, City Council, Trump Administration. */
const general =
  /^(?:The |A |An |This |That |Our |Its |Their |His |Her |New |Former |Chinese |American |British |European |Japanese |Russian |German |French |Indian |US |U\.S\. |UK |City |State |County |Federal |National |Central |Local |Supreme |High |Standing |Executive |Party |Public |Private |Law |Business |Graduate |Primary |Secondary |Middle |Free |Civil |Communist |Democratic |Republican |Provincial |Municipal |District |Security |Media |Social |World |Global |Foreign |International |Political |Legal |Military |Police |Press |Data |Research |Cultural |Medical |Health |Trade |Labor |Labour )*(?:\S+)$/u
/** Of these there are many, or they are no bodies when they stand at the end of a line of capitals. */
const seldom =
  /(?:Press|News|Court|Police|Office|Department|School|Party|Group|Union|Club|Network|Church|Library|Center|Centre|Capital|Post|Journal)$/
const opening =
  /^(?:The|A|An|In|At|On|For|From|By|With|As|And|But|When|While|If|After|Before|Since|Under|Although|Though|Both|Former|To|Of|Or|That|This|Photo|Source|See|Read|Meanwhile|However|Today|According to|(?:Vice |Deputy |Executive |Managing |Associate )?(?:Director|President|Chairman|Chair|Dean|Head|Professor|Fellow|Secretary|Minister|Member|Editor|Founder|Chief|Secretary-General) (?:of|for)(?: the)?) /

export function findEnglishNames({ text }: Pick<Field, 'text'>, taken: (place: number) => boolean): EnglishName[] {
  const names: EnglishName[] = []
  for (const span of findLatinSpans(text)) {
    const { end } = span
    let { start } = span
    for (let found = opening.exec(text.slice(start, end)); found !== null; found = opening.exec(text.slice(start, end)))
      start += found[0].length
    const name = text.slice(start, end)
    if (!name.includes(' ') || name.length > 90) continue
    const isLast = last.test(name)
    if (!isLast && !first.test(name)) continue
    if (general.test(name) || (isLast && seldom.test(name) && name.split(' ').length < 3)) continue
    if (holdsTaken(start, end, taken)) continue
    const kind = kindOfEnglish(name)
    if (kind !== null) names.push({ start, end, kind })
  }
  return names
}

function holdsTaken(start: number, end: number, taken: (place: number) => boolean): boolean {
  for (let place = start; place < end; place++) if (taken(place)) return true
  return false
}
