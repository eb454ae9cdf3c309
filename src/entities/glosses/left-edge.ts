import { characterTable, isAt } from '../../text/character-table.ts'
import type { OrganisationKind } from '../recognition.ts'
import { classNouns, everydayWords, functionWords, neverInside, titles, verbsBefore, wordBefore } from '../words/boundaries.ts'
import { endingOf } from '../words/kinds.ts'
import { isVowel } from '../words/sounds.ts'
import { placeWords, vocabularyWords } from '../words/translations.ts'
import { WordEndings, WordFinder } from '../words/word-lists.ts'
import { type English, type Part, readEnglish, readParts, withoutJoints } from './agreement.ts'
import type { GlossSite } from './gloss.ts'
import { weighLetters } from './left-edge-letters.ts'
import { type EdgeFeature, edgeWeights } from './left-edge-weights.ts'

/**
 * Where the Chinese name in front of a bracket begins. Every place between the bracket and the last punctuation is a candidate;
 * what speaks for and against each is written down as features, and the best sum of their weights wins. The weights were fitted
 * (bench/fit-left-edge.mjs); nothing here knows a list of bodies except through `known` and `count`.
 */
export interface EdgeContext {
  /** Folded text that the site stands in. */
  folded: string
  /** True when the folded string is a name that is known to belong to this gloss, or known at all. */
  known: (name: string) => 'SAME_GLOSS' | 'KNOWN' | null
  /** How often the folded string stands in the document. */
  count: (name: string) => number
}

export interface Edge {
  start: number
  score: number
  /** How far the Chinese name and the gloss agree in sound and sense. */
  part: Part
}

export function findLeftEdge(site: GlossSite, context: EdgeContext): Edge {
  const english = readEnglish(site.names[0]!)
  if (site.enclosedBy !== null) {
    const name = context.folded.slice(site.limit, site.nameEnd)
    return { start: site.limit, score: 10, part: readParts(name, english) }
  }
  const edge = bestEdge(site, english, context)
  if (edge.part.total > unexplained || !shortWord.test(english.name)) return edge
  const kind = endingOf(context.folded.slice(edge.start, site.nameEnd))?.kind
  if (kind === undefined || !calledByLetters.has(kind)) return edge
  const longer = bestEdge(site, { ...english, isAbbreviation: true }, context)
  return longer.start < edge.start ? longer : edge
}

/** 药品研究和制造商协会(PhRMA), 全美高校经营管理者协会(Nacubo): letters of a name as a word, which neither sound nor mean anything. */
const shortWord = /^[A-Z][A-Za-z]{2,7}$/
const unexplained = 0.4
const calledByLetters: ReadonlySet<OrganisationKind> = new Set(['ASSOCIATION', 'RESEARCH', 'REGULATOR', 'POLITICAL_PARTY'])

function bestEdge(site: GlossSite, english: English, context: EdgeContext): Edge {
  let best: { start: number; score: number; part: Part | null } = { start: site.nameEnd - 1, score: -Infinity, part: nothing }
  const sum = { score: 0 }
  const add: Add = (feature, value = 1) => {
    sum.score += edgeWeights[feature] * value
  }
  const growing = { ...context, count: countGrowing(context.count) }
  for (let start = site.nameEnd - 1; start >= site.limit; start--) {
    if (!mayBegin(context.folded, start, site)) continue
    sum.score = 0
    const part = describe(start, site, english, growing, add)
    if (sum.score > best.score) best = { start, score: sum.score, part }
  }
  return { ...best, part: best.part ?? readParts(context.folded.slice(best.start, site.nameEnd), english) }
}

/** Counts names each of which is the end of the next one: where one stands but once, so do the others. */
function countGrowing(count: EdgeContext['count']): EdgeContext['count'] {
  let last = 2
  return (name) => {
    if (last > 1) last = count(name)
    return last
  }
}

