import { describe, expect, test } from '@jest/globals'
import { buildSchema, type GraphQLResolveInfo, graphqlSync } from 'graphql'
import { type ConnectionSelection, connectionSelection } from '../../src/graphql/selection.ts'

const schema = buildSchema(`
  type Query { list: Connection }
  type Connection { edges: [Edge] nodes: [Node] pageInfo: PageInfo totalCount: Int }
  type Edge { cursor: String node: Node count: Int }
  type Node { id: ID title: String body: String }
  type PageInfo { hasNextPage: Boolean endCursor: String }
`)

function select(source: string, variableValues: Record<string, unknown> = {}): ConnectionSelection {
  let selection: ConnectionSelection | undefined
  const rootValue = {
    list: (_: unknown, __: unknown, info: GraphQLResolveInfo) => {
      selection = connectionSelection(info.fieldNodes, info.fragments)
      return null
    },
  }
  const { errors } = graphqlSync({ schema, source, rootValue, variableValues })
  expect(errors).toBeUndefined()
  return selection!
}

describe('what is asked of a connection', () => {
  test('joins nodes and edges, aliases and fragments', () => {
    const { node, edge, hasCursor } = select(`
      { list { ...Page first: edges { node { name: title } } } }
      fragment Page on Connection { nodes { id ... on Node { id } } edges { count } ...Again }
      fragment Again on Connection { edges { node { ...Row } } }
      fragment Row on Node { __typename }
    `)
    expect([...node.names].sort()).toEqual(['__typename', 'id', 'title'])
    expect(edge).toContain('count')
    expect(hasCursor).toBe(false)
  })

  test.each(['edges { cursor }', 'pageInfo { endCursor }'])('knows that %s needs the sort key', (fields) => {
    expect(select(`{ list { ${fields} } }`).hasCursor).toBe(true)
  })

  test('does not take one for the flags of pageInfo', () => {
    expect(select('{ list { pageInfo { hasNextPage } totalCount } }').hasCursor).toBe(false)
  })

  test('counts a field as asked for that a variable may leave out, so that one document has one selection', () => {
    const source = 'query ($on: Boolean!) { list { nodes { id body @include(if: $on) } } }'
    expect(select(source, { on: false }).key).toBe(select(source, { on: true }).key)
    expect(select(source, { on: false }).node.names).toContain('body')
  })

  test('merges a field that stands twice', () => {
    expect([...select('{ list { nodes { id } } list { nodes { title } } }').node.names].sort()).toEqual(['id', 'title'])
  })

  test('knows whether it matters what lies around the page', () => {
    expect(select('{ list { pageInfo { endCursor } } }').hasMore).toBe(false)
    expect(select('{ list { pageInfo { hasNextPage } } }').hasMore).toBe(true)
  })

  test('tells apart one field with several arguments', () => {
    const { fields } = select('{ list { nodes { a: title b: title id } } }').node
    expect(fields.map(({ text, nodes }) => [text, nodes.length])).toEqual([
      ['title', 2],
      ['id', 1],
    ])
  })

  test('has one key for the same selection in another order', () => {
    expect(select('{ list { nodes { id title } } }').key).toBe(select('{ list { nodes { title id } } }').key)
  })
})
