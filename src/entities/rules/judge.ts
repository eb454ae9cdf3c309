import { characterTable, isAt } from '../../text/character-table.ts'
import type { Field, Mention } from '../fields.ts'
import type { Body, KnownName } from '../gazetteer/known-name.ts'
import type { OrganisationKind } from '../recognition.ts'
import { hasClassNoun, isActing, isMaker } from '../words/acting.ts'
import { isWordBeginningInside, isWordEndingInside, wordBefore } from '../words/boundaries.ts'
import { behindBody, behindEither, behindProduct, ofUniversity } from '../words/contexts.ts'
import { endingOf } from '../words/kinds.ts'
import { isTechnicalWord } from '../words/latin-terms.ts'
import { isLocalBody } from '../words/local-bodies.ts'
import { isCalledAsTrade, isOfSeveral, isPartOfAddress, isPartOfAnotherWord, isWholeTrade } from '../words/other-words.ts'
import { isBehindFirstName, isFirstName, surnameCharacters } from '../words/people.ts'
import { isBehindLocalPlace, notNames } from '../words/places.ts'
import { spellsSound } from '../words/sounds.ts'
import { clearlyFirst, rankByCountry } from './country-ranking.ts'
import { isAdjective, isOfAnotherCountry, isOtherInEnglish, isTakenInEnglish, officeSpokenOf } from './english-contexts.ts'
import { meaningOf } from './product-names.ts'

/** What the document as a whole says. */
export interface Setting {
  language: string
  isManual: boolean
  /** Of a text that is not in English. */
  isRichInLatin: boolean
  /** True for a Latin word that the document also prints in small letters, as a word. */
  isWord: (folded: string) => boolean
  /** How strongly the text speaks of each country at a place. */
  countriesAt: (at: Field, start: number) => Map<string, number>
}

/** In front of a name these make another word of it: 中国|国联 is no body called 国国联. */
const cutsAWord = characterTable('各全本两三我贵外异祖帝王民列邻敌')

const kinds = ['function', 'verb', 'class', 'title'] as const

/** 周日|军方, 向南|航行: what is found of two characters in Chinese is of two words of the text. */
const isAcrossWords = (folded: string, start: number, end: number): boolean =>
  isWordEndingInside(folded, start) ||
  (isWordBeginningInside(folded, end) && !behindBody.test(folded.slice(end, end + 16))) ||
  (/^日/.test(folded.slice(start, end)) && /[\d周期昨今当近次同]/.test(folded[start - 1] ?? ''))

/** True when a word visibly ends at `start` or begins at `end`. */
function hasCleanEdge(folded: string, start: number, end: number): boolean {
  const before = folded[start - 1]
  if (before === undefined || !/\p{Script=Han}/u.test(before)) return true
  if (kinds.some((kind) => wordBefore(folded, start, kind) > 1)) return true
  // 都|乐于: a name that begins with a particle is two words until a word of some length ends in front of it.
  if ('都的不就也在又很再更最没还已将被把从向让对与和或及但而以'.includes(folded[start]!)) return false
  if ('的了在是和与及或对向被从由让称说为等将据到离往给比跟问请找赴驻'.includes(before)) return true
  const behind = folded.slice(end, end + 16)
  if (
    behind === '' ||
    /^(?:[^\p{Script=Han}]|[的和与及或在是将也等被对向还已曾]|领导|政权|总书记|党员)/u.test(behind) ||
    behindBody.test(behind)
  )
    return true
  // 德勤|最近, and not 北大|都, 中行|为: characters that make words with 大 and 行 of their own.
  return !'大行'.includes(folded[end - 1]!) && /^[去来里内前最近此昨今于以从把让因却并而但则都又再没不未]/.test(behind)
}

/** What a text says of a body in front of its name: 律所 a law firm, 智库 research; null when it says nothing. */
export function kindInFront(folded: string, start: number): OrganisationKind | null {
  const before = folded.slice(Math.max(0, start - 10), start).trimEnd()
  return wordBefore(before, before.length, 'class') > 1 ? (endingOf(before)?.kind ?? kindOfClass[before.slice(-2)] ?? null) : null
}

const kindOfClass: Record<string, OrganisationKind> = {
  媒体: 'MEDIA',
  报纸: 'MEDIA',
  政党: 'POLITICAL_PARTY',
  球队: 'SPORTS',
  巨头: 'COMPANY',
  券商: 'COMPANY',
  智库: 'RESEARCH',
  军方: 'MILITARY',
  民兵: 'MILITARY',
}

