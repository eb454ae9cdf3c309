import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import type { GraphQLFormattedError } from 'graphql'
import { checkLimits, limits } from '../graphql/limits.ts'
import type { RequestContext } from '../modules/paging/request-context.ts'
import { createSchema } from '../modules/schema.ts'

export interface ApolloOptions {
  /** Shows what went wrong inside; never for strangers. */
  showsInternalErrors: boolean
  /** Told of every error that is not the caller's. `reference` is what the caller is given of it. */
  onInternalError: (error: unknown, reference: string) => void
}

/** Apollo with this archive's schema, limits and errors. It knows of no HTTP server: handle-request.ts is the adapter. */
export function createApollo({ showsInternalErrors, onInternalError }: ApolloOptions): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema: createSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.tokens },
    // The cache-control plugin looks at every field of every answer; answers here are cached whole.
    plugins: [queryLimits, ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
    formatError(formatted, error) {
      if (formatted.extensions?.['code'] !== 'INTERNAL_SERVER_ERROR') return formatted
      const reference = randomUUID()
      onInternalError(unwrapResolverError(error), reference)
      return showsInternalErrors ? formatted : maskedError(formatted, reference)
    },
  })
}

const queryLimits: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation !== undefined) checkLimits(document, operation, request.variables ?? {})
      },
    }
  },
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
