import { type ApolloServerPlugin, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLScalarType,
  GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  print,
  type VariableDefinitionNode,
  visit,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import type { RequestContext } from '../modules/paging/request-context.ts'

/** Compiling takes as long as some ten executions: worth it for an operation that comes again. */
const executionsBeforeCompiling = 3
const compiledAtMost = 200
const countedAtMost = 2000

export interface Operation {
  document: DocumentNode
  /** Names the document. */
  hash: string
  name: string | null
  variables: Record<string, unknown>
}

/** Resolves to null where the operation is not compiled, or its result has errors. */
export type CompiledExecutor = (operation: Operation, context: RequestContext) => Promise<ExecutionResult | null>

/** The type of every variable for graphql-jit, which follows input types without end where one holds itself, as filters do. */
const readVariable = new GraphQLScalarType({ name: 'ReadVariable', description: 'A value that graphql-js has read already.' })

interface Compiled {
  execute: CompiledQuery['query']
  variables: readonly VariableDefinitionNode[]
}

/** Executes operations that come often with a function that graphql-jit makes of them once (docs/adr/0007). */
export function createCompiledExecutor(schema: GraphQLSchema, executionsBefore = executionsBeforeCompiling): CompiledExecutor {
  const counts = new LRUCache<string, number>({ max: countedAtMost })
  /** False: cannot be compiled. */
  const kept = new LRUCache<string, Compiled | false>({ max: compiledAtMost })
  const config = schema.toConfig()
  const withReadVariable = new GraphQLSchema({ ...config, types: [...config.types, readVariable], assumeValid: true })

  return async ({ document, hash, name, variables }, context) => {
    const key = `${hash} ${name ?? ''}`
    let compiled = kept.get(key)
    if (compiled === undefined) {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count <= executionsBefore) return null
      compiled = compile(withReadVariable, document, name)
      kept.set(key, compiled)
    }
    if (compiled === false) return null
    const { coerced } = getVariableValues(schema, compiled.variables, variables)
    if (coerced === undefined) return null
    const result = await compiled.execute(undefined, context, coerced)
    return result.errors === undefined ? result : null
  }
}

function compile(schema: GraphQLSchema, document: DocumentNode, name: string | null): Compiled | false {
  const variables = getOperationAST(document, name)?.variableDefinitions ?? []
  const prepared = visit(document, {
    VariableDefinition: ({ variable, type }) =>
      // What @skip and @include look at must stay a Boolean.
      /^Boolean!?$/.test(print(type))
        ? undefined
        : {
            kind: Kind.VARIABLE_DEFINITION,
            variable,
            type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: readVariable.name } },
          },
  })
  const query = compileQuery(schema, prepared, name ?? undefined)
  return isCompiledQuery(query) && { execute: query.query, variables }
}

/**
 * Lets a compiled executor answer what it can. All else is executed by graphql-js, from what the request has read already: errors
 * are only ever worded by it.
 */
export function preferCompiled(execute: CompiledExecutor): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operationName: name, queryHash: hash, request, contextValue }) {
          const singleResult =
            hash === undefined ? null : await execute({ document, hash, name, variables: request.variables ?? {} }, contextValue)
          if (singleResult === null) return null
          return { body: { kind: 'single', singleResult }, http: { status: undefined, headers: new HeaderMap() } }
        },
      }
    },
  }
}
