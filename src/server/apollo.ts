import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, Kind } from 'graphql'
import { checkLimits, limits } from '../graphql/limits.ts'
import type { createPersistedQueryCache } from './answers/persisted-queries.ts'
import { type ServedContext, tellVersion } from './answers/served-context.ts'
import { type CompiledOperations, countExecutions } from './compiled-operations.ts'

export interface ApolloOptions {
  schema: GraphQLSchema
  persistedQueries: ReturnType<typeof createPersistedQueryCache>
  compiled: CompiledOperations
  /** Told of every error that is not the caller's. `reference` is what the caller is given of it. */
  onInternalError: (error: unknown, reference: string) => void
}

/** Apollo with this archive's schema, limits and errors. It knows of no HTTP server: handle-request.ts is the adapter. */
export function createApollo({
  schema,
  persistedQueries,
  compiled,
  onInternalError,
}: ApolloOptions): ApolloServer<ServedContext> {
  return new ApolloServer<ServedContext>({
    schema,
    introspection: true,
    // Nothing is written here and nobody is known: a page that makes a browser ask learns no more than by asking itself.
    csrfPrevention: false,
    persistedQueries: { cache: persistedQueries },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    // The cache-control plugin looks at every field of every answer; answers here are cached whole.
    // A subgraph would be traced, and say so on standard output at every start.
    plugins: [
      onlyBoundedQueries,
      countExecutions(compiled),
      tellVersion,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    formatError(formatted, error) {
      if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted
      const cause = unwrapResolverError(error)
      if (isUnstorableText(cause)) return unstorableText(formatted)
      if (isUnfitVariable(cause)) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } }
      if (isRefusal(cause)) return { ...formatted, extensions: { code: 'BAD_REQUEST' } }
      const reference = randomUUID()
      onInternalError(cause, reference)
      return maskedError(formatted, reference)
    },
  })
}

const onlyBoundedQueries: ApolloServerPlugin<ServedContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation === undefined) return
        if (operation.operation !== 'query') refuseWriting(operation.operation)
        checkLimits(document, operation, request.variables ?? {})
      },
    }
  },
}

function refuseWriting(operation: string): never {
  throw new GraphQLError(
    `The archive is only read here: it has no ${operation}s. Ask with a query; write with \`interlinear import\`.`,
    {
      extensions: { code: 'OPERATION_NOT_SUPPORTED', http: { status: 400 } },
    },
  )
}

/** What Apollo refuses with a status and no code: a hash that is not that of its document, a version of persisted queries. */
const isRefusal = (error: unknown): boolean =>
  error instanceof GraphQLError && (error.extensions['http'] as { status?: number } | undefined)?.status === 400

/** A variable that may be null, and is, in a place that may not: graphql-js looks when it comes there. */
const isUnfitVariable = (error: unknown): boolean => error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE

/** PostgreSQL's character_not_in_repertoire: no text of an archive holds U+0000, so that nothing can be found by it. */
const isUnstorableText = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '22021'

function unstorableText(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const message = 'A text in the query holds the character U+0000, which no text of the archive does. Leave it out.'
  return { ...formatted, message, extensions: { code: 'BAD_USER_INPUT', reason: 'INVALID_TEXT' } }
}

function maskedError({ path, locations }: GraphQLFormattedError, reference: string): GraphQLFormattedError {
  return {
    message:
      'Something went wrong here, not in your query. Try again; if it stays, report the reference to whoever runs this archive.',
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  }
}
