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
}

/** Keys that are put together: the more, the longer they keep one core of PostgreSQL, and the others free. */
const keysTogether = 4

/**
 * Reads by keys what several requests ask for in one turn of the event loop. Readings that differ in their keys alone become one
 * statement: to start a plan costs PostgreSQL as much as to read some rows does, and Node a packet more than a row in it.
 */
export class SharedReadings {
  #readings: Reading[] = []

  add(statement: Statement, { list }: Keys, others: readonly unknown[]): Promise<RowOfKey[]> {
    return new Promise((resolve, reject) => {
      const reader = { keys: list, resolve, reject }
      const found = this.#readings.find(
        (one) =>
          one.statement.text === statement.text &&
          one.keyCount + list.length <= keysTogether &&
          one.others.length === others.length &&
          one.others.every((value, index) => value === others[index]),
      )
      if (found === undefined) this.#readings.push({ statement, others, readers: [reader], keyCount: list.length })
      else {
        found.readers.push(reader)
        found.keyCount += list.length
      }
    })
  }

  /** Runs what was asked for until now. */
  run(run: Run): void {
    for (const { statement, others, readers } of this.#readings.splice(0)) {
      const read = (some: readonly Reader[]) => run(statement, [new Keys(some.flatMap(({ keys }) => keys)), ...others])
      read(readers).then(
        (rows) => deal(rows, readers),
        (error) => {
          // One key that cannot be read fails nobody else.
          if (readers.length === 1) readers[0]!.reject(error)
          else for (const reader of readers) read([reader]).then(reader.resolve, reader.reject)
        },
      )
    }
  }
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
