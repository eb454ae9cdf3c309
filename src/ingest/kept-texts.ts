import { storableJson } from '../database/binary-types.ts'
import type { TextToRead } from '../entities/recognition.ts'
import { Shelf } from '../text/shelf.ts'

/** An article as recognition reads it. */
export interface WaitingText {
  id: string
  publishedAt: Date
  sourceFile: string
  text: TextToRead
}

/** A text as JSON; null where there was no room for it. */
export type HeldText = { readonly json: string } | null

/** An article that was stored, with its text. */
export type StoredText = Omit<WaitingText, 'text'> & { held: HeldText }

/** Of all texts together, in UTF-16 units: some 800 articles, in 6 MB. */
const unitsAtMost = 3_000_000

/**
 * Texts of articles that were stored in this run, until recognition takes them: those for which there is room, so that memory does
 * not grow with the archive. The others are read from the database again.
 */
export class KeptTexts {
  readonly #texts = new Map<string, StoredText>()
  readonly #shelf = new Shelf()
  #units = 0

  /** Takes a text that may be stored. */
  hold(text: TextToRead): HeldText {
    if (this.#units >= unitsAtMost) return null
    const json = storableJson(text)
    this.#units += json.length
    return this.#shelf.put({ json })
  }

  /** Call it with every text that is stored: an older one of the same article is forgotten. */
  keep(text: StoredText): void {
    this.#texts.delete(text.id)
    if (text.held !== null) this.#texts.set(text.id, text)
  }

  take(id: string): WaitingText | null {
    const kept = this.#texts.get(id)
    if (kept === undefined) return null
    this.#texts.delete(id)
    const { held, ...article } = kept
    return { ...article, text: JSON.parse(held!.json) as TextToRead }
  }
}
