import { badInput } from './errors.ts'

/** Types that an order may sort by, as PostgreSQL names them, and what a cursor may hold for each. */
const keyPatterns = {
  bigint: /^-?[0-9]{1,19}$/,
  integer: /^-?[0-9]{1,10}$/,
  numeric: /^-?[0-9]{1,30}(\.[0-9]{1,30})?$/,
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  text: /^[^\0]{0,10000}$/su,
  strength: /^(MENTION|MAJOR|ABOUT)$/,
  mention_field: /^(TITLE|LEAD|PARAGRAPH)$/,
} as const

export type KeyType = keyof typeof keyPatterns

/** Name and sort key of a place in an order: base64url of a JSON array. Opaque to clients, who pass it back unread. */
export function encodeCursor(order: string, keys: readonly unknown[]): string {
  const values = keys.map((key) => (key instanceof Date ? key.toISOString() : String(key)))
  return Buffer.from(JSON.stringify([order, ...values])).toString('base64url')
}

/**
 * The sort key in a cursor that `encodeCursor` made for this order; throws INVALID_CURSOR for damaged ones and for those of
 * another list or order.
 */
export function decodeCursor(cursor: string, order: string, types: readonly KeyType[], argument: string): string[] {
  const parts = readParts(cursor)
  if (parts === null) {
    throw badInput(
      'INVALID_CURSOR',
      argument,
      `\`${argument}\` is no cursor of this archive. Pass one back exactly as an answer gave it.`,
    )
  }
  const [name, ...keys] = parts
  if (name !== order) {
    const advice = 'Take it from the same field with the same `orderBy`.'
    throw badInput('INVALID_CURSOR', argument, `\`${argument}\` is a cursor of another list or order. ${advice}`)
  }
  if (keys.length !== types.length || !keys.every((key, index) => isKey(key, types[index]!))) {
    throw badInput('INVALID_CURSOR', argument, `\`${argument}\` is damaged. Pass a cursor back exactly as an answer gave it.`)
  }
  return keys
}

function readParts(cursor: string): string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) && parts.length > 1 && parts.every((part) => typeof part === 'string') ? parts : null
  } catch {
    return null
  }
}

function isKey(key: string, type: KeyType): boolean {
  if (!keyPatterns[type].test(key)) return false
  if (type === 'bigint') return BigInt.asIntN(64, BigInt(key)) === BigInt(key)
  if (type === 'integer') return BigInt.asIntN(32, BigInt(key)) === BigInt(key)
  if (type === 'timestamptz') return !Number.isNaN(Date.parse(key))
  return true
}