/** 央行, 财政部, 国会: of several bodies of one name the one of the country that the text speaks of; null when that is not clear. */
function byCountry(bodies: readonly Body[], at: Field, start: number, end: number, setting: Setting): Body | null {
  const scores = setting.countriesAt(at, start)
  const ranked = rankByCountry(bodies, scores)
  const first = ranked[0]
  if (first === undefined) return null
  const clear = clearlyFirst(ranked)
  if (clear !== null) return clear
  // A mainland text that names no country at all speaks of its own, and so does one that names a Chinese who speaks for the body.
  const isOwn =
    scores.size === 0 ||
    ranked.every(({ body, score }) => score === 0 || body.country === 'CN') ||
    spokenFor.test(at.folded.slice(end, end + 12))
  if (isOwn && (setting.language === 'zh-Hans' || (setting.language === 'zh-Hant' && first.body.kind === 'POLITICAL_PARTY'))) {
    const own = ranked.filter(({ body }) => body.country === 'CN')
    if (own.length === 1) return own[0]!.body
  }
  return null
}

/** 英|下议院, 美|财政部: headlines write one character for a country. Those that end other words are left out (昨日|外交部, 巴西|国会). */
function ofCountryInFront(bodies: readonly Body[], folded: string, start: number): Body | null {
  const country = countryOfLetter[folded[start - 1]!]
  if (country === undefined || /[\p{Script=Han}]/u.test(folded[start - 2] ?? '')) return null
  const own = bodies.filter((body) => body.country === country)
  return own.length === 1 ? own[0]! : null
}

const countryOfLetter: Record<string, string> = { 英: 'GB', 美: 'US', 俄: 'RU', 韩: 'KR', 德: 'DE', 法: 'FR' }

/** True for a paragraph on matches and clubs. */
export const speaksOfSports = (folded: string): boolean => ofSports.test(folded)

const ofSports =
  /球[队员迷场会星]|足球|篮球|棒球|橄榄球|俱乐部|联赛|赛季|主场|客场|主帅|教练|夺冠|进球|转会|对阵|football|soccer|league|coach|season|match/

/** 外交部|发言人汪明远20日: a surname, and no dot of a foreign name. */
const spokenFor = new RegExp(
  `^(?:副?部长|新闻发言人|发言人|副?行长|副?主任|副?局长|副?主席)(?:[${surnameCharacters}])\\p{Script=Han}{1,2}(?![\\p{Script=Han}]?·)`,
  'u',
)

/** What is decided of a name; the rest of its mention says where it stands. */
type Decision = Pick<Mention, 'rule' | 'confidence' | 'judgement' | 'body' | 'candidates' | 'needsSupport'>

const namesBody = (body: Body, rule: string, confidence: number): Decision => ({
  rule,
  confidence,
  judgement: 'POSITIVE',
  body,
  candidates: [],
  needsSupport: false,
})

const namesOther = (body: Body, rule: string): Decision => ({
  rule,
  confidence: 0.7,
  judgement: 'NEGATIVE',
  body: null,
  candidates: [body.key],
  needsSupport: false,
})

const mayName = (bodies: readonly Body[], rule: string, needsSupport: boolean): Decision => ({
  rule,
  confidence: 0.4,
  judgement: 'UNSURE',
  body: null,
  candidates: bodies.map((body) => body.key).sort(),
  needsSupport,
})

/**
 * Decides what a known name means where it stands; null when it is part of another word. A weak name asks for support: words that
 * go with bodies around it, or the same body named otherwise in the document (see support.ts).
 */
export function judgeKnownName(
  at: Field,
  start: number,
  end: number,
  names: readonly KnownName[],
  rule: string,
  setting: Setting,
): Mention | null {
  const decision = decide(at, start, end, names, rule, setting)
  if (decision === null) return null
  const { confidence, judgement, body, candidates, needsSupport } = decision
  return {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss: null,
    kind: 'ORGANISATION',
    rule: decision.rule,
    confidence,
    judgement,
    body,
    candidates,
    person: null,
    needsSupport,
  }
}

