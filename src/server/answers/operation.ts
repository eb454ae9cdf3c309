import { hash } from 'node:crypto'
import type { OperationName } from '../compiled-operations.ts'

interface PersistedQuery {
  version?: unknown
  sha256Hash?: unknown
}

/** What GraphQL over HTTP sends, as far as it decides the answer. */
export interface GraphQLRequest {
  query?: string
  operationName?: string | null
  variables?: Record<string, unknown> | null
  extensions?: { persistedQuery?: PersistedQuery | null } | null
}

/**
 * Names an operation with its variables: the same for every spelling of one request, with its document or with the document's hash
 * alone. Null for what is no well-formed single request, which has no answer that could be kept.
 */
export function operationKey(request: unknown): string | null {
  if (!isRequest(request)) return null
  const { query, operationName = null, variables = null } = request
  const document = documentHash(query, request.extensions?.persistedQuery)
  if (document === null) return null
  return sha256(`${document}\n${JSON.stringify(operationName)}\n${canonicalJson(variables ?? {})}`, 'base64url')
}

/** The operation that a request names and its variables; null where Apollo has to say something to it, or to keep its document. */
export function knownOperation(request: unknown): (OperationName & { variables: Record<string, unknown> }) | null {
  if (!isRequest(request) || (request.query !== undefined && request.extensions?.persistedQuery != null)) return null
  const hash = documentHash(request.query, request.extensions?.persistedQuery)
  return hash === null ? null : { hash, name: request.operationName || null, variables: request.variables ?? {} }
}

/** The request in the query string of a GET; null where its variables or extensions are not JSON. */
export function readSearch(search: string): GraphQLRequest | null {
  const parameters = new URLSearchParams(search)
  const request: Record<string, unknown> = {}
  for (const [name, isJson] of [
    ['query', false],
    ['operationName', false],
    ['variables', true],
    ['extensions', true],
  ] as const) {
    const values = parameters.getAll(name)
    if (values.length > 1) return null
    if (values[0] === undefined || values[0] === '') continue
    try {
      request[name] = isJson ? JSON.parse(values[0]) : values[0]
    } catch {
      return null
    }
  }
  return request
}

function isRequest(value: unknown): value is GraphQLRequest {
  if (!isObject(value)) return false
  const { query, operationName, variables, extensions } = value
  return (
    (query === undefined || typeof query === 'string') &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isObject(variables)) &&
    (extensions == null || isObject(extensions))
  )
}

/** Apollo's name for a document. A hash that is not that of its document is an error, which is worded elsewhere. */
function documentHash(query: string | undefined, persisted: PersistedQuery | null | undefined) {
  const named = persisted == null ? null : persisted.sha256Hash
  if (persisted != null && (persisted.version !== 1 || typeof named !== 'string')) return null
  if (query === undefined || query === '') return named as string | null
  const hash = sha256(query, 'hex')
  return named === null || named === hash ? hash : null
}

/** JSON whose objects have their keys in order. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sha256 = (text: string, encoding: 'hex' | 'base64url') => hash('sha256', text, encoding)
