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

/** All prose of an article: title, lead, paragraphs. */
export function readFields(text: TextToRead): Field[] {
  const fields: Field[] = [{ field: 'TITLE', paragraph: 0, text: text.title, folded: foldText(text.title) }]
  if (text.lead !== null) fields.push({ field: 'LEAD', paragraph: 0, text: text.lead, folded: foldText(text.lead) })
  text.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== null && paragraph !== '')
      fields.push({ field: 'PARAGRAPH', paragraph: index, text: paragraph, folded: foldText(paragraph) })
  })
  return fields
}

/** Counts how often folded strings stand in a document; each is counted once. */
export function createCounter(fields: readonly Field[]): (folded: string) => number {
  const whole = fields.map((field) => field.folded).join('\n')
  const counts = new Map<string, number>()
  return (folded) => {
    let count = counts.get(folded)
    if (count === undefined) {
      count = 0
      for (let at = whole.indexOf(folded); at >= 0; at = whole.indexOf(folded, at + folded.length)) count++
      counts.set(folded, count)
    }
    return count
  }
}
