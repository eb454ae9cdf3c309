import type { IncomingMessage, ServerResponse } from 'node:http'
import { everyOrigin } from '../cors.ts'
import type { Answer } from './answer.ts'

/**
 * Sends an answer without errors. Whoever keeps one that came by GET asks here each time whether it still holds, by its ETag: so
 * does every cache on the way, which therefore never gives an old one.
 */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer, contentType: string): void {
  if (request.method === 'POST') {
    const { parts } = answer
    const length = parts.reduce((sum, part) => sum + part.length, 0)
    response.writeHead(200, { ...everyOrigin, 'content-type': contentType, 'content-length': length })
    for (const part of parts.slice(0, -1)) response.write(part)
    response.end(parts.at(-1))
    return
  }
  const { body } = answer
  const form = contentType.startsWith('application/json') ? '' : '-r'
  const etag = `"${answer.hash}${form}"`
  const headers = { ...everyOrigin, etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept' }
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  response.writeHead(200, { ...headers, 'content-type': contentType, 'content-length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((given) => {
    const tag = given.trim()
    return tag === '*' || tag === etag || tag === `W/${etag}`
  })
}
