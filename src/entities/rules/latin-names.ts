import { han, isAt } from '../../text/character-table.ts'
import type { Field, Mention } from '../fields.ts'
import { isUntranslated } from '../glosses/agreement.ts'
import type { OrganisationKind } from '../recognition.ts'
import { hasClassNoun, isActing, isMaker, isSoftlyActing } from '../words/acting.ts'
import { wordBefore } from '../words/boundaries.ts'
import {
  behindEither,
  called,
  calledInNews,
  calledSo,
  figures,
  founds,
  joining,
  ofThing,
  pointsBehind,
  surveys,
} from '../words/contexts.ts'
import { kindOfEnglish } from '../words/english-kinds.ts'
import { endingOf } from '../words/kinds.ts'
import { isNoBody, isTechnicalWord } from '../words/latin-terms.ts'
import { isFirstName } from '../words/people.ts'
import { kindInFront, type Setting } from './judge.ts'
import { findLatinSpans } from './latin-spans.ts'

/**
 * Names in Latin letters that stand in Chinese text without gloss or entry: PeerIndex被收购, 软件公司Buffer. Capitals alone say little
 * (GDP, iPhone, Windows), so each asks for words around it that go with a body; one place that has them speaks for all others.
 */
export interface LatinName {
  at: Field
  start: number
  end: number
  surface: string
  /** 0 to 1. */
  confidence: number
}

/** What a surface says wherever in a document it stands, and the best score of its places. */
interface Surface {
  text: string
  /** Without what Chinese belongs to it. */
  latin: string
  /** Where to begin with what stands around it, in a text that is no manual. */
  score: number
  isShort: boolean
  endsInLegalForm: boolean
  best: number
}

interface Place extends Pick<LatinName, 'at' | 'start' | 'end' | 'confidence'> {
  surface: Surface
}

/** Names of one document that may be those of bodies, in order. */
export function findLatinNames(
  fields: readonly Field[],
  isTaken: (at: Field) => (place: number) => boolean,
  setting: Pick<Setting, 'isManual' | 'isRichInLatin' | 'isWord'>,
  isGlossOfTerm: (at: Field, place: number) => boolean,
  known: readonly Mention[],
): LatinName[] {
  const { isManual, isRichInLatin, isWord } = setting
  const places: Place[] = []
  // Most surfaces recur. Null for what is no name of a body anywhere.
  const surfaces = new Map<string, Surface | null>()
  for (const at of fields) {
    const { text, folded } = at
    const taken = isTaken(at)
    for (const span of findLatinSpans(text)) {
      const { start } = span
      if (taken(start)) continue
      // GENIVI 联盟, Tel Aviv 技术学院
      const isBeforeHan = isAt(han, folded, folded[span.end] === ' ' ? span.end + 1 : span.end)
      const ending = isBeforeHan ? (ofForm.exec(folded.slice(span.end, span.end + 10))?.[0] ?? '') : ''
      const end = span.end + ending.length
      if (end - start < 2 || taken(end - 1) || !standsInChinese(text, start, end, isRichInLatin)) continue
      if (isGlossOfTerm(at, start)) continue
      // 维基媒体| Gerrit: the word for a kind is the end of another name.
      const edge = folded[start - 1] === ' ' ? start - 1 : start
      if (edge > 0 && taken(edge - 1) && hasClassNoun(folded.slice(Math.max(0, edge - 10), edge))) continue
      const printed = text.slice(start, end)
      let surface = surfaces.get(printed)
      if (surface === undefined) {
        surface = readSurface(printed, text.slice(start, span.end), setting)
        surfaces.set(printed, surface)
      }
      if (surface === null) continue
      const score =
        ending !== '' ? 2 : isManual ? weighInManual(at, start, end, surface) : weigh(at, start, end, surface, isRichInLatin)
      const confidence = Math.round(Math.max(1 / (1 + Math.exp(-score)), 0.6) * 100) / 100
      places.push({ at, start, end, surface, confidence })
      if (score > surface.best) surface.best = score
    }
  }
  // Where Latin names are many, lists are of programs.
  const mayBeSure = isRichInLatin ? places.filter(isSure) : places
  const surnames = new Set([...surfaces.keys()].filter(isNamedAsPeople).map((name) => name.slice(name.lastIndexOf(' ') + 1)))
  // Asked last and of few, since to answer all of the document is read once more.
  const names = mayBeSure.filter(({ surface }) => !surnames.has(surface.text) && !isWord(surface.latin.toLowerCase()))
  if (!isRichInLatin) giveToNeighbours(names, known)
  return names.filter(isSure).map((name) => ({ ...name, surface: name.surface.text }))
}

