import { LRUCache } from 'lru-cache'
import type { ArchiveVersion } from '../../modules/archive/archive-version.queries.ts'
import { Answer } from './answer.ts'
import type { SharedStore } from './shared-store.ts'

/** What was made for a request. `keptAt` is the version that all of it was read at; null for what must not be kept. */
export interface Made<Refusal> {
  result: Answer | Refusal
  keptAt: ArchiveVersion | null
}

interface Kept {
  answer: Answer
  token: string
}

/** Memory that an entry takes beside its bytes. */
const entryBytes = 500
/** Answers of versions that no server asks for any more leave a shared store after this. */
const sharedSeconds = 24 * 60 * 60

/** Answers by operation and version: in memory, and in a store that other servers share. */
export class AnswerCache<Refusal> {
  readonly #memory: LRUCache<string, Kept> | null
  readonly #shared: SharedStore | null
  readonly #inFlight = new Map<string, Promise<Answer | Refusal>>()

  /** `maxBytes` bounds the memory; 0 keeps nothing there. */
  constructor(maxBytes: number, shared: SharedStore | null) {
    this.#shared = shared
    this.#memory =
      maxBytes === 0
        ? null
        : new LRUCache({
            maxSize: maxBytes,
            // One answer must not push out all others.
            maxEntrySize: Math.ceil(maxBytes / 4),
            sizeCalculation: ({ answer }) => answer.body.length + entryBytes,
          })
  }

  /** Whether anything is kept at all. */
  get isOn(): boolean {
    return this.#memory !== null || this.#shared !== null
  }

  /** The answer that is kept in memory for this version. */
  find(key: string, { token }: ArchiveVersion): Answer | undefined {
    const kept = this.#memory?.get(key)
    return kept?.token === token ? kept.answer : undefined
  }

  /**
   * The answer for this version, from memory, from the shared store or made now: once, however many ask at the same time. `variant` tells
   * apart requests whose errors are worded differently.
   */
  obtain(key: string, variant: string, version: ArchiveVersion, make: () => Promise<Made<Refusal>>): Promise<Answer | Refusal> {
    const kept = this.find(key, version)
    if (kept !== undefined) return Promise.resolve(kept)
    const flight = `${version.token} ${variant} ${key}`
    let result = this.#inFlight.get(flight)
    if (result === undefined) {
      result = this.#obtain(key, version, make).finally(() => this.#inFlight.delete(flight))
      this.#inFlight.set(flight, result)
    }
    return result
  }

  async #obtain(key: string, version: ArchiveVersion, make: () => Promise<Made<Refusal>>): Promise<Answer | Refusal> {
    const shared = await this.#shared?.get(`${version.token}:${key}`)
    if (shared != null) {
      const answer = new Answer(shared)
      this.#memory?.set(key, { answer, token: version.token })
      return answer
    }
    const { result, keptAt } = await make()
    if (keptAt !== null && result instanceof Answer) {
      this.#memory?.set(key, { answer: result, token: keptAt.token })
      this.#shared?.set(`${keptAt.token}:${key}`, result.body, sharedSeconds)
    }
    return result
  }
}
