import { soundAgreement, soundsOfHan, soundsOfLatin } from '../words/sounds.ts'
import { translationsOf } from '../words/translations.ts'
import { isAbbreviation } from './gloss.ts'

/** The English side of a gloss, taken apart. */
export interface English {
  name: string
  lower: string
  /** Words that mean or sound something: articles and prepositions are left out. */
  words: string[]
  /** For each word what it may be in Chinese. */
  translations: (readonly string[])[]
  /** Consonant classes of each word. */
  sounds: readonly string[]
  hasAnd: boolean
  isAbbreviation: boolean
  startsWithVowel: boolean
  /** Characters that its Chinese rendering is likely to have. */
  expectedLength: number
}

const particle = /^(of|the|for|and|in|on|de|la|le|du|des|der|die|das|und|et|to|a|an|at|y|e|di|del|da)$/i

const wordsOf = (name: string): string[] =>
  name
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !particle.test(word))

/** True when no word of an English name is one that names of bodies are made of. */
export const isUntranslated = (name: string): boolean => wordsOf(name).every((word) => translationsOf(word).length === 0)

/** Takes the name in a bracket apart. */
export function readEnglish(name: string): English {
  const words = wordsOf(name)
  const translations = words.map(translationsOf)
  let expectedLength = 0
  words.forEach((word, i) => {
    const syllables = word.match(/[aeiouyéèáóü]+/gi)?.length ?? 1
    expectedLength += translations[i]!.length > 0 ? 2 : Math.max(1, Math.min(5, syllables * 1.2))
  })
  return {
    name,
    lower: name.toLowerCase(),
    words,
    translations,
    sounds: words.map(soundsOfLatin),
    hasAnd: /\b(and|und|et|y)\b|&/i.test(name),
    isAbbreviation: isAbbreviation(name),
    startsWithVowel: /^[aeiouéáóöüå]/i.test(words[0] ?? ''),
    expectedLength,
  }
}

/** How far a Chinese name and an English one account for one another. */
export interface Part {
  /** 0 to 1, of both shares. */
  total: number
  /** Share of the Chinese characters that the English accounts for. */
  han: number
  /** Share of the English words that the Chinese accounts for. */
  english: number
  /** Agreement in sound of what no translation accounts for; 0 where nothing is left to sound. */
  sound: number
  /** The Chinese begins with the translation of an English word. */
  startsTranslated: boolean
  /** The Chinese begins with the sound that an untranslated English word begins with. */
  startsSounding: boolean
}

const joints = /[|·-]/
/** Most names have none. */
export const withoutJoints = (name: string): string => (joints.test(name) ? name.replace(/[|·-]/g, '') : name)

/** Compares a folded Chinese name with an English one. */
export function readParts(name: string, english: English): Part {
  // Translated words first, each taking its characters; what is left on both sides is compared by sound.
  let rest = name
  let translated = 0
  let startsTranslated = false
  const unspoken: number[] = []
  let soundsEnglish = ''
  for (let i = 0; i < english.words.length; i++) {
    let found = ''
    for (const translation of english.translations[i]!)
      if (translation.length > found.length && rest.includes(translation)) found = translation
    if (found === '') {
      unspoken.push(i)
      soundsEnglish += english.sounds[i]!
    } else {
      translated++
      if (rest.startsWith(found)) startsTranslated = true
      rest = rest.replace(found, '|')
    }
  }
  const restHan = withoutJoints(rest)
  const isSpelledOut = /[a-z]{2,}/.test(restHan) && unspoken.some((i) => restHan.includes(english.words[i]!.toLowerCase()))
  const sound = isSpelledOut ? 0.8 : soundAgreement(soundsOfHan(restHan), soundsEnglish)
  const length = Math.max(1, (rest === name ? restHan : withoutJoints(name)).length)
  const han = (length - restHan.length + restHan.length * sound) / length
  const byWords = (translated + unspoken.length * (restHan === '' ? 0 : sound)) / Math.max(1, english.words.length)
  const first = unspoken.length > 0 && rest.startsWith(name[0]!) ? soundsOfHan(name[0]!)[0] : undefined
  const startsSounding =
    first !== undefined &&
    first !== '?' &&
    unspoken.some((i) => english.sounds[i]![0] === first && !/^[aeiou]/i.test(english.words[i]!))
  return {
    total: Math.sqrt(Math.max(0, han) * Math.max(0, byWords)),
    han,
    english: byWords,
    sound: restHan === '' ? 0 : sound,
    startsTranslated,
    startsSounding,
  }
}

/** Agreement of a folded Chinese name with an English one, 0 to 1. */
export const agreementOf = (folded: string, english: string): number => readParts(folded, readEnglish(english)).total
