/** How a value is sent in PostgreSQL's binary form, which converts nothing: a column's type must be just this one. */
export interface BinaryType<Value> {
  /** Its name in SQL. */
  sql: string
  /** Never fewer bytes than the value takes. */
  mostBytes(value: Value): number
  /** Writes the value at `at`. Returns how many bytes it took. */
  write(buffer: Buffer, value: Value, at: number): number
  /** The value as it stands in JSON, where that is not the value itself. */
  toJson?(value: Value): unknown
}

const fixed = <Value>(sql: string, bytes: number, put: (buffer: Buffer, value: Value, at: number) => unknown) => {
  const type: BinaryType<Value> = {
    sql,
    mostBytes: () => bytes,
    write(buffer, value, at) {
      put(buffer, value, at)
      return bytes
    },
  }
  return type
}

/** Ids, as the decimal strings that they are in this program. */
export const bigint = fixed<string>('bigint', 8, (buffer, value, at) => buffer.writeBigInt64BE(BigInt(value), at))
export const int4 = fixed<number>('int', 4, (buffer, value, at) => buffer.writeInt32BE(value, at))
/** Bytes as they are. */
export const bytea: BinaryType<Uint8Array> = {
  sql: 'bytea',
  mostBytes: (value) => value.length,
  write(buffer, value, at) {
    buffer.set(value, at)
    return value.length
  },
}
export const float4 = fixed<number>('real', 4, (buffer, value, at) => buffer.writeFloatBE(value, at))
export const boolean = fixed<boolean>('boolean', 1, (buffer, value, at) => buffer.writeUInt8(value ? 1 : 0, at))

/** PostgreSQL counts microseconds from the year 2000. */
const year2000 = Date.UTC(2000, 0)
export const timestamptz = fixed<Date>('timestamptz(3)', 8, (buffer, value, at) =>
  buffer.writeBigInt64BE(BigInt(value.getTime() - year2000) * 1000n, at),
)

/** No UTF-16 unit takes more than three bytes of UTF-8. */
const bytesPerUnit = 3
const characters = (sql: string): BinaryType<string> => ({
  sql,
  mostBytes: (value) => bytesPerUnit * value.length,
  // Lone surrogates become U+FFFD by being written as UTF-8.
  write: (buffer, value, at) => buffer.write(value.includes('\0') ? storable(value) : value, at),
})

export const text = characters('text')
/** One of an enum's values. */
export const oneOf = (sql: string): BinaryType<string> => characters(sql)
/** JSON in UTF-8; what is made by `storableJson` is never refused. */
export const json: BinaryType<Uint8Array> = {
  ...bytea,
  sql: 'json',
  toJson: (value) => JSON.parse(Buffer.from(value).toString()) as unknown,
}

/** `oid` is what PostgreSQL calls the type of the elements. */
const arrayOf = <Value>(element: BinaryType<Value>, oid: number): BinaryType<Iterable<Value> & { length: number }> => ({
  sql: `${element.sql}[]`,
  mostBytes(value) {
    let bytes = arrayHead
    for (const one of value) bytes += 4 + element.mostBytes(one)
    return bytes
  },
  write(buffer, value, at) {
    let end = writeArrayHead(buffer, oid, value.length, at)
    for (const one of value) {
      const bytes = element.write(buffer, one, end + 4)
      buffer.writeInt32BE(bytes, end)
      end += 4 + bytes
    }
    return end - at
  },
  toJson: (value) => [...value],
})

export const bigintArray = arrayOf(bigint, 20)
export const int4Array = arrayOf(int4, 23)
export const textArray = arrayOf(text, 25)

/** Dimensions, whether there are nulls, type of the elements; of the one dimension its length and the first index. */
const arrayHead = 20
function writeArrayHead(buffer: Buffer, elementOid: number, length: number, at: number): number {
  let end = at
  for (const word of length === 0 ? [0, 0, elementOid] : [1, 0, elementOid, length, 1]) end = buffer.writeInt32BE(word, end)
  return end
}

/** Characters that PostgreSQL cannot hold (U+0000, lone surrogates) become U+FFFD, so that lengths stay as they were. */
export function storable(value: string): string {
  // A look for halves of pairs, too, is faster than a look for those that have no other half.
  return /[\ud800-\udfff\0]/.test(value) ? value.replace(/\p{Surrogate}|\0/gu, '\ufffd') : value
}

/** JSON text of a value, with nothing in it that PostgreSQL cannot hold. */
export function storableJson(value: unknown): string {
  const made = JSON.stringify(value)
  if (!made.includes('\\u') || !/\\u(?:0000|d[89a-f])/i.test(made)) return made
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? storable(item) : item))
}
