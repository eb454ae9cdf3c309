import { describe, expect, test } from '@jest/globals'
import { type OperationDefinitionNode, parse } from 'graphql'
import { checkLimits, limits } from '../../src/graphql/limits.ts'

const check = (source: string, variables: Record<string, unknown> = {}, document = parse(source)) => {
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as OperationDefinitionNode
  return () => checkLimits(document, operation, variables)
}

describe('the bounds of a query', () => {
  test('let a page of articles with everything around them through', () => {
    expect(
      check(`{ articles(first: 20) { edges { node { title translators { name } organisations(first: 20) { nodes {
        name articles(first: 20) { nodes { title translators { name } } } } } related(first: 5) { nodes { title } } } } } }`),
    ).not.toThrow()
  })

  test('count what pages in pages could hold', () => {
    const nested = (first: string) =>
      `articles(first: ${first}) { nodes { organisations(first: ${first}) { nodes { articles(first: ${first}) { nodes { id } } } } } }`
    expect(check(`{ ${nested('30')} }`)).not.toThrow()
    expect(check(`{ ${nested('100')} }`)).toThrow(/1010100 objects; 50000 are allowed/)
  })

  test('read page sizes from variables, each time anew', () => {
    const document = parse(
      'query ($n: Int) { articles(first: $n) { nodes { related(first: $n) { nodes { related(first: $n) { nodes { id } } } } } } }',
    )
    expect(check('', { n: 5 }, document)).not.toThrow()
    expect(check('', { n: 100 }, document)).toThrow(/QUERY_TOO_LARGE|objects/)
    expect(check('', { n: 5 }, document)).not.toThrow()
    expect(check('', {}, document)).not.toThrow()
  })

  test('read them from the defaults of variables, too', () => {
    const nested = (first: string) =>
      `query (${first}) { articles(first: $n) { nodes { related(first: $n) { nodes { related(first: $n) { nodes { id } } } } } } }`
    expect(check(nested('$n: Int = 5'))).not.toThrow()
    expect(check(nested('$n: Int = 100'))).toThrow('1010100 objects')
    expect(check(nested('$n: Int = 100'), { n: 5 })).not.toThrow()
    expect(check(nested('$n: Int = 100'), { n: null })).not.toThrow()
  })

  test('count pages inside fragments, wherever they are used', () => {
    const source = `{ articles(first: 100) { ...A } } fragment A on ArticleConnection { nodes { related(first: 100) { ...B } } }
      fragment B on RelatedArticleConnection { nodes { related(first: 100) { nodes { id } } } }`
    expect(check(source)).toThrow(/objects/)
  })

  test('measure fragments of fragments in the time of their text', () => {
    const levels = Array.from(
      { length: 25 },
      (_, index) =>
        `fragment F${index} on Article { a: otherTranslations { ...F${index + 1} } b: otherTranslations { ...F${index + 1} } }`,
    )
    expect(check(`{ article(slug: "x") { ...F0 } } ${levels.join(' ')} fragment F25 on Article { id }`)).toThrow(/fields deep/)
    const wide = Array.from(
      { length: 40 },
      (_, index) => `fragment G${index} on Article { ...G${index + 1} ... on Article { ...G${index + 1} } }`,
    )
    expect(check(`{ article(slug: "x") { ...G0 } } ${wide.join(' ')} fragment G40 on Article { x: title }`)).toThrow(/aliases/)
  })

  test('are exact', () => {
    const deep = (fields: number): string => (fields === 1 ? 'id' : `original { article { ${deep(fields - 2)} } }`)
    expect(check(`{ article(slug: "x") { ${deep(limits.depth - 1)} } }`)).not.toThrow()
    expect(check(`{ a: archive { b: lastImport { c: id } } article(slug: "x") { lead ${deep(limits.depth + 1)} } }`)).toThrow(
      `${limits.depth + 2} fields deep`,
    )
    const many = (aliases: number) => Array.from({ length: aliases }, (_, index) => `a${index}: __typename`).join(' ')
    expect(check(`{ ${many(limits.aliases)} }`)).not.toThrow()
    expect(check(`{ ${many(limits.aliases + 1)} }`)).toThrow(`${limits.aliases + 1} aliases`)
    const plain = Array.from({ length: 12 }, (_, index) => `t${index}: translators { id }`).join(' ')
    const wide = (more: string) => `{ articles(first: 50) { nodes { related(first: 27) { nodes { ${plain} } } ${more} } } }`
    expect(check(wide(''))).not.toThrow()
    expect(check(wide('original { id }'))).toThrow(`${limits.objects + 50} objects`)
  })

  test('take a list of ids for as many objects, and a page of no stated size for 20', () => {
    const below = 'related(first: 100) { nodes { related(first: 100) { nodes { id } } } }'
    const seven = JSON.stringify(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    expect(check(`{ nodes(ids: ${seven}) { ... on Article { ${below} } } }`)).toThrow('70707 objects')
    const ids = Array.from({ length: 90 }, (_, index) => `${index}`)
    expect(check(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { ${below} } } }`, { ids })).toThrow('909090 objects')
    expect(check(`{ articles { nodes { ${below} } } }`)).toThrow('202020 objects')
    const inner = (page: string) => `{ articles(first: 100) { nodes { related(first: 100) { nodes { related ${page} } } } } }`
    expect(check(inner('{ edges { score } }'))).toThrow('210100 objects')
    expect(check(inner('{ totalCount pageInfo { hasNextPage } }'))).not.toThrow()
  })

  test('leave introspection alone', () => {
    const type = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${type(depth - 1)} }`)
    expect(check(`{ __schema { types { fields { type { ${type(limits.depth + 5)} } } } } }`)).not.toThrow()
  })
})