const isSure = ({ surface }: Place): boolean => surface.best >= enough

/** Null for what is no name of a body wherever it stands. */
function readSurface(
  text: string,
  latin: string,
  { isManual, isRichInLatin }: Pick<Setting, 'isManual' | 'isRichInLatin'>,
): Surface | null {
  if (isNoBody(latin) || isFirstName(text) || isOther.test(text)) return null
  if (isManual && isTechnicalWord(latin)) return null
  const isShort = /^\p{Lu}{1,3}$/u.test(text)
  let score = -1
  // Where Latin names are many, the names of methods and programs end so as well.
  if (!isManual && kindOfEnglish(text) !== null) score += isRichInLatin && !endsAsBody(text) ? 0.5 : 2
  // Northern & Shell are partners; in a text of programs, Drag & Drop.
  if (!isRichInLatin && text.includes(' & ')) score += 2
  if (isNamedAsPeople(text)) score -= 1.5
  const endsInLegalForm = text.includes(' ') && legalForm.test(text)
  return { text, latin, score, isShort, endsInLegalForm, best: -Infinity }
}

/** Behind a Latin name, and a part of it: what it is. */
const ofForm =
  /^ ?(?:[\u4e00-\u9fff]{0,2}(?:大学(?!时)|学院)|(?:软件)?基金会|协会|联盟|委员会|研究所|研究院|实验室|图书馆|博物馆|出版社|工会|商会|律师事务所|航空(?![公业母])|证券(?![业市法交投监化])|集团(?![军化])|银行(?![业家卡])|组织(?=[在的于和是]|[^\u4e00-\u9fff]|$))(?![\u4e00-\u9fff]*(?:大学|学院)|[们生])/
const enough = 0.8
/** Between members of a list; the comma of Chinese text stands between clauses. */
const betweenMembers = /^ ?(?:、|, |和|与|及|以及|或)(?: ?(?:和|与|及|以及))? ?$/

/** Longling Capital, Mask Network和Incuba: what stands in one list with a body is one, as far as its form allows. */
function giveToNeighbours(places: readonly Place[], known: readonly Mention[]): void {
  const bodies = new Map<Field, { start: number; end: number }[]>()
  const add = (at: Field, span: { start: number; end: number }): void => {
    const there = bodies.get(at)
    if (there === undefined) bodies.set(at, [span])
    else there.push(span)
  }
  for (const one of known) if (one.kind === 'ORGANISATION' && one.judgement === 'POSITIVE') add(one.at, one)
  for (const place of places) if (isSure(place)) add(place.at, place)
  for (const list of [places, places.toReversed()])
    for (const place of list) {
      const { at, surface } = place
      if (isSure(place) || surface.best <= -2.5 || !mayBeListed(surface)) continue
      const isListed = bodies.get(at)?.some(({ start, end }) => {
        const gap = end <= place.start ? at.text.slice(end, place.start) : at.text.slice(place.end, start)
        return gap.length <= 4 && betweenMembers.test(gap)
      })
      if (isListed !== true) continue
      surface.best = enough
      add(at, place)
    }
}

/** Chr Hansen, and not Anna Hill: in lists of bodies a first name makes two words a person's. */
const mayBeListed = ({ text }: Surface): boolean =>
  /^\p{Lu}|^\p{Ll}\p{L}*\p{Lu}/u.test(text) && !(isPersonal(text) && isFirstName(text.slice(0, text.indexOf(' '))))

