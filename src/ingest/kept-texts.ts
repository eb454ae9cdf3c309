import { storable } from '../database/binary-types.ts'
import type { TextToRead } from '../entities/recognition.ts'

/** An article as recognition reads it. */
export interface WaitingText {
  id: string
  publishedAt: Date
  sourceFile: string
  text: TextToRead
}

/** Of all texts together, in UTF-16 units: some 200 articles. With what is folded of them, and what they are cut from, a unit takes 13 bytes. */
const unitsAtMost = 800_000

/**
 * Texts of articles that were stored in this run, until recognition takes them: those for which there is room, so that memory does
 * not grow with the archive. The others are read from the database again.
 */
export class KeptTexts {
  readonly #texts = new Map<string, { waiting: WaitingText; units: number }>()
  #units = 0

  /** Call it with every text that is stored: an older one of the same article is forgotten. */
  keep(waiting: WaitingText): void {
    this.take(waiting.id)
    const { title, lead, paragraphs } = waiting.text
    const texts = [title, lead, ...paragraphs].filter((text) => text !== null)
    const units = texts.reduce((sum, { length }) => sum + length, 0)
    // What the database cannot hold as it is must be read as it is held.
    if (this.#units + units > unitsAtMost || texts.some((text) => storable(text) !== text)) return
    this.#texts.set(waiting.id, { waiting, units })
    this.#units += units
  }

  take(id: string): WaitingText | null {
    const kept = this.#texts.get(id)
    if (kept === undefined) return null
    this.#texts.delete(id)
    this.#units -= kept.units
    return kept.waiting
  }
}
