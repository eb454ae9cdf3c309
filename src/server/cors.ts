import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Headers of every answer. Any page may query the archive, and read the answer: it is the same for everybody. Credentials are never
 * asked for, so that no page can act in somebody's name. They go with an answer's other headers: what is set before, Node looks at
 * twice, which costs a kept answer a twentieth.
 */
export const everyOrigin = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag',
}

/** Answers a browser's question whether it may send the request that it has in mind. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers['access-control-request-headers']
  // Pages of the public web, Apollo Sandbox above all, ask this before they reach a server on this machine.
  const isPrivate = request.headers['access-control-request-private-network'] === 'true'
  response.writeHead(204, {
    ...everyOrigin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    ...(headers === undefined ? {} : { 'access-control-allow-headers': headers }),
    ...(isPrivate ? { 'access-control-allow-private-network': 'true' } : {}),
    'access-control-max-age': '86400',
    vary: 'access-control-request-headers, access-control-request-private-network',
    'content-length': '0',
  })
  response.end()
}
