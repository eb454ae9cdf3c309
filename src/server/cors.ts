import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * Any page may query the archive, and read the answer: it is the same for everybody. Credentials are never asked for, so that no
 * page can act in somebody's name.
 */
export function allowEveryOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-expose-headers', 'etag, retry-after')
  // Pages of the public web, Apollo Sandbox above all, ask this before they reach a server on this machine.
  if (request.headers['access-control-request-private-network'] === 'true') {
    response.setHeader('access-control-allow-private-network', 'true')
  }
}

/** Answers a browser's question whether it may send the request that it has in mind. */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const headers = request.headers['access-control-request-headers']
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    ...(headers === undefined ? {} : { 'access-control-allow-headers': headers }),
    'access-control-max-age': '86400',
    vary: 'access-control-request-headers, access-control-request-private-network',
    'content-length': '0',
  })
  response.end()
}
