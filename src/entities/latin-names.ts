import { readEnglish } from './agreement.ts'
import type { Candidate, Field } from './fields.ts'
import { isActing, kindInFront } from './judge.ts'
import type { OrganisationKind } from './recognition.ts'
import { behindEither } from './words/contexts.ts'
import { endingOf, kindOfEnglish } from './words/kinds.ts'
import { notBodies } from './words/latin-terms.ts'
import { isPlatform } from './words/platforms.ts'

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
  because: string
}

// \p{L} holds Chinese characters too: letters here are Latin ones.
const letter = '\\p{Script=Latin}'
const word = `\\p{Lu}[${letter}\\p{N}]*(?:[&.'’\\-][${letter}\\p{N}]+)*`
const latinName = new RegExp(
  `(?<![${letter}\\p{N}@./_\\-])(?:${word}|[a-z]\\p{Lu}${letter}+)(?:(?: & | and | of | of the | for | de | )(?:${word}))*(?![${letter}\\p{N}_@/])`,
  'gu',
)
const han = /\p{Script=Han}/u

/** Names of one document that may be those of bodies, in order. */
export function findLatinNames(
  fields: readonly Field[],
  isTaken: (at: Field) => (place: number) => boolean,
  isManual: boolean,
): LatinName[] {
  const names: LatinName[] = []
  const sure = new Map<string, number>()
  const all: LatinName[] = []
  for (const at of fields) {
    if (!/[A-Z]/.test(at.text)) continue
    const taken = isTaken(at)
    for (const match of at.text.matchAll(latinName)) {
      const start = match.index
      const end = start + match[0].length
      if (taken(start) || taken(end - 1) || !standsInChinese(at.text, start, end)) continue
      const surface = match[0]
      if (surface.length < 2 || notBodies.test(surface) || isPlatform(surface.toLowerCase())) continue
      const [score, because] = weigh(at, start, end, surface, isManual)
      all.push({ at, start, end, surface, confidence: 1 / (1 + Math.exp(-score)), because })
      sure.set(surface, Math.max(sure.get(surface) ?? -Infinity, score))
    }
  }
  for (const name of all) {
    const best = sure.get(name.surface)!
    if (best >= 0.8) names.push({ ...name, confidence: Math.round(Math.max(name.confidence, 0.6) * 100) / 100 })
  }
  return names
}

// In a line of English within Chinese text (a quotation, a list of titles) capitals mean nothing.
function standsInChinese(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 3), start)
  const behind = text.slice(end, end + 3)
  return han.test(before) || han.test(behind)
}

function weigh(at: Field, start: number, end: number, surface: string, isManual: boolean): [score: number, because: string] {
  let score = isManual ? -3.2 : -1
  const reasons: string[] = []
  const add = (points: number, reason: string): void => {
    score += points
    reasons.push(reason)
  }
  const behind = at.folded.slice(end, end + 24).trimStart()
  const before = at.folded.slice(Math.max(0, start - 14), start).trimEnd()
  if (kindOfEnglish(surface) !== null) add(2, 'ends like the name of a body')
  if (isActing(at, start, end)) add(2, 'words that go with bodies beside it')
  if (behindEither.test(behind) && !isPersonal(surface)) add(1.2, 'says or wants something')
  if (/^\s?(?:公司|集团|银行|基金会?|律师事务所|研究所)|^(?:大学|杂志|电视台|通讯社)/.test(at.folded.slice(end, end + 8)))
    add(2.2, 'what it is stands behind')
  if (/^(?:，|,)?\s*(?:该公司|这家公司|该集团|该机构|该组织|这家\S{0,6}(?:公司|企业|机构|集团))/.test(behind))
    add(2, 'called a company behind')
  if (/(?:创建|创办|创立|成立|收购|投资|加入|离开|任职于|就职于|供职于)(?:了)?$/.test(before)) add(1, 'founded, bought or joined')
  if (
    /^(?:系列|手机|版本|版|系统|平台|软件|应用|语言|框架|协议|格式|文件|库|芯片|处理器|浏览器|插件|函数|类|接口|模式|标准|指数|疫苗|病毒|汽车|车型|游戏|\d)/.test(
      behind,
    )
  )
    add(-1.5, 'a word for a thing behind')
  if (/(?:一代|版本|手机|型号|系列|专辑|歌曲|电影|小说|游戏|操作系统|编程语言|浏览器|框架|工具|插件)$/.test(before))
    add(-1.5, 'a word for a thing in front')
  if (/^\p{Lu}{1,3}$/u.test(surface)) add(-1, 'a short abbreviation')
  return [score, reasons.join(', ')]
}

/** Two or three words that are no words of the vocabulary of bodies: Steven Anderson. */
const isPersonal = (surface: string): boolean =>
  /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?: \p{Lu}\p{Ll}+){1,2}$/u.test(surface) &&
  readEnglish(surface).translations.every((translations) => translations.length === 0)

/** What a Latin name names, by its own ending and by what stands around it. */
export function kindOfLatin(name: LatinName): OrganisationKind {
  const byName = kindOfEnglish(name.surface)
  if (byName !== null) return byName
  const behind = name.at.folded.slice(name.end, name.end + 6)
  if (/^(?:采访|专访|记者|报道|杂志|的报道|主编|专栏)/.test(behind)) return 'MEDIA'
  return endingOf(behind.slice(0, 2))?.kind ?? kindInFront(name.at.folded, name.start) ?? 'COMPANY'
}

/** The candidate that a Latin name makes. */
export function latinCandidate(name: LatinName, body: Candidate['body']): Candidate {
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
