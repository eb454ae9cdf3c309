import type { ServerResponse } from 'node:http'
import { everyOrigin } from './cors.ts'

/** A request that ends before GraphQL sees it. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** Answers in the form of GraphQL's errors, which every client reads. */
export function sendError(response: ServerResponse, { status, code, message }: HttpError): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  sendJson(response, status, { errors: [{ message, extensions: { code } }] })
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, { ...everyOrigin, ...headers })
  response.end(JSON.stringify(value))
}
