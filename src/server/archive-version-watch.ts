import type pg from 'pg'
import type { Connection } from '../database/connect.ts'
import type { Database } from '../database/database.ts'
import { type ArchiveVersion, readArchiveVersion, versionChannel } from '../modules/archive/archive-version.queries.ts'

/** Between two looks at the version. An import is told at once; this is for connections that tell nothing, or tell it too late. */
const pollMs = 400
/** From a lost connection to the next try. */
const retryMs = 500

/**
 * Knows which version the archive has. A connection of its own is told of each import as it commits. While nothing may be known
 * for certain (the connection is lost, an import was just told), the database is asked for each request.
 */
export class ArchiveVersionWatch {
  readonly #db: Database
  readonly #createClient: (() => pg.Client) | undefined
  #isStopped = false
  #known: ArchiveVersion | null = null
  #asking: Promise<ArchiveVersion> | null = null
  #doubts = 0
  #wake: () => void = () => undefined
  #watching: Promise<void> | undefined

  /** Without `createClient` it never knows, and always asks. */
  constructor({ db, createClient }: Pick<Connection, 'db'> & Partial<Pick<Connection, 'createClient'>>) {
    this.#db = db
    this.#createClient = createClient
  }

  start(): void {
    if (this.#createClient !== undefined) this.#watching ??= this.#watch(this.#createClient)
  }

  /** The version, as far as it is known without asking. */
  get known(): ArchiveVersion | null {
    return this.#known
  }

  /** A version that no answer from now on may be older than. Rejects where the database cannot be asked. */
  current(): ArchiveVersion | Promise<ArchiveVersion> {
    return this.#known ?? this.#ask()
  }

  /** The version that a statement sees which begins now. */
  read(): Promise<ArchiveVersion> {
    return readArchiveVersion(this.#db)
  }

  /** What is known may be old. */
  doubt(): void {
    this.#known = null
    this.#doubts++
    this.#wake()
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    this.#wake()
    await this.#watching
  }

  /** Requests that come meanwhile share the question: its answer is no older than the first of them. */
  #ask(): Promise<ArchiveVersion> {
    this.#asking ??= this.read().finally(() => {
      this.#asking = null
    })
    return this.#asking
  }

  async #watch(createClient: () => pg.Client): Promise<void> {
    while (!this.#isStopped) {
      const client = createClient()
      try {
        await this.#follow(client)
      } catch {
        // Lost, or not there yet: tried again, and asked for each request meanwhile.
      }
      this.#known = null
      await client.end().catch(() => undefined)
      await this.#pause(retryMs)
    }
  }

  /** Until the connection is lost, or the watch stopped. */
  async #follow(client: pg.Client): Promise<void> {
    let isLost = false
    const lose = () => {
      isLost = true
      this.doubt()
    }
    client.on('error', lose)
    client.on('end', lose)
    client.on('notification', () => this.doubt())
    await client.connect()
    // A standby takes no LISTEN: there, polling has to do.
    await client.query(`LISTEN ${versionChannel}`).catch(() => undefined)
    const db: Database = {
      // A connection may be dead without knowing: nobody waits for it longer than the next look would take.
      query: async <Row>({ text }: { text: string }) =>
        (await client.query({ text, query_timeout: pollMs } as pg.QueryConfig)).rows as Row[],
    }
    while (!isLost && !this.#isStopped) {
      const doubts = this.#doubts
      const version = await readArchiveVersion(db)
      if (doubts !== this.#doubts) continue
      this.#known = version
      await this.#pause(pollMs)
    }
  }

  /** Ends early when something has happened. */
  #pause(ms: number): Promise<void> {
    if (this.#isStopped) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      timer.unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
