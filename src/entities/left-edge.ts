import type { GlossSite } from './gloss.ts'
import { neverInside, wordBefore } from './words/boundaries.ts'
import { endingOf } from './words/kinds.ts'
import { soundAgreement, soundsOfHan, soundsOfLatin } from './words/sounds.ts'
import { placeWords, translationsOf } from './words/translations.ts'

/**
 * Where the Chinese name in front of a bracket begins. Every place between the bracket and the last punctuation is a candidate;
 * each is scored by what speaks for and against it, and the best wins. Nothing here knows a list of bodies except through
 * `known` and `repeats`.
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
  /** 0 to 1: how far the Chinese name and the gloss agree in sound and sense. */
  agreement: number
}

export function findLeftEdge(site: GlossSite, context: EdgeContext): Edge {
  if (site.enclosedBy !== null) {
    const name = context.folded.slice(site.limit, site.nameEnd)
    return { start: site.limit, score: 10, agreement: agreementOf(name, site.names[0]!).total }
  }
  let best: Edge = { start: site.nameEnd - 1, score: -Infinity, agreement: 0 }
  const english = readEnglish(site.names[0]!)
  for (let start = site.nameEnd - 1; start >= site.limit; start--) {
    const code = context.folded[start]!
    // A name does not begin with a dot, nor inside a Latin word.
    if (code === '·' || code === '-' || code === '.') continue
    if (isLatin(code) && isLatin(context.folded[start - 1] ?? '')) continue
    const edge = scoreStart(start, site, english, context)
    if (edge.score > best.score) best = edge
  }
  return best
}

const isLatin = (character: string): boolean => /[a-z0-9]/.test(character)

interface English {
  name: string
  words: string[]
  translations: (readonly string[])[]
  hasAnd: boolean
  isAbbreviation: boolean
}

const readEnglishCache = new Map<string, English>()
function readEnglish(name: string): English {
  const there = readEnglishCache.get(name)
  if (there !== undefined) return there
  const words = name
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(of|the|for|and|in|on|de|la|le|du|des|der|die|das|und|et|to|a|an)$/i.test(word))
  const english: English = {
    name,
    words,
    translations: words.map(translationsOf),
    hasAnd: /\b(and|&|und|et|y)\b|&/i.test(name),
    isAbbreviation: /^[A-Z0-9&.-]{2,10}$/.test(name),
  }
  if (readEnglishCache.size > 2000) readEnglishCache.clear()
  readEnglishCache.set(name, english)
  return english
}

export interface Agreement {
  total: number
  /** Share of the Chinese characters that the English accounts for. */
  han: number
  /** Share of the English words that the Chinese accounts for. */
  english: number
}

export const agreementOf = (folded: string, gloss: string): Agreement => agree(folded, readEnglish(gloss))

function agree(name: string, english: English): Agreement {
  // Translated words first, each taking its characters; what is left on both sides is compared by sound.
  let rest = name
  const unspoken: string[] = []
  let translated = 0
  english.words.forEach((word, i) => {
    let found = ''
    for (const translation of english.translations[i]!)
      if (translation.length > found.length && rest.includes(translation)) found = translation
    if (found === '') unspoken.push(word)
    else {
      translated++
      rest = rest.replace(found, '|')
    }
  })
  const restHan = rest.replace(/[|·-]/g, '')
  const soundsHan = soundsOfHan(restHan)
  const soundsEnglish = soundsOfLatin(unspoken.join(''))
  const latinInside = /[a-z]{2,}/.test(restHan) && unspoken.some((word) => restHan.includes(word.toLowerCase()))
  const sound = latinInside ? 0.8 : soundAgreement(soundsHan, soundsEnglish)
  const length = Math.max(1, name.replace(/[·-]/g, '').length)
  const covered = length - restHan.length
  const words = Math.max(1, english.words.length)
  const byHan = (covered + restHan.length * sound) / length
  const byEnglish = (translated + unspoken.length * (restHan === '' ? 0 : sound)) / words
  return { total: Math.sqrt(Math.max(0, byHan) * Math.max(0, byEnglish)), han: byHan, english: byEnglish }
}

