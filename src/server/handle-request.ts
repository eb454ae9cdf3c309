import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../database/database.ts'
import { answerPreflight, everyOrigin } from './cors.ts'
import { HttpError, sendError, sendJson } from './http-error.ts'

export interface HandlerOptions {
  answerGraphQL: (request: IncomingMessage, response: ServerResponse, search: string) => Promise<void>
  db: Database
  /** Shown to browsers. */
  sandboxPage: string
  /** Told of what no answer could be made of. */
  onError: (error: unknown) => void
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

const health = { name: 'health', text: 'SELECT 1' }

/** The whole of HTTP here: /graphql and / for GraphQL and its page, /health for whoever watches the server. */
export function createHandler({ answerGraphQL, db, sandboxPage, onError }: HandlerOptions): Handler {
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof HttpError) {
        // What was not read of a request would be taken for the next one.
        if (!request.complete) response.setHeader('connection', 'close')
        sendError(response, error)
        return
      }
      onError(error)
      sendError(
        response,
        new HttpError(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong here, not in your request. Try again.'),
      )
    })
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return answerPreflight(request, response)
    // Proxies may name the host once more in front of the path.
    const url = (request.url ?? '/').replace(/^https?:\/\/[^/?]*\/?/i, '/')
    const queryAt = url.indexOf('?')
    const path = queryAt === -1 ? url : url.slice(0, queryAt)
    if (path === '/health') return answerHealth(response)
    if (path !== '/graphql' && path !== '/') {
      throw new HttpError(404, 'NOT_FOUND', 'Nothing is here. GraphQL is served at /graphql.')
    }
    if (isBrowser(request)) return answerPage(request, response)
    return answerGraphQL(request, response, queryAt === -1 ? '' : url.slice(queryAt))
  }

  async function answerHealth(response: ServerResponse): Promise<void> {
    try {
      await db.query(health, [])
      sendJson(response, 200, { status: 'ok', database: 'ok' })
    } catch (error) {
      onError(error)
      sendJson(response, 503, { status: 'failing', database: 'unreachable' })
    }
  }

  function answerPage(request: IncomingMessage, response: ServerResponse): void {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept' }
    response.writeHead(200, { ...everyOrigin, ...headers })
    response.end(request.method === 'HEAD' ? undefined : sandboxPage)
  }
}

function isBrowser({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const accept = headers.accept ?? ''
  return accept.includes('text/html') && !/application\/(?:graphql-response\+)?json/.test(accept)
}