const nothing: Part = { total: 0, han: 0, english: 0, sound: 0, startsTranslated: false, startsSounding: false }

const isDigit = (character: string): boolean => character >= '0' && character <= '9'
const isLatin = (character: string): boolean => (character >= 'a' && character <= 'z') || isDigit(character)

/** What a country has one of is called no more than that: 最高法院(Supreme Court). */
const ofEveryState = /^(?:最高法院|[参众]议院|国务院|审计院|总[统理]府|..部)$/

/** A name does not begin with a dot or behind one, nor inside a Latin word. */
function mayBegin(folded: string, start: number, { limit, nameEnd }: GlossSite): boolean {
  const character = folded[start]!
  // 百货|公司(Michael's): what every company is called is no name, if there is more in front of it.
  if (
    start > limit &&
    nameEnd - start <= 4 &&
    endingOf(folded.slice(start, nameEnd))?.ending.length === nameEnd - start &&
    !ofEveryState.test(folded.slice(start, nameEnd))
  )
    return false
  if (character === '·' || character === '-' || character === '.' || folded[start - 1] === '·') return false
  return !(isLatin(character) && isLatin(folded[start - 1] ?? ''))
}

/** Every place where the name of a gloss can begin, with what speaks for and against it: what the weights are fitted on. */
export function candidateEdges(
  site: GlossSite,
  english: English,
  context: EdgeContext,
): { start: number; features: [EdgeFeature, number][] }[] {
  const edges: ReturnType<typeof candidateEdges> = []
  for (let start = site.nameEnd - 1; start >= site.limit; start--) {
    if (!mayBegin(context.folded, start, site)) continue
    const features: [EdgeFeature, number][] = []
    describe(start, site, english, context, (feature, value = 1) => {
      if (value !== 0) features.push([feature, value])
    })
    edges.push({ start, features })
  }
  return edges
}

const functionLetters = characterTable('的了在是和与及或即而但以由对为向从被把将让使据于比等')
const conjunctions = characterTable('即或而但与及和')
const commonWords = [
  ...everydayWords,
  ...functionWords,
  ...verbsBefore,
  ...classNouns,
  ...titles,
  ...placeWords,
  ...vocabularyWords,
].filter((word) => word.length > 1 && word.length <= 4)
const commonWordAt = new WordFinder(commonWords)
const commonWordBefore = new WordEndings(commonWords)

const placeAt = new WordFinder(placeWords)
const placeBefore = new WordEndings(placeWords)
const longestPlace = 4

/** 每|日镜报, 内|蒙古: a name that would begin inside a common word. */
function splitsWord(folded: string, start: number): boolean {
  for (let from = Math.max(0, start - 3); from < start; from++)
    if (commonWordAt.lengthAt(folded, from) > start - from) return true
  return false
}

const partOfParent = new WordEndings('研究所 研究院 研究中心 学院 医院 实验室 天文台 出版社'.split(' '))

type Add = (feature: EdgeFeature, value?: number) => void