function scoreStart(start: number, site: GlossSite, english: English, context: EdgeContext): Edge {
  const { folded } = context
  const name = folded.slice(start, site.nameEnd)
  const agreement = agree(name, english)
  let score = 0
  const known = context.known(name)
  if (known === 'SAME_GLOSS') score += 12
  else if (known === 'KNOWN') score += name.length >= 3 ? 4 : 2
  score += english.isAbbreviation ? agreement.total : agreement.total * 6
  score += boundaryScore(folded, start, site)
  score -= insideScore(name, english)
  score -= lengthScore(name, english)
  // The same name bare elsewhere, and not as the tail of a longer one.
  if (name.length >= 2) {
    const times = context.count(name)
    if (times > 1) {
      const longer = start > site.limit ? context.count(folded.slice(start - 1, site.nameEnd)) : 0
      if (longer < times) score += Math.min(2.5, 1.5 + 0.3 * (times - longer))
    }
  }
  // 美国|临床化学协会: a place in front belongs to the name when the English names it too.
  score += placeScore(name, start, site, folded, english)
  return { start, score, agreement: agreement.total }
}

function boundaryScore(folded: string, start: number, site: GlossSite): number {
  if (start === site.limit) return 2.2
  const before = folded[start - 1]!
  const here = folded[start]!
  if (isLatin(before) !== isLatin(here) && isLatin(before)) return 0.8
  const ofFunction = wordBefore(folded, start, 'function')
  const ofVerb = wordBefore(folded, start, 'verb')
  const ofClass = wordBefore(folded, start, 'class')
  const ofTitle = wordBefore(folded, start, 'title')
  return Math.max(
    ofFunction > 1 ? 2.2 : ofFunction === 1 ? 1.6 : 0,
    ofVerb > 0 ? 2.1 : 0,
    ofClass > 1 ? 2 : ofClass === 1 ? 0.8 : 0,
    ofTitle > 1 ? 1.9 : ofTitle === 1 ? 0.5 : 0,
  )
}

function insideScore(name: string, english: English): number {
  let against = 0
  for (let i = 0; i < name.length - 1; i++) {
    const one = name[i]!
    if (neverInside.has(one)) against += 1.6
    if (neverInside.has(name.slice(i, i + 2))) against += 2.5
    if (neverInside.has(name.slice(i, i + 4))) against += 3
    if (i > 0 && !english.hasAnd && (one === '和' || one === '与' || one === '及')) against += 1.5
  }
  // A class noun or a title inside means that the name begins after it, unless the English says it too.
  for (let i = 2; i < name.length - 1; i++) {
    if (wordBefore(name, i, 'title') > 1) against += 1.2
    const length = wordBefore(name, i, 'class')
    if (length > 1 && !english.translations.some((words) => words.some((word) => name.slice(i - length, i).includes(word))))
      against += 1
  }
  return against
}

// Chinese names run to about two characters a translated word, and one a syllable of a transliterated one.
function lengthScore(name: string, english: English): number {
  if (english.isAbbreviation) return name.length < 2 ? 3 : name.length > 12 ? (name.length - 12) * 0.3 : 0
  let expected = 0
  english.words.forEach((word, i) => {
    const syllables = word.match(/[aeiouy]+/gi)?.length ?? 1
    expected += english.translations[i]!.length > 0 ? 2 : Math.max(1, Math.min(5, syllables * 1.2))
  })
  const difference = name.replace(/[·-]/g, '').length - expected
  return (name.length < 2 ? 3 : 0) + (difference > 0 ? difference * 0.35 : -difference * 0.25)
}

function placeScore(name: string, start: number, site: GlossSite, folded: string, english: English): number {
  for (const length of [4, 3, 2]) {
    const front = name.slice(0, length)
    if (name.length > length && placeWords.has(front)) {
      const isSpoken = english.translations.some((words) => words.includes(front))
      if (isSpoken) return 1.5
      // An abbreviation names no place: 香港证监会(SFC) keeps its place when what follows is a kind of body, not a name.
      return english.isAbbreviation
        ? (endingOf(name.slice(length))?.ending.length ?? 0) >= name.length - length - 1
          ? 1.5
          : 0.3
        : -1
    }
    const behind = folded.slice(Math.max(site.limit, start - length), start)
    if (behind.length === length && placeWords.has(behind))
      return english.translations.some((words) => words.includes(behind)) ? -1.5 : 0
  }
  return 0
}