// In a line of English within Chinese text (a quotation, a list of titles) capitals mean nothing.
function standsInChinese(text: string, start: number, end: number, isRichInLatin: boolean): boolean {
  for (let step = 1; step <= 3; step++) if (isAt(han, text, start - step) || isAt(han, text, end + step - 1)) return true
  // A long list: 由 IBM、Tomitribe、Payara 等厂商.
  return isRichInLatin && text[start - 1] === '、'
}

function weigh(at: Field, start: number, end: number, surface: Surface, isRichInLatin: boolean): number {
  let score = surface.score
  const behind = at.folded.slice(end, end + 24).trimStart()
  const before = at.folded.slice(Math.max(0, start - 14), start).trimEnd()
  // Words that go with bodies beside it.
  if (isMaker(at.folded, start, end) && !isPersonal(surface.text)) score += 2
  else if (isActing(at.folded, start, end) && !(founds.test(behind) && isPersonal(surface.text)))
    score += isSoftlyActing(behind, before) ? 1.2 : 2
  else if (!isRichInLatin && isCalledInNews(before) && !isFirstName(surface.text.split(' ')[0]!)) score += 2
  if (behindEither.test(behind) && !isPersonal(surface.text)) score += 1.2 // says or wants something
  if (before.endsWith('据') ? surveys.test(behind) : figures.test(behind)) score += 2 // says how much there is
  score += pointsBehind(behind)
  if (
    /^\s?(?:\p{Script=Han}{0,3}公司|集团|银行|基金会?|律师事务所|研究所|工会|协会|实验室|资本)|^(?:大学|杂志|电视台|通讯社)/u.test(
      at.folded.slice(end, end + 8),
    ) &&
    !(behind.startsWith('的') && isPersonal(surface.text))
  )
    score += 2.2 // what it is stands behind
  if (ofShares.test(behind)) score += 1.5 // what no person has, whoever it is called after
  if (joining.isAtEnd(before)) score += 1 // founded, bought or joined
  if (ofThing.isAtEnd(before)) score -= 1.5 // a word for a thing in front
  if (surface.isShort && !(isRichInLatin ? calledSo.isAtEnd(before) : isCalledInNews(before))) score -= 1 // a short abbreviation
  if (wordBefore(before, before.length, 'title') > 1 && isPersonal(surface.text)) score -= 2 // a calling in front
  return score
}

/** CEO Anna Hill, shares (DBK.DE), and programs: those that are made at Apache and Eclipse bear its name. */
const isOther =
  /^(?:C[A-Z]O|VP|SVP|Dr\.?|Mrs?\.?|Ms\.?) |(?:\.js| OS)$|^[A-Z\d]{2,6}\.[A-Z]{1,2}$|^(?:Apache|Eclipse) (?!.*(?:Foundation|Corp|\p{Script=Han}))/u

/** Not so Service Mesh, HTTP POST, Messenger Service, Research And Development. */
const endsAsBody = (surface: string): boolean =>
  (/ (?:of|for) /.test(surface) || kindOfEnglish(`The${surface.slice(surface.lastIndexOf(' '))}`) !== null) &&
  !endsAsProgram.test(surface)
const endsAsProgram =
  /(?:POST|Post|Services?|Workers?|Development|Network|Exchange|Office|Store|Times?|Union|Library|Server|Review|TV)$/

/** Arthur Quill|的股价 */
const ofShares = /^的?(?:股价|股票(?!经纪|交易)|市值|营收|净利润|财报)/

const isCalledInNews = (before: string): boolean =>
  calledSo.isAtEnd(before) || hasClassNoun(before) || calledInNews.isAtEnd(before)
/**
 * In a manual programs are developed, released and supplied, have users and teams, and end in Service or Media: a body there is
 * called one, employs people, or is bought.
 */
