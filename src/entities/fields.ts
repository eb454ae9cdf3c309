import { characterTable, isAt } from '../text/character-table.ts'
import { foldText } from '../text/fold-name.ts'
import { hashEnd, hashOn, hashWord, unitAt } from '../text/unit-hashes.ts'
import type { Body } from './gazetteer/known-name.ts'
import { createCounter } from './occurrences.ts'
import type { FoundMention, MentionField, TextToRead } from './recognition.ts'

/** One text of an article, as stored and folded: place i of one is place i of the other. */
export interface Field {
  field: MentionField
  paragraph: number
  text: string
  folded: string
  /** Where it begins in the folded prose. */
  offset: number
}

/** A mention while it is being decided; `body` is its referent, or would be if a gloss that is open were a body's. */
export interface Mention extends Omit<FoundMention, 'field' | 'paragraph' | 'referent'> {
  at: Field
  body: Body | null
  /** Natural key of the person, for people. */
  person: string | null
  /** True when it may only be taken if the same body is named beyond doubt elsewhere in the document. */
  needsSupport: boolean
}

/** All prose of an article: title, lead, paragraphs. */
export interface Prose {
  fields: readonly Field[]
  /** The folded fields, joined by line feeds. */
  folded: string
  /** How often a folded string stands in the prose. */
  count: (folded: string) => number
  /**
   * True for manuals, tutorials and the like: Chinese prose in which more than one character in eight is a Latin letter, glosses not
   * counted. There Latin names are mostly those of programs, and glosses those of buttons.
   */
  isManual: boolean
  /** True for Chinese prose with a Latin letter in more than one character of twenty, glosses not counted: about programs or abroad, or both. */
  isRichInLatin: boolean
}

// A text is read twice, for what it teaches and for what it names, and folded once. Not a WeakMap: what that holds outlives young collections,
// whether its key is alive or not, so that every text of an import would be copied and grow old.
let latest: { text: TextToRead; prose: Prose } | null = null

export function readProse(text: TextToRead): Prose {
  if (latest?.text !== text) latest = { text, prose: foldProse(text) }
  return latest.prose
}

function foldProse({ language, title, lead, paragraphs }: TextToRead): Prose {
  const texts = [title]
  const fields: Field[] = [{ field: 'TITLE', paragraph: 0, text: title, folded: '', offset: 0 }]
  let offset = title.length + 1
  const add = (field: MentionField, paragraph: number, text: string): void => {
    fields.push({ field, paragraph, text, folded: '', offset })
    texts.push(text)
    offset += text.length + 1
  }
  if (lead !== null) add('LEAD', 0, lead)
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!
    if (paragraph !== null && paragraph !== '') add('PARAGRAPH', index, paragraph)
  }
  const folded = foldText(texts.join('\n'))
  for (const field of fields) field.folded = folded.slice(field.offset, field.offset + field.text.length)
  const { latin, han } = countScripts(folded)
  return {
    fields,
    folded,
    count: createCounter(folded),
    // A Chinese word or two make no manual of an English text.
    isManual: language !== 'en' && han > 0 && latin > 400 && latin * 7 > han,
    isRichInLatin: latin > 100 && latin * 19 > han,
  }
}

/** The fields that hold a folded sign, which most do not. */
export function* fieldsWith({ fields, folded }: Prose, sign: string): Generator<Field> {
  let place = folded.indexOf(sign)
  for (const field of fields) {
    if (place < 0) return
    const end = field.offset + field.folded.length
    if (place >= end) continue
    yield field
    place = folded.indexOf(sign, end)
  }
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122
/** In addresses, paths and handles every name is in small letters. */
const adjoins = characterTable('\\p{Script=Latin}\\d./@_:\\-')

/** Says of a folded Latin word whether a document also prints it in small letters; the document is read when first asked. */
export function createWordCheck(fields: readonly Field[]): (folded: string) => boolean {
  let hashes: Set<number> | null = null
  return (folded) => {
    if (!/^[a-z]+$/.test(folded)) return false
    hashes ??= hashSmallWords(fields)
    return hashes.has(hashWord(folded, 0, folded.length))
  }
}

function hashSmallWords(fields: readonly Field[]): Set<number> {
  const hashes = new Set<number>()
  for (const { text } of fields) {
    for (let at = 0; at < text.length; at++) {
      if (!isSmall(text.charCodeAt(at))) continue
      const start = at
      let hash = 0
      for (; isSmall(unitAt(text, at)); at++) hash = hashOn(hash, text.charCodeAt(at))
      if (!isAt(adjoins, text, start - 1) && text[start - 1] !== '#' && !isAt(adjoins, text, at)) hashes.add(hashEnd(hash))
    }
  }
  return hashes
}

/** Letters and Chinese characters of a folded text, glosses not counted among the letters. */
function countScripts(folded: string): { latin: number; han: number } {
  let latin = 0
  let han = 0
  let depth = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    if (code >= 0x4e00) {
      if (code <= 0x9fff) han++
    } else if (code >= 97 && code <= 122) {
      if (depth === 0) latin++
    } else if (code === 58 && folded.startsWith('//', at + 1)) {
      // The rest of an address: a list of sources makes no manual.
      while (at + 1 < folded.length && folded.charCodeAt(at + 1) > 32 && folded.charCodeAt(at + 1) < 127) at++
    } else if (code === 40) depth++
    else if (code === 41) depth = Math.max(0, depth - 1)
    else if (code === 10) depth = 0
  }
  return { latin, han }
}
