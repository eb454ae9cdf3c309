import type { TextToRead } from '../entities/recognition.ts'

/** An article as recognition reads it. */
export interface WaitingText {
  id: string
  publishedAt: Date
  sourceFile: string
  text: TextToRead
}

/** The same with the text as JSON. */
export type StoredText = Omit<WaitingText, 'text'> & { json: string }

/** Of all texts together, in UTF-16 units: some 800 articles, in 6 MB. */
const unitsAtMost = 3_000_000

/**
 * Texts of articles that were stored in this run, until recognition takes them: those for which there is room, so that memory does
 * not grow with the archive. The others are read from the database again. Each is kept as JSON, as the database would hold it: a
 * sixth of what its strings take with all that they are cut from.
 */
export class KeptTexts {
  readonly #texts = new Map<string, StoredText>()
  #units = 0

  /** Call it with every text that is stored: an older one of the same article is forgotten. */
  keep(text: StoredText): void {
    this.#forget(text.id)
    if (this.#units >= unitsAtMost) return
    this.#texts.set(text.id, text)
    this.#units += text.json.length
  }

  take(id: string): WaitingText | null {
    const kept = this.#forget(id)
    if (kept === null) return null
    const { json, ...article } = kept
    return { ...article, text: JSON.parse(json) as TextToRead }
  }

  #forget(id: string) {
    const kept = this.#texts.get(id) ?? null
    if (kept !== null) {
      this.#texts.delete(id)
      this.#units -= kept.json.length
    }
    return kept
  }
}
