import type { ApolloServerPlugin } from '@apollo/server'
import type { Database } from '../../database/database.ts'
import type { ArchiveVersion } from '../../modules/archive/archive-version.queries.ts'
import { RequestContext } from '../../modules/paging/request-context.ts'
import type { NameMemory } from './name-memory.ts'

/** What is known of the archive after an execution. */
export interface Seen {
  hasErrors: boolean
  /** The version after the last statement; null where nobody asked. */
  after: ArchiveVersion | null
}

/** One execution, and what it saw of the archive. Apollo copies it: what is told from inside stands in objects that it holds. */
export class ServedContext extends RequestContext {
  /** The version before the first statement; null where the database could not be asked. */
  readonly before: ArchiveVersion | null
  readonly seen: Seen = { hasErrors: false, after: null }
  private readonly readVersion: (() => Promise<ArchiveVersion>) | null
  private readonly names: NameMemory

  /** `readVersion` is asked after the last statement. */
  constructor(
    db: Database,
    before: ArchiveVersion | null,
    readVersion: (() => Promise<ArchiveVersion>) | null,
    names: NameMemory,
  ) {
    super(db)
    this.before = before
    this.readVersion = readVersion
    this.names = names
  }

  override meaning<Value extends object>(name: string, read: () => Promise<Value>): Promise<Value> {
    const { before } = this
    return before === null ? super.meaning(name, read) : super.meaning(name, () => this.names.obtain(before, name, read))
  }

  async finish(hasErrors: boolean): Promise<void> {
    this.seen.hasErrors = hasErrors
    if (!hasErrors && this.readVersion !== null) this.seen.after = await this.readVersion().catch(() => null)
  }

  /** What an answer says of itself; null where the version is not known. */
  get extensions(): { archive: { version: unknown } } | null {
    return this.before === null ? null : { archive: { version: this.before.number } }
  }

  /** Whether an import was committed between two of its statements, so that they may not have seen the same archive. */
  get isMixed(): boolean {
    const { after } = this.seen
    return this.before !== null && after !== null && this.before.token !== after.token
  }
}

/** Says in each answer which version of the archive it was read from. */
export const tellVersion: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind !== 'single') return
        const { singleResult } = body
        await contextValue.finish(singleResult.errors !== undefined)
        const { extensions } = contextValue
        if (extensions !== null) singleResult.extensions = { ...singleResult.extensions, ...extensions }
      },
    }
  },
}
