import {
  type ConstDirectiveNode,
  type DocumentNode,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  isInterfaceType,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql'

// Apollo Federation 2: what a router asks of a subgraph, beside the schema itself.
// https://www.apollographql.com/docs/graphos/schema-design/federated-schemas/reference/subgraph-spec

/** Old enough for every router of Federation 2 that is still run. */
const specification = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])'

const federationNames = new Set(['_Any', '_Entity', '_Service', '_entities', '_service'])

export const Any = new GraphQLScalarType({
  name: '_Any',
  description: 'What a router knows of an object: its `__typename` and the fields of its key.',
})

/** The schema without what only routers ask for: what people read, and what `schema/schema.graphql` holds. */
export function withoutFederation(schema: GraphQLSchema): GraphQLSchema {
  const { types, ...config } = schema.toConfig()
  const { fields, ...query } = schema.getQueryType()!.toConfig()
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !federationNames.has(name)))
  return new GraphQLSchema({
    ...config,
    query: new GraphQLObjectType({ ...query, fields: kept }),
    types: types.filter(({ name }) => name !== query.name && !federationNames.has(name)),
  })
}

/**
 * The SDL that a larger graph composes: every type with an id of its own is an entity, by that id; how pages are described is
 * shared with whichever subgraph describes it likewise. Ends in a line feed.
 */
export function printSubgraphSdl(schema: GraphQLSchema): string {
  const plain = withoutFederation(schema)
  const node = plain.getType('Node')
  const entities = new Set(isInterfaceType(node) ? plain.getPossibleTypes(node).map(({ name }) => name) : [])
  const directivesOf = (name: string): ConstDirectiveNode[] => [
    ...(entities.has(name) ? [directive('@key(fields: "id")')] : []),
    ...(name === 'PageInfo' ? [directive('@shareable')] : []),
  ]
  const document: DocumentNode = visit(parse(printSchema(lexicographicSortSchema(plain)), { noLocation: true }), {
    ObjectTypeDefinition: (type) => ({ ...type, directives: [...(type.directives ?? []), ...directivesOf(type.name.value)] }),
  })
  return `${specification}\n\n${print(document)}\n`
}

function directive(source: string): ConstDirectiveNode {
  const [definition] = parse(`type T ${source}`, { noLocation: true }).definitions
  if (definition?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error(`No directive: ${source}`)
  return (definition as ObjectTypeDefinitionNode).directives![0]!
}