function weighInManual(at: Field, start: number, end: number, surface: Surface): number {
  const behind = at.folded.slice(end, end + 24).trimStart()
  const before = at.folded.slice(Math.max(0, start - 14), start).trimEnd()
  if (/^(?:公司|集团|银行|基金会|律师事务所|研究所|研究院|大学|杂志|通讯社)/.test(behind)) return 2 // what it is stands behind
  if (calledSo.isAtEnd(before)) return 1.5 // what it is stands in front
  if (surface.endsInLegalForm && !/^(?:版本|的?(?:框架|库))/.test(behind)) return 1.5 // ends in a legal form
  if (surface.isShort) return -2 // an abbreviation
  const isBody =
    isMaker(at.folded, start, end) || // what only bodies have or do
    (called.isAtEnd(before) && /^的(?:\S{0,4}公司|企业|机构|组织)/.test(behind)) || // called so, and a company
    (before.endsWith('据') && surveys.test(behind)) // says how much there is
  return isBody && !isPersonal(surface.text) ? 1 : -2 // or nothing of a body in a manual, or could be a person
}

const legalForm =
  /\b(?:Inc|Ltd|LLC|LLP|GmbH|Corp|Corporation|Foundation|University|Institute of Technology|Association|Software Foundation|Ventures|Labs|Studios|Holdings)\.?$/

/** Two or three words that are no words of the vocabulary of bodies: Steven Anderson; or a first name and a word of it: Philip Green. */
const isPersonal = (surface: string): boolean =>
  /^(?:\p{Lu}\p{Ll}+|\p{Lu}{2})(?: \p{Lu}\.?)?(?: \p{Lu}\p{Ll}+){1,2}$/u.test(surface) &&
  (isUntranslated(surface) || isNamedAsPeople(surface))

/** Reid Hoffman: a first name and another word, neither of which says what body it is. */
const isNamedAsPeople = (surface: string): boolean =>
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)? \p{Lu}[\p{L}’']+$/u.test(surface) &&
  isFirstName(surface.slice(0, surface.indexOf(' '))) &&
  kindOfEnglish(surface) === null

/** What a Latin name names, by its own ending and by what stands around it. */
export function kindOfLatin(name: LatinName): OrganisationKind {
  const { folded } = name.at
  const byName = endingOf(folded.slice(name.start, name.end))?.kind ?? kindOfEnglish(name.surface)
  if (byName !== null) return byName
  const behind = folded.slice(name.end, name.end + 6)
  if (/^(?:采访|专访|记者|报道|杂志|的报道|主编|专栏)/.test(behind)) return 'MEDIA'
  return endingOf(behind.slice(0, 2))?.kind ?? kindInFront(folded, name.start) ?? 'COMPANY'
}

/** Odey|资产管理公司, Motilal Oswal|证券: its trade, behind its name and a part of it; what makes it a name of its own accord is `ofForm`. */
const description =
  /^(?:(?:全球|国际|资本|证券|保险|银行|资产|管理|投资|律师|风险投资|能源|电力|石油|天然气|矿业|钢铁|制药|生物|科技|技术|软件|通信|传媒|媒体|娱乐|影业|地产|航运|物流|金融|服务|咨询|零售|食品|汽车|航空|建筑|工程|化工|材料|半导体|电子|网络|支付|广告|公关|教育|医疗|健康|出版|音乐|设计|数据|分析){1,3}(?:公司|集团)|资本(?!市场|主义|金|支出|外流|管制|利得|开支)|证券(?!业|市场|法|交易|投资|监管|化)|资产管理(?!业|规模|部)|电视台|电台|通讯社|航空(?!公司|业|母舰))(?!们)/

/** With what is said behind it of what it is. */
export function withDescription(name: LatinName, taken: (place: number) => boolean): LatinName {
  const length = description.exec(name.at.folded.slice(name.end, name.end + 10))?.[0].length ?? 0
  const end = name.end + length
  if (length === 0 || taken(end - 1)) return name
  return { ...name, end, surface: name.at.text.slice(name.start, end) }
}

/** The mention that a Latin name makes. */
export function latinMention(name: LatinName, body: Mention['body']): Mention {
  return {
    at: name.at,
    start: name.start,
    end: name.end,
    surface: name.surface,
    gloss: null,
    kind: 'ORGANISATION',
    rule: 'latin',
    confidence: name.confidence,
    judgement: 'POSITIVE',
    candidates: [],
    body,
    person: null,
    needsSupport: false,
  }
}
