import fc, { type GeneratorValue } from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isUnionType,
} from 'graphql'

export interface InventedOperation {
  source: string
  variables: Record<string, unknown>
}

/** What arguments are given, by the names of arguments: ids, slugs, names that mean something. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>

type Selected = GraphQLObjectType | GraphQLInterfaceType

/**
 * An operation over the schema, nearly always a valid one, with all that decides what of it is asked: aliases, variables with and without
 * defaults, conditions, fragments in several places.
 */
export function inventOperation(schema: GraphQLSchema, known: KnownValues, draw: GeneratorValue): InventedOperation {
  const below = (limit: number): number => draw(fc.nat, limit - 1)
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)]!
  const isOneIn = (count: number): boolean => below(count) === 0
  const declared: string[] = []
  const variables: Record<string, unknown> = {}
  const fragments: { on: string; text: string }[] = []
  let names = 0

  function inventValue(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return inventValue(type.ofType, name)
    if (isListType(type)) return Array.from({ length: below(3) }, () => inventValue(type.ofType, name))
    if (isEnumType(type)) return pick(type.getValues()).name
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => isOneIn(4))
      return Object.fromEntries(fields.map((field) => [field.name, inventValue(field.type, field.name)]))
    }
    return pick(known[name] ?? known[String(type)] ?? ['x'])
  }

  function literal(value: unknown, type: GraphQLInputType): string {
    if (isNonNullType(type)) return literal(value, type.ofType)
    if (isListType(type)) return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`
    if (isEnumType(type)) return String(value)
    if (!isInputObjectType(type)) return JSON.stringify(value)
    const fields = type.getFields()
    return `{ ${Object.entries(value as object)
      .map(([name, inner]) => `${name}: ${literal(inner, fields[name]!.type)}`)
      .join(', ')} }`
  }

  function variable(type: GraphQLInputType | string, value: unknown, fallback = ''): string {
    const name = `v${++names}`
    declared.push(`$${name}: ${type}${fallback}`)
    if (value !== undefined) variables[name] = value
    return `$${name}`
  }

  function argument({ name, type }: GraphQLArgument): string {
    const value = inventValue(type, name)
    if (!isOneIn(3)) return `${name}: ${literal(value, type)}`
    if (isNonNullType(type) || isOneIn(2)) return `${name}: ${variable(type, value)}`
    return `${name}: ${variable(type, isOneIn(2) ? inventValue(type, name) : undefined, ` = ${literal(value, type)}`)}`
  }

  function condition(): string {
    if (!isOneIn(6)) return ''
    const isAsked = isOneIn(2)
    return ` @${pick(['skip', 'include'])}(if: ${isOneIn(2) ? isAsked : variable('Boolean!', isAsked)})`
  }

  function field(type: GraphQLField<unknown, unknown>, depth: number): string {
    const isKey = ({ name }: GraphQLArgument) => ['id', 'slug', 'url', 'name'].includes(name)
    const optional = type.args.filter((one) => !isKey(one) && !['last', 'after', 'before'].includes(one.name) && isOneIn(2))
    const keys = type.args.filter((one) => isKey(one) && !type.args.some(({ name }) => name === 'first'))
    const chosen = [...type.args.filter(isRequiredArgument), ...optional, ...(keys.length > 0 ? [pick(keys)] : [])]
    const text = chosen.length === 0 ? '' : `(${[...new Set(chosen)].map(argument).join(', ')})`
    const target = getNamedType(type.type)
    const inner = isLeafType(target)
      ? ''
      : isUnionType(target)
        ? ' { __typename }'
        : ` ${selection(target as Selected, depth - 1)}`
    const alias = text !== '' || inner !== '' || isOneIn(4) ? `a${++names}: ` : ''
    return `${alias}${type.name}${text}${condition()}${inner}`
  }

  function selection(type: Selected, depth: number): string {
    const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'))
    const leaves = fields.filter((one) => isLeafType(getNamedType(one.type)))
    const objects = depth <= 0 ? [] : fields.filter((one) => !leaves.includes(one))
    const chosen = [leaves, leaves, objects, objects].flatMap((from) => (from.length === 0 || isOneIn(4) ? [] : [pick(from)]))
    const parts = chosen.map((one) => spread(type, field(one, depth)))
    if (isAbstractType(type) && depth > 0) {
      const possible = pick(schema.getPossibleTypes(type))
      parts.push(`... on ${possible.name} ${selection(possible, depth - 1)}`)
    }
    const known = fragments.flatMap(({ on }, index) => (on === type.name && isOneIn(3) ? [`...F${index}${condition()}`] : []))
    return `{ ${[...known, ...parts, '__typename'].join(' ')} }`
  }

  /** As it is, in a fragment in its place, or in one that other places may use. */
  function spread({ name }: Selected, text: string): string {
    if (isOneIn(6)) return `... on ${name}${condition()} { ${text} }`
    if (!isOneIn(5)) return text
    return `...F${fragments.push({ on: name, text }) - 1}${condition()}`
  }

  const body = selection(schema.getQueryType()!, 5)
  const heading = declared.length === 0 ? '' : ` (${declared.join(', ')})`
  const written = fragments.map(({ on, text }, index) => `fragment F${index} on ${on} { ${text} }`)
  return { source: `query${heading} ${body} ${written.join(' ')}`, variables }
}
