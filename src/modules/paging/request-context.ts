import DataLoader from 'dataloader'
import type { Database } from '../../database/database.ts'
import type { Relations } from './relation.ts'

/**
 * What the resolvers of one request share: the database, and every batch and answer of this request by name, so that aliases of
 * one field, and a row that is met in many places, cost one read.
 */
export class RequestContext {
  readonly db: Database
  /** What the answer turns out to be. `isFleeting`: something was read that changes without a new version of the archive. */
  readonly outcome = { isFleeting: false }
  /** Relations that are read with their row, in one statement; null where each is read by a batch of its own. */
  relations: Relations | null = null
  private readonly loaders = new Map<string, DataLoader<string, unknown>>()
  private readonly answers = new Map<string, Promise<unknown>>()

  constructor(db: Database) {
    this.db = db
  }

  /** The loader of this name; `read` is used when it is first asked for, and answers in the order of its keys. */
  loader<Value>(name: string, read: (keys: readonly string[]) => Promise<Value[]>): DataLoader<string, Value> {
    let loader = this.loaders.get(name)
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>(read)
      this.loaders.set(name, loader)
    }
    return loader as DataLoader<string, Value>
  }

  /** What a name stands for, read once a version of the archive where that is known, and else once a request. */
  meaning<Value extends object>(name: string, read: () => Promise<Value>): Promise<Value> {
    return this.once(name, read)
  }

  /** The answer of this name, read once a request. */
  once<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    let answer = this.answers.get(name)
    if (answer === undefined) {
      answer = read()
      this.answers.set(name, answer)
    }
    return answer as Promise<Value>
  }
}
