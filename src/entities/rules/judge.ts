import { foldName } from '../../text/fold-name.ts'
import type { Candidate, Field } from '../fields.ts'
import type { Body, KnownName } from '../gazetteer/known-name.ts'
import type { OrganisationKind } from '../recognition.ts'
import { productNouns, wordBefore } from '../words/boundaries.ts'
import { beforeBody, behindBody, behindEither } from '../words/contexts.ts'
import { endingOf } from '../words/kinds.ts'
import { isTechnicalWord } from '../words/latin-terms.ts'
import { isPartOfAnotherWord } from '../words/other-words.ts'
import { isBehindFirstName, surnameCharacters } from '../words/people.ts'
import { isBehindLocalPlace, notNames } from '../words/places.ts'
import { beforeUsedPlatform, behindUsedPlatform, isPlatform } from '../words/platforms.ts'
import { spellsSound } from '../words/sounds.ts'

/** What the document as a whole says. */
export interface Setting {
  language: string
  isManual: boolean
  /** True for a Latin word that the document also prints in small letters, as a word. */
  isWord: (folded: string) => boolean
  /** How strongly the text speaks of each country at a place. */
  countriesAt: (at: Field, start: number) => Map<string, number>
}

/** In front of a name these make another word of it: 中国|国联 is no body called 国国联. */
const cutsAWord = /(?:各|全|本|两|三|我|贵|外|异|祖|帝|王|民|列|邻|敌)$/

