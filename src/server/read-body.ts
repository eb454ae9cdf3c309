import type { IncomingMessage } from 'node:http'
import { HttpError } from './http-error.ts'

/** Bytes of a request. The longest operation of a generated client takes a few kilobytes. */
const largestBodyBytes = 1024 * 1024

/**
 * The JSON text of a request; undefined where its Content-Type says that it is something else, which Apollo then words.
 * Throws HttpError for one too large or in another encoding.
 */
export async function readTextBody(request: IncomingMessage): Promise<string | undefined> {
  const contentType = request.headers['content-type'] ?? ''
  if (contentType !== 'application/json' && !isJson(contentType)) return undefined
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity')
    throw new HttpError(415, 'UNSUPPORTED_ENCODING', `Send the request uncompressed, not as ${encoding}.`)
  return (await readBytes(request)).toString('utf8')
}

/** Throws HttpError for JSON in a charset that JSON never has. */
function isJson(contentType: string): boolean {
  const [type, ...parameters] = contentType.toLowerCase().split(';')
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type?.trim() ?? '')) return false
  const charset = parameters
    .map((parameter) => /^\s*charset="?([\w-]+)"?\s*$/.exec(parameter)?.[1])
    .find((found) => found !== undefined)
  if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
    throw new HttpError(415, 'UNSUPPORTED_CHARSET', `Send the request in UTF-8, not in ${charset}.`)
  }
  return true
}

/** The value of a request's text; throws HttpError where it is no JSON. */
export function parseJson(text: string): unknown {
  if (text.trim() === '')
    throw new HttpError(400, 'BAD_REQUEST', 'The request is empty. Send JSON: {"query": "…", "variables": {…}}.')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new HttpError(400, 'BAD_REQUEST', `The request is not JSON: ${(error as Error).message}`)
  }
}

/** Objects and lists within one another; filters may be nested far less. More would overflow the stack wherever they are walked through. */
const deepestNesting = 100

/** Throws HttpError for a request whose values stand too deep in one another. */
export function checkNesting(request: unknown): void {
  if (!isDeeper(request, deepestNesting)) return
  throw new HttpError(
    400,
    'BAD_REQUEST',
    `The request holds values more than ${deepestNesting} deep in one another. Write it flatter.`,
  )
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () =>
    new HttpError(
      413,
      'REQUEST_TOO_LARGE',
      `The request is larger than ${largestBodyBytes} bytes. Send long values as variables of several requests.`,
    )
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > largestBodyBytes) {
        request.pause()
        reject(tooLarge())
      } else {
        chunks.push(chunk)
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('aborted', () => reject(new HttpError(400, 'BAD_REQUEST', 'The request was broken off.')))
  })
}