function decide(
  at: Field,
  start: number,
  end: number,
  names: readonly KnownName[],
  rule: string,
  setting: Setting,
): Decision | null {
  if (isOtherWord(at, start, end, names, setting)) return null
  const { folded } = at
  const name = folded.slice(start, end)
  const isEnglish = setting.language === 'en'
  // A fork, and Fork.
  const isTerm = isTechnicalWord(name)
  // Swift, and SWIFT.
  if (isTerm && /^\p{Lu}\p{Ll}/u.test(at.text.slice(start, end)) && names.every(isInCapitals)) return null
  const strong = isTerm && setting.isWord(name) ? [] : names.filter((one) => !one.isWeak && !(isEnglish && isEnglishWord(one)))
  const isWeak = strong.length === 0
  const bodies = bodiesOf(isWeak ? names : strong)
  if (bodies.length > 1) return decideAmong(bodies, at, start, end, rule, setting)
  const body = bodies[0]!
  const meant = meaningOf(body, at, start, end, setting)
  if (meant === 'USED' || meant === 'PRODUCT') return namesOther(body, `${rule}-${meant.toLowerCase()}`)
  if (meant === 'ANY') return mayName(bodies, rule, true)
  if (isWeak && body.kind === 'MEDIA') {
    if (isMarkedAsPaper(folded, start, end)) return namesBody(body, rule, 0.8)
    if (isWordUnlessMarked(folded, start, end)) return mayName(bodies, rule, false)
  }
  // 意大利银行: the banks of Italy, unless it says or does what one body does.
  if (body.kind === 'CENTRAL_BANK' && isCalledAsTrade(name) && !isSpokenOfAsBody(body, folded, start, end, setting))
    return mayName(bodies, rule, true)
  // 沃尔夫斯堡, 米兰: a club where the paragraph speaks of its trade, a town elsewhere.
  if (body.kind === 'SPORTS' && (isWeak || notNames.get(name) !== undefined) && !speaksOfSports(folded))
    return mayName(bodies, rule, true)
  // 香|港大|致: two characters are as often halves of two words, unless a word ends in front of them or begins behind them.
  const isClean = !isTwoCharacters.test(name) || hasCleanEdge(folded, start, end)
  const isDoubtful = isDoubtfulAbbreviation(body, at, start, end, setting)
  if (!isWeak && !isDoubtful && isClean) return namesBody(body, rule, 0.9)
  // Emory|大学: what it is stands behind.
  if (/[a-z]$/.test(name) && body.kind !== 'COMPANY' && endingOf(folded.slice(end, end + 2))?.kind === body.kind)
    return namesBody(body, rule, 0.8)
  // Swift 开发者: where Latin names are many, of a language.
  const isAmongTerms = setting.isManual || (isTerm && setting.isRichInLatin)
  if (
    isClean &&
    (((isWeak || isDoubtful) && isMaker(folded, start, end)) ||
      (!isAmongTerms && isSpokenOfAsBody(body, folded, start, end, setting)))
  )
    return namesBody(body, rule, 0.7)
  const isTaken = isEnglish
    ? isTakenInEnglish(body, names, at, start, end, setting)
    : !isTerm && !setting.isRichInLatin && isPrintedAlone(body, names, at, start, end)
  return isTaken ? namesBody(body, rule, 0.65) : mayName(bodies, rule, true)
}

