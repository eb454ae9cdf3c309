import { createHash } from 'node:crypto'

/** Bytes of all parts together. */
export const lengthOf = (parts: readonly Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0)

/** The bytes of an answer without errors, as they are sent. */
export class Answer {
  #parts: readonly Buffer[]
  #hash: string | undefined

  constructor(...parts: readonly Buffer[]) {
    this.#parts = parts
  }

  /** The bytes in their order. */
  get parts(): readonly Buffer[] {
    return this.#parts
  }

  /** In bytes. */
  get length(): number {
    return lengthOf(this.#parts)
  }

  get body(): Buffer {
    if (this.#parts.length > 1) this.#parts = [Buffer.concat(this.#parts)]
    return this.#parts[0]!
  }

  /** Names these bytes. */
  get hash(): string {
    this.#hash ??= createHash('sha256').update(this.body).digest('base64url').slice(0, 27)
    return this.#hash
  }
}
