import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType, validateSchema } from 'graphql'
import { withoutFederation } from '../../src/graphql/federation.ts'
import { createSchema, printSdl } from '../../src/modules/schema.ts'

const schema = createSchema()
const own = Object.values(withoutFederation(schema).getTypeMap()).filter(({ name }) => !name.startsWith('__'))

describe('the schema', () => {
  test('is valid, and is what schema/schema.graphql says (npm run schema writes it)', () => {
    expect(validateSchema(schema)).toEqual([])
    expect(printSdl(schema)).toBe(readFileSync('schema/schema.graphql', 'utf8'))
  })

  test('describes every type', () => {
    const isDescribed = ({ description, name }: GraphQLNamedType) => Boolean(description) || name === 'Query'
    expect(own.filter((type) => !isDescribed(type)).map(({ name }) => name)).toEqual([])
  })

  test('gives every connection edges, nodes, pageInfo and totalCount, and takes all four paging arguments', () => {
    const objects = own.filter(isObjectType)
    const connections = objects.filter(({ name }) => name.endsWith('Connection'))
    expect(connections.length).toBeGreaterThan(10)
    for (const connection of connections) {
      expect(Object.keys(connection.getFields()).sort()).toEqual(['edges', 'nodes', 'pageInfo', 'totalCount'])
    }
    for (const object of objects) {
      for (const field of Object.values(object.getFields())) {
        if (!String(field.type).endsWith('Connection!')) continue
        expect(field.args.map(({ name }) => name)).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']))
      }
    }
  })

  test('spells names as GraphQL does', () => {
    for (const type of own) {
      if (isEnumType(type)) for (const { name } of type.getValues()) expect(name).toMatch(/^[A-Z][A-Z_]*$/)
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue
      for (const name of Object.keys(type.getFields())) expect(name).toMatch(/^([a-z][A-Za-z]*|AND|OR|NOT)$/)
    }
  })
})
