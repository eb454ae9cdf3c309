import type { Writable } from 'node:stream'
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
  stream: Writable
  endCopyFrom(): void
}

class Copy extends pg.Query {
  readonly #chunks: readonly Chunk[]

  constructor(sql: string, chunks: readonly Chunk[], callback: (error: Error | undefined) => void) {
    super(sql, callback)
    this.#chunks = chunks
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const { buffer, length } of this.#chunks) {
      buffer.writeInt32BE(length - 1, 1)
      // pg itself would copy each into a new buffer to put five bytes before it.
      connection.stream.write(buffer.subarray(0, length), () => giveBack(buffer))
    }
    connection.endCopyFrom()
  }
}

/** A message of PostgreSQL's protocol: the letter d, its length without the letter, and rows. */
interface Chunk {
  buffer: Buffer
  length: number
}

/** About as much as goes through the socket at once. */
const chunkBytes = 256 * 1024
const headBytes = 5
const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const trailer = 0xffff

/** Chunks that were sent, to be filled again: what comes and goes with every statement leaves holes in memory. */
const spares: Buffer[] = []
const sparesAtMost = 16

function giveBack(buffer: Buffer): void {
  if (buffer.length === chunkBytes && spares.length < sparesAtMost) spares.push(buffer)
}

function createBuffer(bytes: number): Buffer {
  const buffer = bytes <= chunkBytes ? (spares.pop() ?? Buffer.allocUnsafeSlow(chunkBytes)) : Buffer.allocUnsafeSlow(bytes)
  buffer.write('d', 0, 'latin1')
  return buffer
}

function writeRows(columns: readonly BinaryColumn[], rows: Iterable<Record<string, never>>): Chunk[] {
  const chunks: Chunk[] = []
  let buffer = createBuffer(0)
  let at = headBytes + signature.copy(buffer, headBytes)
  const makeRoom = (bytes: number): void => {
    if (at + bytes <= buffer.length) return
    chunks.push({ buffer, length: at })
    buffer = createBuffer(headBytes + bytes)
    at = headBytes
  }
  let isEmpty = true
  for (const row of rows) {
    isEmpty = false
    makeRoom(2)
    at = buffer.writeInt16BE(columns.length, at)
    for (const { field, type } of columns) {
      const value = row[field]!
      makeRoom(value === null ? 4 : 4 + type.mostBytes(value))
      const bytes = value === null ? -1 : type.write(buffer, value, at + 4)
      buffer.writeInt32BE(bytes, at)
      at += 4 + Math.max(bytes, 0)
    }
  }
  if (isEmpty) {
    giveBack(buffer)
    return []
  }
  makeRoom(2)
  at = buffer.writeUInt16BE(trailer, at)
  return [...chunks, { buffer, length: at }]
}
