import pg from 'pg'
import type { BinaryType } from './binary-types.ts'

export { bigint, bytea, int4, int4Array, text, timestamptz } from './binary-types.ts'

type Values<Types extends Record<string, BinaryType<never>>> = {
  [Name in keyof Types]: Types[Name] extends BinaryType<infer Value> ? Value | null : never
}

export interface BinaryColumn {
  name: string
  /** Which of a row's fields goes there. */
  field: string
  type: BinaryType<never>
}

/**
 * Adds rows by COPY in PostgreSQL's binary form, which takes both sides a fraction of the time that text and its escapes do, and
 * decimal digits even more. No row, no statement.
 */
export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly BinaryColumn[],
  rows: Iterable<unknown>,
): Promise<void> {
  const chunks = writeRows(columns, rows as Iterable<Record<string, never>>)
  if (chunks.length === 0) return
  const sql = `COPY ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) FROM STDIN WITH (FORMAT binary)`
  await new Promise<void>((resolve, reject) => {
    client.query(new Copy(sql, chunks, (error) => (error ? reject(error) : resolve())))
  })
}

/** The same for rows whose fields are called as the columns are. */
export function copyBinary<Types extends Record<string, BinaryType<never>>>(
  client: pg.ClientBase,
  table: string,
  types: Types,
  rows: Iterable<Values<Types>>,
): Promise<void> {
  const columns = Object.entries(types).map(([name, type]) => ({ name, field: name, type }))
  return copyRows(client, table, columns, rows)
}

/** What pg's own query does when the server asks for rows is to send none. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

class Copy extends pg.Query {
  readonly #chunks: readonly Buffer[]

  constructor(sql: string, chunks: readonly Buffer[], callback: (error: Error | undefined) => void) {
    super(sql, callback)
    this.#chunks = chunks
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.#chunks) connection.sendCopyFromChunk(chunk)
    connection.endCopyFrom()
  }
}

/** About as much as goes through the socket at once. */
const chunkBytes = 256 * 1024
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = Buffer.from([0xff, 0xff])

function writeRows(columns: readonly BinaryColumn[], rows: Iterable<Record<string, never>>): Buffer[] {
  const chunks: Buffer[] = []
  let chunk = Buffer.allocUnsafe(chunkBytes)
  let at = signature.copy(chunk)
  const makeRoom = (bytes: number): void => {
    if (at + bytes <= chunk.length) return
    chunks.push(chunk.subarray(0, at))
    chunk = Buffer.allocUnsafe(Math.max(bytes, chunkBytes))
    at = 0
  }
  let isEmpty = true
  for (const row of rows) {
    isEmpty = false
    makeRoom(2)
    at = chunk.writeInt16BE(columns.length, at)
    for (const { field, type } of columns) {
      const value = row[field]!
      makeRoom(value === null ? 4 : 4 + type.mostBytes(value))
      const bytes = value === null ? -1 : type.write(chunk, value, at + 4)
      chunk.writeInt32BE(bytes, at)
      at += 4 + Math.max(bytes, 0)
    }
  }
  return isEmpty ? [] : [...chunks, chunk.subarray(0, at), trailer]
}
