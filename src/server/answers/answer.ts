import { createHash } from 'node:crypto'

/** The bytes of an answer without errors, as they are sent. */
export class Answer {
  readonly body: Buffer
  #hash: string | undefined

  constructor(body: Buffer) {
    this.body = body
  }

  /** Names these bytes. */
  get hash(): string {
    this.#hash ??= createHash('sha256').update(this.body).digest('base64url').slice(0, 27)
    return this.#hash
  }
}
