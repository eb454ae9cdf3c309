import { badInput } from './errors.ts'

const pattern = /^([A-Z][A-Za-z]*):([0-9]{1,19})$/
const largestKey = 2n ** 63n - 1n

export interface GlobalId {
  /** Name of the GraphQL type. */
  type: string
  /** The row's `bigint` as a decimal string. */
  key: string
}

/** The id of a node in the whole graph: base64url of `Article:123`. */
export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`).toString('base64url')
}

/** Reads a global id; null where the text is none (a slug, say). */
export function parseGlobalId(text: string): GlobalId | null {
  const match = pattern.exec(Buffer.from(text, 'base64url').toString('latin1'))
  if (match === null) return null
  const [, type, key] = match as unknown as [string, string, string]
  return BigInt(key) <= largestKey ? { type, key } : null
}

/** The row's key in an id of one of `types`; throws INVALID_ID for anything else. */
export function keyOfId(text: string, argument: string, ...types: string[]): string {
  const id = parseGlobalId(text)
  if (id !== null && types.includes(id.type)) return id.key
  const found = id === null ? 'it is no id of this archive' : `it names a row of type ${id.type}`
  throw badInput(
    'INVALID_ID',
    argument,
    `\`${argument}\` must be an \`id\` of type ${types.join(' or ')}, as an answer gave it: ${found}.`,
  )
}