/** Tells `add` what speaks for and against a name that begins at `start`. Of an abbreviation the parts say nothing: null. */
function describe(
  start: number,
  site: GlossSite,
  english: English,
  { folded, known, count }: EdgeContext,
  add: Add,
): Part | null {
  const name = folded.slice(start, site.nameEnd)
  const part = english.isAbbreviation ? null : readParts(name, english)
  const isKnown = known(name)
  if (isKnown === 'SAME_GLOSS') add('knownWithGloss')
  else if (isKnown === 'KNOWN') add(name.length >= 3 ? 'known' : 'knownShort')

  if (part === null) {
    if (start > site.limit) addBoundary(folded, start, 'abbreviation', add)
    else add('abbreviationAtPunctuation')
    if (halvesName(folded, start, site.limit)) add('abbreviationOfHalf')
  } else {
    add('agreement', part.total)
    add('agreementOfHan', part.han)
    add('agreementOfEnglish', part.english)
    if (part.startsTranslated) add('startsTranslated')
    if (part.startsSounding) add('startsSounding')
    // 阿|迪达斯: vowels leave no consonant to compare, so they are asked for by themselves.
    if (english.startsWithVowel) {
      if (isVowel(name[0]!)) add('startsWithVowel')
      else if (start > site.limit && isVowel(folded[start - 1]!)) add('vowelLeftOut')
    }
    if (start > site.limit) addBoundary(folded, start, '', add)
    else add('atPunctuation')
  }
  if (start > site.limit && splitsWord(folded, start)) add('splitsWord')
  else if (start > site.limit && commonWordBefore.lengthBefore(folded, start) > 0) add('behindCommonWord')
  // 中国科学院|半导体研究所(Institute of Semiconductors): printed with whose it is, in Chinese.
  if (partOfParent.isAtEnd(name) && /(?:大学|科学院)$/.test(folded.slice(Math.max(site.limit, start - 3), start)))
    add('leavesParent')
  add('letters', weighLetters(folded, start, site))
  if (start - 2 >= site.limit && isDigit(folded[start - 2]!) && '年月日号届个场家'.includes(folded[start - 1]!)) add('behindDate')
  if (isAt(functionLetters, name, 0) && commonWordAt.lengthAt(name, 0) === 0) add('startsWithFunctionLetter')
  if (/[a-z0-9]/.test(name))
    add('foreignInside', name.match(/[a-z0-9]+/g)!.filter((word) => !english.lower.includes(word)).length)
  if (endingOf(name)?.ending === name) add('endingOnly')
  // 和|微软: a conjunction begins a name only where the English begins so too (和记 for Hutchison).
  if (isAt(conjunctions, name, 0) && !(part ?? readParts(name, english)).startsSounding) add('lettersInside')
  addInside(name, english, add)
  addLength(name, english, add)
  addPlace(name, start, site, folded, english, add)
  // The same name bare elsewhere, and not as the tail of a longer one.
  if (name.length >= 2 && name.length <= 12) {
    const times = count(name)
    const isJoined = '和与及或的在、'.includes(folded[start - 1] ?? '')
    const longer = times > 1 && start > site.limit && !isJoined ? count(folded.slice(start - 1, site.nameEnd)) : 0
    if (times > 1 && longer < times) add('recurs', Math.min(1.6, 1 + 0.2 * (times - longer - 1)))
  }
  return part
}

/** 国家经济与|社会研究所: behind a conjunction with no body in front of it stands the second half of a name. */
const halvesName = (folded: string, start: number, limit: number): boolean =>
  start - limit > 2 &&
  '与和及'.includes(folded[start - 1]!) &&
  !/[^\p{Script=Han}]/u.test(folded[start - 2]!) &&
  endingOf(folded.slice(Math.max(limit, start - 9), start - 1)) === null

function addBoundary(folded: string, start: number, prefix: '' | 'abbreviation', add: Add): void {
  add(boundaryFeature(folded, start, prefix))
}

function boundaryFeature(folded: string, start: number, prefix: '' | 'abbreviation'): EdgeFeature {
  if (isLatin(folded[start - 1]!) && !isLatin(folded[start]!)) return 'behindLatin'
  const ofFunction = wordBefore(folded, start, 'function')
  const ofVerb = wordBefore(folded, start, 'verb')
  const ofClass = wordBefore(folded, start, 'class')
  const ofTitle = wordBefore(folded, start, 'title')
  const longest = Math.max(ofFunction, ofVerb, ofClass, ofTitle)
  if (longest === 0) return prefix === '' ? 'behindNothing' : 'abbreviationBehindNothing'
  if (prefix !== '') return longest > 1 ? 'abbreviationBehindWord' : 'abbreviationBehindLetter'
  if (longest === ofFunction) return ofFunction > 1 ? 'behindFunctionWord' : 'behindFunctionLetter'
  if (longest === ofVerb) return 'behindVerb'
  if (longest === ofClass) return ofClass > 1 ? 'behindClassNoun' : 'behindClassLetter'
  return ofTitle > 1 ? 'behindTitle' : 'behindTitleLetter'
}

