import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'
import { defaultPageSize, largestPageSize } from './connection.ts'

/** What one operation may ask for. Wide enough for every page that a front end shows, too narrow to stop a server. */
export const limits = {
  /** Tokens of the document. */
  tokens: 10_000,
  /** Fields within fields. */
  depth: 20,
  /** Fields under another name, fragments spelled out. */
  aliases: 200,
  /** Objects that the answer could hold, by the sizes of its pages. */
  objects: 50_000,
} as const

interface Measure {
  depth: number
  aliases: number
  objects: number
}

/** A list that has no pages counts as this many. */
const plainListSize = 3
const connectionParts = new Set(['edges', 'nodes', 'node', 'pageInfo'])
const plainLists = new Set([
  'translators',
  'authors',
  'credits',
  'paragraphs',
  'images',
  'aliases',
  'renderings',
  'otherTranslations',
])

const measured = new WeakMap<OperationDefinitionNode, Measure>()

/** Throws QUERY_TOO_DEEP, QUERY_TOO_MANY_ALIASES or QUERY_TOO_LARGE, each saying what to ask instead. */
export function checkLimits(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const { depth, aliases, objects } = measure(document, operation, variables)
  if (depth > limits.depth) {
    refuse(
      'QUERY_TOO_DEEP',
      `The query is ${depth} fields deep; ${limits.depth} are allowed. Ask for the inner part by id in a second query.`,
    )
  }
  if (aliases > limits.aliases) {
    refuse(
      'QUERY_TOO_MANY_ALIASES',
      `The query has ${aliases} aliases; ${limits.aliases} are allowed. Use \`nodes(ids:)\` or more queries.`,
    )
  }
  if (objects > limits.objects) {
    const advice = 'Make `first` smaller in the outer lists, or ask for the inner ones in a second query.'
    refuse('QUERY_TOO_LARGE', `The query could answer with ${objects} objects; ${limits.objects} are allowed. ${advice}`)
  }
}

function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code, http: { status: 400 } } })
}

function measure(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): Measure {
  const known = measured.get(operation)
  if (known !== undefined) return known
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
  )
  const meter = new Meter(document, { ...Object.fromEntries(defaults), ...variables })
  const result = meter.measureSet(operation.selectionSet)
  // The same document measures the same again unless a variable says how long its pages are.
  if (!meter.hasReadVariables) measured.set(operation, result)
  return result
}

class Meter {
  hasReadVariables = false
  private readonly fragments = new Map<string, FragmentDefinitionNode>()
  private readonly known = new Map<string, Measure>()
  private readonly variables: Record<string, unknown>

  constructor(document: DocumentNode, variables: Record<string, unknown>) {
    this.variables = variables
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition)
    }
  }

  measureSet(set: SelectionSetNode | undefined): Measure {
    const sum: Measure = { depth: 0, aliases: 0, objects: 0 }
    for (const selection of set?.selections ?? []) {
      const part =
        selection.kind === Kind.FIELD
          ? this.measureField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? this.measureSet(selection.selectionSet)
            : this.measureFragment(selection.name.value)
      sum.depth = Math.max(sum.depth, part.depth)
      sum.aliases += part.aliases
      sum.objects += part.objects
    }
    return sum
  }

  /** Once for each fragment, so that fragments of fragments cost no more than their text. Validation has refused cycles. */
  private measureFragment(name: string): Measure {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const result = this.measureSet(this.fragments.get(name)?.selectionSet)
    this.known.set(name, result)
    return result
  }

  private measureField(field: FieldNode): Measure {
    const name = field.name.value
    const aliases = field.alias === undefined ? 0 : 1
    // Introspection answers from memory, and its usual query is deep.
    if (name.startsWith('__') || field.selectionSet === undefined) return { depth: 1, aliases, objects: 0 }
    const inner = this.measureSet(field.selectionSet)
    const asked = this.lengthOf(field, 'ids') ?? this.lengthOf(field, 'representations')
    const isPart = connectionParts.has(name) && asked === undefined
    const objects = isPart ? inner.objects : (asked ?? this.sizeOf(field)) * (1 + inner.objects)
    return { depth: inner.depth + 1, aliases: aliases + inner.aliases, objects }
  }

  private sizeOf(field: FieldNode): number {
    const name = field.name.value
    if (plainLists.has(name)) return plainListSize
    const size = this.argumentOf(field, 'first') ?? this.argumentOf(field, 'last')
    if (typeof size === 'number') return Math.min(Math.max(size, 1), largestPageSize)
    const isConnection = field.selectionSet?.selections.some(
      (selection) => selection.kind !== Kind.FIELD || selection.name.value === 'edges' || selection.name.value === 'nodes',
    )
    return isConnection ? defaultPageSize : 1
  }

  /** Of a list that is given as an argument, for fields that answer each of its items; undefined for none. */
  private lengthOf(field: FieldNode, name: string): number | undefined {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value
    if (value?.kind === Kind.LIST) return value.values.length
    const given = this.argumentOf(field, name)
    return Array.isArray(given) ? given.length : undefined
  }

  private argumentOf(field: FieldNode, name: string): unknown {
    const value = field.arguments?.find((argument) => argument.name.value === name)?.value
    if (value?.kind === Kind.INT) return Number(value.value)
    if (value?.kind !== Kind.VARIABLE) return undefined
    this.hasReadVariables = true
    return this.variables[value.name.value]
  }
}
