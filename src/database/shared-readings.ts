import { Keys, type RowOfKey, type Statement } from './database.ts'

type Run = (statement: Statement, values: readonly unknown[]) => Promise<RowOfKey[]>

interface Reader {
  keys: readonly string[]
  resolve: (rows: RowOfKey[]) => void
  reject: (error: unknown) => void
}

interface Reading {
  statement: Statement
  /** Values behind the keys. */
  others: readonly unknown[]
  readers: Reader[]
  keyCount: number
  timer?: NodeJS.Timeout
}

/** Keys that are put together: the more, the longer they keep one core of PostgreSQL, and the others free. */
const keysTogether = 4
/** What takes much longer is not worth waiting for. */
const waitMs = 1

/**
 * Reads by keys for several requests at once: readings that differ in their keys alone become one statement. To start a plan costs
 * PostgreSQL as much as to read some rows does, and Node a packet more than a row in it. One that is asked for while the like is under
 * way waits for that to end, so that others can join it; when nobody else asks, nothing waits.
 */
export class SharedReadings {
  readonly #run: Run
  readonly #waiting = new Set<Reading>()
  readonly #underWay = new Set<Reading>()

  constructor(run: Run) {
    this.#run = run
  }

  read(statement: Statement, { list: keys }: Keys, others: readonly unknown[]): Promise<RowOfKey[]> {
    return new Promise((resolve, reject) => {
      const reader = { keys, resolve, reject }
      const joined = findLike(this.#waiting, { statement, others }, keysTogether - keys.length)
      if (joined === undefined) {
        const reading = { statement, others, readers: [reader], keyCount: keys.length }
        this.#waiting.add(reading)
        // Behind all that this turn of the event loop asks for.
        setImmediate(() => this.#startOrWait(reading))
      } else {
        joined.readers.push(reader)
        joined.keyCount += keys.length
        if (joined.keyCount === keysTogether) this.#start(joined)
      }
    })
  }

  #startOrWait(reading: Reading): void {
    if (reading.keyCount < keysTogether && findLike(this.#underWay, reading) !== undefined)
      reading.timer = setTimeout(() => this.#start(reading), waitMs)
    else this.#start(reading)
  }

  #start(reading: Reading): void {
    if (!this.#waiting.delete(reading)) return
    clearTimeout(reading.timer)
    this.#underWay.add(reading)
    const { statement, others, readers } = reading
    const read = (some: readonly Reader[]) => this.#run(statement, [new Keys(some.flatMap(({ keys }) => keys)), ...others])
    const end = () => {
      this.#underWay.delete(reading)
      const next = findLike(this.#waiting, reading)
      if (next !== undefined) this.#start(next)
    }
    read(readers).then(
      (rows) => {
        end()
        deal(rows, readers)
      },
      (error) => {
        end()
        // One key that cannot be read fails nobody else.
        if (readers.length === 1) readers[0]!.reject(error)
        else for (const reader of readers) read([reader]).then(reader.resolve, reader.reject)
      },
    )
  }
}

/** A reading that differs from `like` in its keys alone, and has at most so many. */
function findLike(
  readings: Iterable<Reading>,
  like: Pick<Reading, 'statement' | 'others'>,
  keysAtMost = Infinity,
): Reading | undefined {
  for (const one of readings) {
    const isLike =
      one.statement.text === like.statement.text &&
      one.others.length === like.others.length &&
      one.others.every((value, index) => value === like.others[index])
    if (isLike && one.keyCount <= keysAtMost) return one
  }
  return undefined
}

/** Gives each its rows, counted as if it had asked alone. */
function deal(rows: RowOfKey[], readers: readonly Reader[]): void {
  let before = 0
  for (const { keys, resolve } of readers) {
    const own = rows.filter(({ nth }) => nth > before && nth <= before + keys.length)
    for (const row of own) row.nth -= before
    before += keys.length
    resolve(own)
  }
}