/** True when what stands there is part of another word, of an address or of a longer name. */
function isOtherWord(at: Field, start: number, end: number, names: readonly KnownName[], setting: Setting): boolean {
  const { text, folded } = at
  const name = folded.slice(start, end)
  const behind = folded.slice(end, end + 16)
  if (isPartOfAnotherWord(name, behind) && !isGiver(folded, start, behind)) return true
  if (isPartOfAddress(folded, start, end)) return true
  if (isWholeTrade(name, folded, start)) return true
  // Esther Dyson is no vacuum cleaner.
  if (/^[a-z'’]+$/.test(name) && isBehindFirstName(text, start)) return true
  if (setting.language === 'en' && (isAdjective(text, start, end) || isOtherInEnglish(at, start, end, names))) return true
  // Northern &| Shell
  if (folded.startsWith('& ', start - 2) && /[a-z] & $/.test(folded.slice(Math.max(0, start - 4), start))) return true
  if (behind.startsWith(' & ') && /^ & [a-z]/.test(behind)) return true
  // 麦|康奈尔, 阿|普里马克: the beginning of a longer name.
  if ('麦阿埃'.includes(folded[start - 1] ?? '一') && [...name].every((one) => spellsSound(one))) return true
  if (name.length === 2 && (isAt(cutsAWord, folded, start - 1) || isAcrossWords(folded, start, end))) return true
  return name.startsWith('议') && /[协建决提争异抗商审评会倡]/.test(folded[start - 1] ?? '')
}

/** MIT授权 is a licence, 由世嘉授权 what a body does. */
const isGiver = (folded: string, start: number, behind: string): boolean =>
  /^ ?(?:授权|许可)/.test(behind) && /[由经获] ?$/.test(folded.slice(Math.max(0, start - 2), start))

/** Of several bodies of one name the one of the country spoken of; null when the name is of none of them. */
function decideAmong(
  bodies: readonly Body[],
  at: Field,
  start: number,
  end: number,
  rule: string,
  setting: Setting,
): Decision | null {
  const { folded } = at
  if (isOfSeveral(folded, start)) return null
  // 慕尼黑|议会 is no parliament of Germany: it is found with its place.
  if (isBehindLocalPlace(folded, start) && bodies[0]!.kind !== 'POLITICAL_PARTY')
    return isLocalBody(folded.slice(start, end)) ? null : mayName(bodies, rule, false)
  const isEnglish = setting.language === 'en'
  if (isEnglish && isOfAnotherCountry(bodies, folded, start)) return null
  const body = isEnglish
    ? officeSpokenOf(bodies, at, start, end, setting)
    : (ofCountryInFront(bodies, folded, start) ?? byCountry(bodies, at, start, end, setting))
  return body === null ? mayName(bodies, rule, !isEnglish) : namesBody(body, `${rule}-country`, 0.75)
}

/** 《财富》; (中央社): who reported it. */
const isMarkedAsPaper = (folded: string, start: number, end: number): boolean =>
  (folded[start - 1] === '《' && folded[end] === '》') || (folded[start - 1] === '(' && folded[end] === ')')

/** 财富, 时代, 自然 without marks are words, whatever else the document names; 卫报 says that it is a paper. */
function isWordUnlessMarked(folded: string, start: number, end: number): boolean {
  const name = folded.slice(start, end)
  return (
    /\p{Script=Han}$/u.test(name) &&
    endingOf(name)?.kind !== 'MEDIA' &&
    !/^》?(?:杂志|周刊|月刊|期刊)/.test(folded.slice(end, end + 4))
  )
}

const isTwoCharacters = /^\p{Script=Han}{2}$/u

/** In a manual ADB, ISO and GCC are tools and formats before they are banks, bodies and councils. */
function isDoubtfulAbbreviation(body: Body, at: Field, start: number, end: number, setting: Setting): boolean {
  const { folded } = at
  if (body.kind === 'COMPANY' || !/^[a-z0-9]{2,5}$/.test(folded.slice(start, end))) return false
  const behind = folded.slice(end, end + 16)
  // W3C 工作组
  if (setting.isManual)
    return !/^ ?(?:社区|官方|工作组|委员会|组织|成员|(?:媒体)?实验室|教授|研究人员|科学家|学生|毕业|博士)/.test(behind)
  if (setting.isRichInLatin && isOfAnotherState(body) && !setting.countriesAt(at, start).has(body.country!)) return true
  // IEEE 802.11 is a standard, PowerVR SGX a chip.
  return /^ \d/.test(behind) || (setting.language !== 'en' && /[a-z] $/.test(folded.slice(Math.max(0, start - 2), start)))
}

/** SBU, in a text of programs that does not speak of its state; the offices of America are known everywhere. */
const isOfAnotherState = ({ kind, country }: Body): boolean =>
  (kind === 'GOVERNMENT' || kind === 'REGULATOR' || kind === 'MILITARY' || kind === 'POLITICAL_PARTY') &&
  country !== null &&
  country !== 'US'

/** True when the words around a name go with bodies. */
function isSpokenOfAsBody(body: Body, folded: string, start: number, end: number, setting: Setting): boolean {
  const behind = folded.slice(end, end + 16)
  if (isTwoCharacters.test(folded.slice(start, end)))
    return (
      behindBody.test(behind) ||
      (body.kind === 'UNIVERSITY' && ofUniversity.test(behind)) ||
      hasClassNoun(folded.slice(Math.max(0, start - 10), start))
    )
  const isActor =
    isActing(folded, start, end) && !(setting.isRichInLatin && isJustMade.test(folded.slice(Math.max(0, start - 4), start)))
  return isActor || behindEither.test(behind)
}

/** Coach道歉: where Chinese prose prints few Latin words, a whole name in capitals is none of English. Letters alone stand for many things. */
function isPrintedAlone(body: Body, names: readonly KnownName[], { text, folded }: Field, start: number, end: number): boolean {
  const surface = text.slice(start, end)
  return (
    printedAlone.has(body.kind) &&
    !(body.isPlatform === true && surface === body.nameEn) &&
    names.some((name) => name.text === surface) &&
    /\p{Ll}{2}/u.test(surface) &&
    !isFirstName(surface) &&
    !/[\p{Script=Latin}\d] $/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[ &-][\p{Script=Latin}\d]/u.test(text.slice(end, end + 2)) &&
    !behindProduct.test(folded.slice(end, end + 8).trimStart())
  )
}

const isInCapitals = ({ text }: KnownName): boolean => /^\p{Lu}{2,}$/u.test(text)

const printedAlone: ReadonlySet<OrganisationKind> = new Set(['COMPANY', 'BANK', 'FUND', 'MEDIA', 'UNIVERSITY', 'NGO', 'RESEARCH'])

/** Apple, and an apple. */
const isEnglishWord = ({ body, text }: KnownName): boolean => body.isEnglishWord === true && text === body.nameEn

/** 创建了 Proton 工程: programs are made, as companies are. */
const isJustMade = /创建了? ?$/

const bodiesOf = (names: readonly KnownName[]): readonly Body[] =>
  names.length === 1 ? [names[0]!.body] : [...new Set(names.map((one) => one.body))]