/** 歐洲|由|歐盟…, but not 自由: 由 says who does something, unless it is the end of a word. */
const isPreposition = (name: string, at: number): boolean => at > 0 && name[at] === '由' && !'自理缘事经'.includes(name[at - 1]!)

function addInside(name: string, english: English, add: Add): void {
  let letters = 0
  let words = 0
  let conjunctions = 0
  for (let i = 0; i < name.length - 1; i++) {
    const one = name[i]!
    const length = neverInside.lengthAt(name, i)
    if (length > 1) words++
    const isLetter = (length > 0 && neverInside.lengthAt(one, 0) > 0) || isPreposition(name, i)
    // 每日, 大都会: a part of a word is no particle.
    if (isLetter && commonWordAt.lengthAt(name, i) === 0 && (i === 0 || !splitsWord(name, i))) letters++
    if (i > 0 && !english.hasAnd && (one === '和' || one === '与' || one === '及')) conjunctions++
  }
  let titles = 0
  let classes = 0
  // A class noun or a title inside means that the name begins after it, unless the English says it too.
  for (let i = 2; i < name.length - 1; i++) {
    if (wordBefore(name, i, 'title') > 1) titles++
    const length = wordBefore(name, i, 'class')
    if (length < 2) continue
    // 百货|公司: both are the ending.
    const rest = name.slice(i)
    if (endingOf(rest)?.ending === rest) continue
    const word = name.slice(i - length, i)
    if (
      !english.translations.some((translations) =>
        translations.some((one) => one === word || (one.length > 1 && word.includes(one))),
      )
    )
      classes++
  }
  add('lettersInside', letters)
  add('wordsInside', words)
  add('conjunctionsInside', conjunctions)
  add('titlesInside', titles)
  add('classNounsInside', Math.min(2, classes))
}

// Chinese names run to about two characters a translated word, and one a syllable of a transliterated one.
function addLength(name: string, english: English, add: Add): void {
  const { length } = withoutJoints(name)
  if (length < 2) add('single')
  if (english.isAbbreviation) {
    if (length < 4) add('abbreviationOfShort', 4 - length)
    if (length > 8) add('abbreviationOfLong', length - 8)
    if (endingOf(name) !== null) add('abbreviationOfEnding')
    return
  }
  const difference = length - english.expectedLength
  if (difference > 0) add('tooLong', difference)
  else add('tooShort', -difference)
}

// 美国|临床化学协会: a place in front belongs to the name when the English names it too.
function addPlace(name: string, start: number, site: GlossSite, folded: string, english: English, add: Add): void {
  const feature = placeFeature(name, start, site, folded, english)
  if (feature !== null) add(feature)
}

function placeFeature(name: string, start: number, site: GlossSite, folded: string, english: English): EdgeFeature | null {
  const isSpoken = (place: string): boolean => english.translations.some((words) => words.includes(place))
  const front = placeAt.lengthAt(name, 0, Math.min(longestPlace, name.length - 1))
  const behind = placeBefore.lengthBefore(folded, start, Math.min(longestPlace, start - site.limit))
  if (behind > front) return isSpoken(folded.slice(start - behind, start)) ? 'placeLeftOut' : 'behindPlace'
  if (front === 0) return null
  if (isSpoken(name.slice(0, front))) return 'placeSpoken'
  if (!english.isAbbreviation) return 'placeUnspoken'
  // An abbreviation names no place: 香港证监会(SFC) keeps its place when what follows is a kind of body, not a name.
  const kindOnly = (endingOf(name.slice(front))?.ending.length ?? 0) >= name.length - front - 1
  return kindOnly ? 'placeOfAbbreviatedKind' : 'placeOfAbbreviation'
}