/** oracle.com, @google: a Latin name in an address or a handle. */
const isPartOfAddress = (folded: string, start: number, end: number): boolean =>
  /[a-z0-9]/.test(folded[end - 1]!) &&
  (/^(?:\.[a-z]{2,4}(?![a-z])|[_@][a-z0-9])/.test(folded.slice(end, end + 6)) ||
    /(?:[a-z0-9]\.|[@_#])$/.test(folded.slice(Math.max(0, start - 2), start)))

/** Words around a name that go with a body that acts. */
export function isActing(at: Field, start: number, end: number): boolean {
  const { folded } = at
  const behind = folded.slice(end, end + 20).replace(/^\s+/, '')
  const before = folded.slice(Math.max(0, start - 14), start).trimEnd()
  return (
    behindBody.test(behind) ||
    beforeBody.test(before) ||
    hasClassNoun(before) ||
    /^被[^，。]{0,10}(?:起诉|收购|罚款|调查|指控|告上)/.test(behind) ||
    /^等\S{0,6}(?:公司|企业|集团|机构|银行|媒体|巨头|零售商|制造商|运营商|投资者|券商|基金|组织|车企|药企)/.test(behind) ||
    (/(?:被|由|获|遭)$/.test(before) &&
      /^(?:收购|并购|投资|起诉|解雇|聘用|拒绝|买下|录用|罚款|批准|任命|创立|开发)/.test(behind)) ||
    (/(?:在|于|为)$/.test(before) &&
      /^(?:任职|工作(?!站|区|流|台|空间|目录|负载|表|簿)|就职|担任|实习|供职|效力|负责|从事)/.test(behind)) ||
    (/接受$/.test(before) && /^(?:采访|专访|访问)/.test(behind))
  )
}

/** True for what stands behind a name and only bodies have or do, in manuals as well: programs have users and teams, but no shares. */
export const doesBusiness = (behind: string): boolean => business.test(behind)

const business =
  /^(?:的)?(?:首席|总裁|董事长|联合创始人|股价|股票|财报|营收|员工|雇员|裁员|上市|总部|数据科学家|高级\S{0,6}工程师|\S{0,6}总监)|^(?:也|则|都)?(?:宣布|声称|被\S{0,8}收购|收购)|^[(（](?:成立|创立|创建)于/

/** True when a text ends in a word for a kind of body: 软件公司, 对冲基金. */
export function hasClassNoun(before: string): boolean {
  const length = wordBefore(before, before.length, 'class')
  return length > 1 && !productNouns.has(before.slice(-length))
}

/** True when a word visibly ends at `start` or begins at `end`. */
function hasCleanEdge(folded: string, start: number, end: number): boolean {
  const before = folded[start - 1]
  if (before === undefined || !/\p{Script=Han}/u.test(before)) return true
  const kinds = ['function', 'verb', 'class', 'title'] as const
  if (kinds.some((kind) => wordBefore(folded, start, kind) > 1)) return true
  // 都|乐于: a name that begins with a particle is two words until a word of some length ends in front of it.
  if ('都的不就也在又很再更最没还已将被把从向让对与和或及但而以'.includes(folded[start]!)) return false
  if ('的了在是和与及或对向被从由让称说为等将据到离往给比跟问请找赴驻'.includes(before)) return true
  const behind = folded.slice(end, end + 16)
  if (behind === '' || /^(?:[^\p{Script=Han}]|[的和与及或在是将也等被对向还已曾])/u.test(behind) || behindBody.test(behind))
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

/** On Twitter, a Facebook post: English says by small words what Chinese says by verbs. */
const beforeUsedInEnglish = /(?:^|[^a-z])(?:on|onto|via|through|to|using|use|used|uses|over|into|like)\s*$/
const behindUsedInEnglish =
  /^(?:accounts?|posts?|pages?|users?|feeds?|threads?|messages?|profiles?|groups?|handles?|hashtags?|videos?|chats?|friends?|followers?|links?|channels?|storm|live)(?![a-z])/

const platformsOf = new WeakMap<Body, boolean>()

function runsPlatform(body: Body): boolean {
  let answer = platformsOf.get(body)
  if (answer === undefined) {
    answer = [body.nameEn, body.nameZh].some((name) => name !== null && isPlatform(foldName(name)))
    platformsOf.set(body, answer)
  }
  return answer
}

/** True when a platform is spoken of as a place or a tool, not as the company that runs it. */
function isUsed(body: Body, at: Field, start: number, end: number, setting: Setting): boolean {
  if (!runsPlatform(body)) return false
  const behind = at.folded.slice(end, end + 40).trimStart()
  const before = at.folded.slice(Math.max(0, start - 14), start)
  // 从Airbnb到Facebook等数十家企业
  if (/^等[^，。]{0,8}(?:公司|企业|机构|巨头)/.test(behind)) return false
  if (behindUsedPlatform.test(behind)) return true
  // A manual that has it in its title, and not as the place where something is done, is about it.
  if (setting.isManual)
    return !isActing(at, start, end) && !doesBusiness(behind) && (at.field !== 'TITLE' || beforeUsedPlatform.test(before))
  if (setting.language === 'en') return beforeUsedInEnglish.test(before) || behindUsedInEnglish.test(behind)
  return beforeUsedPlatform.test(before) && !behindBody.test(behind)
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

type Ranked = readonly { body: Body; score: number }[]

export const rankByCountry = (bodies: readonly Body[], scores: ReadonlyMap<string, number>): Ranked =>
  bodies
    .filter((body) => body.country !== null)
    .map((body) => ({ body, score: scores.get(body.country!) ?? 0 }))
    .sort((a, b) => b.score - a.score)

/** The body of the country that is spoken of, and of no other by far; null where none is. */
export function clearlyFirst([first, second]: Ranked): Body | null {
  if (first === undefined || first.score < 2 || first.body.country === second?.body.country) return null
  return first.score >= 1.5 * (second?.score ?? 0) ? first.body : null
}

/** True for a paragraph on matches and clubs. */
export const speaksOfSports = (folded: string): boolean => ofSports.test(folded)

const ofSports =
  /球[队员迷场会星]|足球|篮球|棒球|橄榄球|俱乐部|联赛|赛季|主场|客场|主帅|教练|夺冠|进球|转会|对阵|football|soccer|league|coach|season|match/

/** 外交部|发言人汪明远20日: a surname, and no dot of a foreign name. */
const spokenFor = new RegExp(
  `^(?:副?部长|新闻发言人|发言人|副?行长|副?主任|副?局长|副?主席)(?:[${surnameCharacters}])\\p{Script=Han}{1,2}(?![\\p{Script=Han}]?·)`,
  'u',
)

/** What is decided of a name; the rest of its candidate says where it stands. */
type Decision = Pick<Candidate, 'rule' | 'confidence' | 'judgement' | 'body' | 'candidates' | 'needsSupport'>

const namesBody = (body: Body, rule: string, confidence: number): Decision => ({
  rule,
  confidence,
  judgement: 'POSITIVE',
  body,
  candidates: [],
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
): Candidate | null {
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
  const { folded } = at
  const name = folded.slice(start, end)
  const behind = folded.slice(end, end + 16)
  if (isPartOfAnotherWord(name, behind)) return null
  if (isPartOfAddress(folded, start, end)) return null
  // Esther Dyson is no vacuum cleaner.
  if (/^[a-z'’]+$/.test(name) && isBehindFirstName(at.text, start)) return null
  // Northern &| Shell
  if (/[a-z] & $/.test(folded.slice(Math.max(0, start - 4), start)) || /^ & [a-z]/.test(behind)) return null
  // 麦|康奈尔: the son of somebody.
  if (folded[start - 1] === '麦' && [...name].every((one) => spellsSound(one))) return null
  if (name.length === 2 && cutsAWord.test(folded.slice(Math.max(0, start - 1), start))) return null
  if (name.startsWith('议') && /[协建决提争异抗商审评会倡]/.test(folded[start - 1] ?? '')) return null
  // A fork, and Fork.
  const isWord = isTechnicalWord(name) && setting.isWord(name)
  const strong = isWord ? [] : names.filter((one) => !one.isWeak)
  const bodies = bodiesOf(strong.length > 0 ? strong : names)
  if (bodies.length > 1) {
    // 慕尼黑|议会 is no parliament of Germany.
    if (isBehindLocalPlace(folded, start)) return mayName(bodies, rule, false)
    const body = byCountry(bodies, at, start, end, setting)
    return body === null ? mayName(bodies, rule, true) : namesBody(body, `${rule}-country`, 0.75)
  }
  const body = bodies[0]!
  if (isUsed(body, at, start, end, setting))
    return {
      rule: `${rule}-used`,
      confidence: 0.7,
      judgement: 'NEGATIVE',
      body: null,
      candidates: [body.key],
      needsSupport: false,
    }
  if (strong.length === 0 && body.kind === 'MEDIA') {
    if (folded[start - 1] === '《' && folded[end] === '》') return namesBody(body, rule, 0.8)
    // (中央社): who reported it.
    if (folded[start - 1] === '(' && folded[end] === ')') return namesBody(body, rule, 0.8)
    // 财富, 时代, 自然 without marks are words, whatever else the document names; 卫报 says that it is a paper.
    if (/\p{Script=Han}$/u.test(name) && endingOf(name)?.kind !== 'MEDIA' && !/^》?(?:杂志|周刊|月刊|期刊)/.test(behind))
      return mayName(bodies, rule, false)
  }
  // 沃尔夫斯堡, 米兰: a club where the paragraph speaks of its trade, a town elsewhere.
  if ((strong.length === 0 || notNames.get(name) !== undefined) && body.kind === 'SPORTS' && !speaksOfSports(folded))
    return mayName(bodies, rule, true)
  const isShort = name.length === 2 && /^\p{Script=Han}{2}$/u.test(name)
  // 香|港大|致: two characters are as often halves of two words, unless a word ends in front of them or begins behind them.
  const isClean = !isShort || hasCleanEdge(folded, start, end)
  // In a manual ADB, ISO and GCC are tools and formats before they are banks, bodies and councils.
  const isDoubtful = setting.isManual && /^[a-z0-9]{2,5}$/.test(name) && body.kind !== 'COMPANY'
  if (strong.length > 0 && !isDoubtful && isClean) return namesBody(body, rule, 0.9)
  if (setting.isManual && isClean && strong.length === 0 && doesBusiness(behind.trimStart())) return namesBody(body, rule, 0.7)
  if (
    !setting.isManual &&
    isClean &&
    (isShort
      ? behindBody.test(behind) || hasClassNoun(folded.slice(Math.max(0, start - 10), start))
      : isActing(at, start, end) || behindEither.test(behind))
  )
    return namesBody(body, rule, 0.7)
  return mayName(bodies, rule, true)
}

const bodiesOf = (names: readonly KnownName[]): readonly Body[] =>
  names.length === 1 ? [names[0]!.body] : [...new Set(names.map((one) => one.body))]
