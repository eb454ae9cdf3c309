import type { IncomingMessage, ServerResponse } from 'node:http'
import { everyOrigin } from '../cors.ts'
import type { Answer } from './answer.ts'

/** What is sent for a request. */
export interface Outgoing {
  status: number
  headers: Readonly<Record<string, string | number>>
  body: readonly Buffer[]
}

/**
 * How an answer without errors is sent. Whoever keeps one that came by GET asks here each time whether it still holds, by its ETag: so
 * does every cache on the way, which therefore never gives an old one.
 */
export function outgoing(
  { method, headers: asked }: Pick<IncomingMessage, 'method' | 'headers'>,
  answer: Answer,
  contentType: string,
): Outgoing {
  const content = { 'content-type': contentType, 'content-length': answer.length }
  if (method === 'POST') return { status: 200, headers: { ...everyOrigin, ...content }, body: answer.parts }
  const form = contentType.startsWith('application/json') ? '' : '-r'
  const etag = `"${answer.hash}${form}"`
  const headers = { ...everyOrigin, etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept' }
  if (matches(asked['if-none-match'], etag)) return { status: 304, headers, body: [] }
  return { status: 200, headers: { ...headers, ...content }, body: method === 'HEAD' ? [] : answer.parts }
}

export function send(response: ServerResponse, { status, headers, body }: Outgoing): void {
  response.writeHead(status, headers)
  for (const part of body.slice(0, -1)) response.write(part)
  response.end(body.at(-1))
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((given) => {
    const tag = given.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}
