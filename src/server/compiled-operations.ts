import { hash as digest } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import { Any } from '../graphql/federation.ts'
import { checkLimits } from '../graphql/limits.ts'
import type { RequestContext } from '../modules/paging/request-context.ts'
import { relations } from '../modules/relations.ts'
import { type Shape, withoutRepeatedFields, writeData } from './repeated-fields.ts'
import { withoutConditions } from './without-conditions.ts'

/** Compiling takes as long as some ten executions: worth it for an operation that comes again. */
const executionsBeforeCompiling = 3
const compiledAtMost = 200
const countedAtMost = 2000

export interface OperationName {
  /** Names the document. */
  hash: string
  /** Null for the only operation of its document. */
  name: string | null
}

/**
 * The type of every variable for graphql-jit, which follows input types without end where one holds itself, as filters do: graphql-js
 * has read the value already, and this scalar takes it as it is.
 */
const readVariable = Any.name

interface Compiled {
  document: DocumentNode
  operation: OperationDefinitionNode
  execute: CompiledQuery['query']
  shape: Shape | null
}

/**
 * Operations that come often, each made into a function once, which reads relations with the row that they belong to
 * (docs/adr/0007).
 */
export class CompiledOperations {
  readonly #schema: GraphQLSchema
  readonly #executionsBefore: number
  readonly #counts = new LRUCache<string, number>({ max: countedAtMost })
  /** False: cannot be compiled. */
  readonly #kept = new LRUCache<string, Compiled | false>({ max: compiledAtMost })

  constructor(schema: GraphQLSchema, executionsBefore = executionsBeforeCompiling) {
    this.#schema = schema
    this.#executionsBefore = executionsBefore
  }

  /** Takes note of an operation that is executed; its document is valid. */
  count(hash: string, document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): void {
    const name = operation.name?.value ?? null
    const key = keyOf({ hash, name }, variables)
    if (this.#kept.has(key)) return
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    if (count < this.#executionsBefore) return
    const { coerced } = getVariableValues(this.#schema, operation.variableDefinitions ?? [], variables)
    if (coerced === undefined) return
    const compiled = compile(this.#schema, document, operation, coerced)
    this.#kept.set(key, compiled)
    if (getOperationAST(document) !== null) this.#kept.set(keyOf({ hash, name: null }, variables), compiled)
  }

  /**
   * The answer to an operation, as it is sent, in parts, with `extensions`. Null where it is not compiled, or not to be answered without errors: these are only ever worded by
   * graphql-js.
   */
  async answer(
    name: OperationName,
    variables: Record<string, unknown>,
    context: RequestContext,
    extensions: object | null = null,
  ): Promise<Buffer[] | null> {
    const compiled = this.#kept.get(keyOf(name, variables))
    if (compiled === undefined || compiled === false) return null
    const { coerced } = getVariableValues(this.#schema, compiled.operation.variableDefinitions ?? [], variables)
    if (coerced === undefined) return null
    try {
      checkLimits(compiled.document, compiled.operation, variables)
    } catch {
      return null
    }
    context.relations = relations
    const result = await compiled.execute(undefined, context, coerced)
    if (result.errors === undefined) {
      const after = extensions === null ? '}\n' : `,"extensions":${JSON.stringify(extensions)}}\n`
      return writeData('{"data":', result.data, compiled.shape, after)
    }
    context.relations = null
    return null
  }
}

/** Also tells apart what an operation is under one condition and under another. Of one length: a request's names may be as long as it. */
function keyOf({ hash, name }: OperationName, variables: Record<string, unknown>): string {
  const conditions = Object.entries(variables).filter(([, value]) => typeof value === 'boolean' || value === null)
  return digest('sha256', JSON.stringify([hash, name, conditions]), 'base64url')
}

/** graphql-jit is given no conditions: of a fragment that stands in two places, it leaves out both under the condition of one. */
function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Compiled | false {
  const definitions = document.definitions.filter((one) => one === operation || one.kind === Kind.FRAGMENT_DEFINITION)
  const left = withoutConditions({ kind: Kind.DOCUMENT, definitions }, variables)
  if (left === null) return false
  const reduced = withoutRepeatedFields(getOperationAST(left)!)
  const prepared = visit(
    { ...left, definitions: left.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? reduced.operation : one)) },
    {
      VariableDefinition: ({ kind, variable }) => ({
        kind,
        variable,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: readVariable } },
      }),
    },
  )
  const query = compileQuery(schema, prepared, operation.name?.value)
  return isCompiledQuery(query) && { document, operation, execute: query.query, shape: reduced.shape }
}

/** Lets every operation that Apollo executes be counted. */
export function countExecutions(compiled: CompiledOperations): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async executionDidStart({ queryHash, document, operation, request }) {
          // Apollo's type says that there is one. Where a document has several and none is named, that is worded after this.
          if (operation !== undefined) compiled.count(queryHash, document, operation, request.variables ?? {})
        },
      }
    },
  }
}
