import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server'
import { LRUCache } from 'lru-cache'
import type { Database } from '../../database/database.ts'
import type { ArchiveVersion } from '../../modules/archive/archive-version.queries.ts'
import type { ArchiveVersionWatch } from '../archive-version-watch.ts'
import type { CompiledOperations } from '../compiled-operations.ts'
import { everyOrigin } from '../cors.ts'
import { checkNesting, parseJson, readTextBody } from '../read-body.ts'
import { Answer } from './answer.ts'
import type { AnswerCache, Made } from './answer-cache.ts'
import { contentTypeFor } from './content-type.ts'
import { NameMemory } from './name-memory.ts'
import { knownOperation, operationKey, readSearch } from './operation.ts'
import type { Repeat, RepeatedRequests } from './repeated-requests.ts'
import { type Outgoing, outgoing, send } from './send-answer.ts'
import { ServedContext } from './served-context.ts'

export interface GraphQLOptions {
  apollo: ApolloServer<ServedContext>
  compiled: CompiledOperations
  db: Database
  versions: ArchiveVersionWatch
  cache: AnswerCache<HTTPGraphQLResponse>
  /** Null where no answer is kept in memory. */
  repeats: RepeatedRequests | null
}

/**
 * An import that commits between two statements of one request is seen by one of them alone: then all of it is read again, so many times
 * in all, and at last without saying of which version it is.
 */
const attempts = 3
/** Characters of request texts whose operation is remembered. */
const rememberedCharacters = 500_000

/** Answers GraphQL over HTTP: what is kept as it is, operations that come often compiled, all else through Apollo. Rejects with HttpError for what is no request. */
export function createGraphQLHandler({ apollo, compiled, db, versions, cache, repeats }: GraphQLOptions) {
  const operations = new LRUCache<string, string>({
    maxSize: rememberedCharacters,
    sizeCalculation: (_, text) => text.length + 200,
  })

  const names = new NameMemory()

  return async (request: IncomingMessage, response: ServerResponse, search: string): Promise<void> => {
    const isPost = request.method === 'POST'
    // Other methods are Apollo's to refuse.
    const isGet = request.method === 'GET' || request.method === 'HEAD'
    const text = isPost ? await readTextBody(request) : isGet ? search : undefined
    const contentType = contentTypeFor(request.headers.accept)
    const found = versions.current()
    const version = found instanceof Promise ? await found.catch(() => null) : found

    const known = text === undefined ? undefined : operations.get(text)
    if (known !== undefined && version !== null && contentType !== null) {
      const answer = cache.find(known, version)
      if (answer !== undefined) {
        repeats?.remember(request, repeatOf(request, contentType, known))
        return send(response, outgoing(request, answer, contentType))
      }
    }
    const body = isPost && text !== undefined ? parseJson(text) : undefined
    const asked = isGet ? readSearch(search) : body
    checkNesting(asked)
    const execute = () => make(request, search, body, contentType === null ? null : asked, version)
    const key = known ?? nameOperation(text, asked)
    const isKept = key !== null && version !== null && contentType !== null && cache.isOn
    const result = isKept ? await cache.obtain(key, contentType, version, execute) : (await execute()).result
    if (result instanceof Answer) send(response, outgoing(request, result, contentType ?? 'application/json; charset=utf-8'))
    else await sendRefusal(response, result)
  }

  /** What is kept of this request's operation, as long as that holds. */
  function repeatOf({ method, headers }: IncomingMessage, contentType: string, key: string): Repeat {
    const asked = { method, headers }
    let last: { answer: Answer; sent: Outgoing } | undefined
    return () => {
      const answer = versions.known === null ? undefined : cache.find(key, versions.known)
      if (answer === undefined) return undefined
      if (last?.answer !== answer) last = { answer, sent: outgoing(asked, answer, contentType) }
      return last.sent
    }
  }

  function nameOperation(text: string | undefined, body: unknown): string | null {
    const key = operationKey(body)
    if (key !== null && text !== undefined) operations.set(text, key)
    return key
  }

  /** Executes, and says at which version all of the answer was read, if it was at one. */
  async function make(
    request: IncomingMessage,
    search: string,
    body: unknown,
    asked: unknown,
    known: ArchiveVersion | null,
  ): Promise<Made<HTTPGraphQLResponse>> {
    let version = known
    for (let attempt = 1; ; attempt++) {
      const context = new ServedContext(db, version, cache.isOn && version !== null ? () => versions.read() : null, names)
      const result = (await answerCompiled(asked, context)) ?? (await answerByApollo(request, search, body, context))
      if (!(result instanceof Answer)) return { result, keptAt: null }
      if (!context.isMixed) return { result, keptAt: context.outcome.isFleeting ? null : context.seen.after }
      versions.doubt()
      version = attempt < attempts ? await versions.read().catch(() => null) : null
    }
  }

  async function answerCompiled(asked: unknown, context: ServedContext): Promise<Answer | null> {
    const operation = knownOperation(asked)
    if (operation === null) return null
    const parts = await compiled.answer(operation, operation.variables, context, context.extensions)
    if (parts === null) return null
    await context.finish(false)
    return new Answer(...parts)
  }

  /** What Apollo answers; as it is where there is anything wrong. */
  async function answerByApollo(
    request: IncomingMessage,
    search: string,
    body: unknown,
    context: ServedContext,
  ): Promise<Answer | HTTPGraphQLResponse> {
    const headers = new HeaderMap()
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    }
    // A HEAD is a GET without its body.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method, headers, search, body },
      context: async () => context,
    })
    if (context.seen.hasErrors || result.body.kind !== 'complete' || (result.status ?? 200) !== 200) return result
    return new Answer(Buffer.from(result.body.string))
  }
}

/** Errors are worded by Apollo, and kept by nobody. */
async function sendRefusal(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): Promise<void> {
  response.setHeaders(new Map([...Object.entries(everyOrigin), ...headers, ['cache-control', 'no-store']]))
  response.statusCode = status ?? 200
  if (body.kind === 'complete') {
    response.end(body.string)
    return
  }
  for await (const chunk of body.asyncIterator) response.write(chunk)
  response.end()
}
