import { foldText } from '../text/fold-name.ts'
import type { Body } from './gazetteer.ts'
import type { FoundMention, MentionField, TextToRead } from './recognition.ts'

/** One text of an article, as stored and folded: place i of one is place i of the other. */
export interface Field {
  field: MentionField
  paragraph: number
  text: string
  folded: string
}

/** A mention while it is being decided; `body` is its referent. */
export interface Candidate extends Omit<FoundMention, 'field' | 'paragraph' | 'referent'> {
  at: Field
  body: Body | null
  /** Natural key of the person, for people. */
  person: string | null
  /** True when it may only be taken if the same body is named beyond doubt elsewhere in the document. */
  needsSupport: boolean
}

// A text is read twice, for what it teaches and for what it names: it is folded once.
const readBefore = new WeakMap<TextToRead, Field[]>()

/** All prose of an article: title, lead, paragraphs. */
export function readFields(text: TextToRead): readonly Field[] {
  const there = readBefore.get(text)
  if (there !== undefined) return there
  const fields: Field[] = [{ field: 'TITLE', paragraph: 0, text: text.title, folded: foldText(text.title) }]
  if (text.lead !== null) fields.push({ field: 'LEAD', paragraph: 0, text: text.lead, folded: foldText(text.lead) })
  text.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== null && paragraph !== '')
      fields.push({ field: 'PARAGRAPH', paragraph: index, text: paragraph, folded: foldText(paragraph) })
  })
  readBefore.set(text, fields)
  return fields
}

/** Counts how often folded strings stand in a document; each is counted once. */
export function createCounter(fields: readonly Field[]): (folded: string) => number {
  const whole = fields.map((field) => field.folded).join('\n')
  const counts = new Map<string, number>()
  // Each count reads the whole document: an article asks for hundreds, a dump of glosses would for millions.
  let budget = 100_000_000
  return (folded) => {
    let count = counts.get(folded)
    if (count === undefined) {
      count = 0
      budget -= whole.length
      if (folded !== '' && budget > 0)
        for (let at = whole.indexOf(folded); at >= 0; at = whole.indexOf(folded, at + folded.length)) count++
      counts.set(folded, count)
    }
    return count
  }
}

/** Says of a folded Latin word whether a document also prints it in small letters; the document is read when first asked. */
export function createWordCheck(fields: readonly Field[]): (folded: string) => boolean {
  let words: Set<string> | null = null
  return (folded) => {
    if (!/^[a-z]+$/.test(folded)) return false
    // Not in addresses, paths and handles: there every name is in small letters.
    words ??= new Set(
      fields.flatMap(({ text }) => text.match(/(?<![\p{Script=Latin}\d./@_:#-])[a-z]+(?![\p{Script=Latin}\d/@_:.-])/gu) ?? []),
    )
    return words.has(folded)
  }
}

/**
 * True for manuals, tutorials and the like: Chinese prose in which more than one character in eight is a Latin letter, glosses not
 * counted. There Latin names are mostly those of programs, and glosses those of buttons.
 */
export function isManual(fields: readonly Field[]): boolean {
  const { latin, han } = countScripts(fields)
  return han > 0 && latin > 400 && latin * 7 > han
}

/** True for Chinese prose with a Latin letter in more than one character of twenty, glosses not counted: about programs or abroad, or both. */
export function isRichInLatin(fields: readonly Field[]): boolean {
  const { latin, han } = countScripts(fields)
  return latin > 100 && latin * 19 > han
}

interface Scripts {
  latin: number
  han: number
}

const counted = new WeakMap<readonly Field[], Scripts>()

function countScripts(fields: readonly Field[]): Scripts {
  const there = counted.get(fields)
  if (there !== undefined) return there
  let latin = 0
  let han = 0
  let depth = 0
  for (const { folded } of fields) {
    depth = 0
    for (let i = 0; i < folded.length; i++) {
      const code = folded.charCodeAt(i)
      if (code === 40) depth++
      else if (code === 41) depth = Math.max(0, depth - 1)
      else if (code >= 97 && code <= 122 && depth === 0) latin++
      else if (code >= 0x4e00 && code <= 0x9fff) han++
    }
  }
  const scripts = { latin, han }
  counted.set(fields, scripts)
  return scripts
}
