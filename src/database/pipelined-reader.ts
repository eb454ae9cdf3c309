import type { Duplex } from 'node:stream'
import type pg from 'pg'
import { type Database, Keys, type Statement } from './database.ts'
import { SharedReadings } from './shared-readings.ts'

/** A connection that takes statements while others of it are under way; PostgreSQL runs them one after the other. */
interface Lane {
  client: pg.Client & { connection: { stream: Duplex } }
  isOpen: Promise<unknown>
  underWay: number
}

/**
 * Rows that are asked for again and again lie in memory, or on a disk that seeks for nothing. PostgreSQL expects one that turns, and
 * reads a small table as a whole for each row of it that is needed.
 */
const setUp = 'SET random_page_cost = 1.1'

/** Statements that one turn of the event loop may queue on a connection: they wait for one another. */
const statementsPerTurn = 4

/**
 * Reads over few connections. What is asked in one turn of the event loop, all relations of a level for example, goes out together
 * on one connection: a packet costs Node more than a statement in it does. What several requests read by keys may be one statement, on a
 * connection of its own as far as there are: it is work enough for a core.
 */
export class PipelinedReader implements Database {
  readonly #createClient: () => pg.Client
  readonly #size: number
  readonly #lanes: Lane[] = []
  readonly #shared = new SharedReadings(async (statement, values) => this.#run(this.#freest(), statement, values))
  #turn: { lane: Lane; statements: number } | null = null
  #isClosed = false

  /** `createClient` makes clients in pipeline mode; at most `size` are open. */
  constructor(createClient: () => pg.Client, size: number) {
    this.#createClient = createClient
    this.#size = size
  }

  async query<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    try {
      return await this.#read<Row>(statement, values)
    } catch (error) {
      // The connection was lost, as idle ones are when a server restarts: nothing is known to be wrong with the statement.
      const { code } = error as { code?: string }
      if (this.#isClosed || (code !== undefined && code !== 'ECONNRESET' && code !== 'EPIPE')) throw error
      return this.#read<Row>(statement, values)
    }
  }

  #read<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]> {
    const [keys, ...others] = values
    if (keys instanceof Keys) return this.#shared.read(statement, keys, others) as Promise<unknown[]> as Promise<Row[]>
    return this.#run(this.#laneOfTurn(), statement, values)
  }

  async #run<Row>(lane: Lane, { name, text }: Statement, values: readonly unknown[]): Promise<Row[]> {
    lane.underWay++
    try {
      await lane.isOpen
      // Of pg's own promises V8's minor collections free nothing: rows that were answered long ago were moved on, twice.
      return await new Promise<Row[]>((resolve, reject) => {
        const query = { name, text, values: [...values] }
        lane.client.query(query, (error: Error | null, result) => (error ? reject(error) : resolve(result.rows)))
      })
    } finally {
      lane.underWay--
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await Promise.all(this.#lanes.splice(0).map(({ client }) => client.end().catch(() => undefined)))
  }

  #laneOfTurn(): Lane {
    if (this.#turn !== null && this.#turn.statements < statementsPerTurn) {
      this.#turn.statements++
      return this.#turn.lane
    }
    const lane = this.#freest()
    const { stream } = lane.client.connection
    stream.cork()
    const turn = { lane, statements: 1 }
    this.#turn = turn
    setImmediate(() => {
      stream.uncork()
      if (this.#turn === turn) this.#turn = null
    })
    return lane
  }

  #freest(): Lane {
    let freest: Lane | undefined
    for (const lane of this.#lanes) if (freest === undefined || lane.underWay < freest.underWay) freest = lane
    if (freest !== undefined && (freest.underWay === 0 || this.#lanes.length >= this.#size)) return freest
    return this.#open()
  }

  #open(): Lane {
    if (this.#isClosed) throw new Error('The connection was closed')
    const client = this.#createClient() as Lane['client']
    const isOpen = client.connect().then(() => client.query(setUp))
    const lane: Lane = { client, isOpen, underWay: 0 }
    this.#lanes.push(lane)
    const drop = () => {
      const at = this.#lanes.indexOf(lane)
      if (at !== -1) this.#lanes.splice(at, 1)
    }
    client.on('error', drop)
    client.on('end', drop)
    isOpen.catch(drop)
    return lane
  }
}
