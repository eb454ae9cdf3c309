import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { globSync } from 'tinyglobby'

/** Codes and reasons as the source spells them: upper case, in quotes, with an underscore, where errors are made. */
const made = globSync(['src/graphql/**/*.ts', 'src/modules/**/*.ts', 'src/server/**/*.ts']).flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /(?:badInput\(\s*|HttpError\(\s*\d+,\s*|refuse\(\s*|\bcode: |\breason: )'([A-Z]+(?:_[A-Z]+)+)'/g,
    ),
  ].map((match) => match[1]!),
)
const listed = new Set([...readFileSync('docs/errors.md', 'utf8').matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map((match) => match[1]!))

test('docs/errors.md lists every code and reason that the server makes', () => {
  expect(new Set(made).size).toBeGreaterThan(15)
  expect([...new Set(made)].filter((code) => !listed.has(code))).toEqual([])
})

test('docs/errors.md lists none that nothing makes', () => {
  const apollo = [
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
    'PERSISTED_QUERY_NOT_FOUND',
  ]
  const known = new Set([...made, ...apollo])
  expect([...listed].filter((code) => !known.has(code))).toEqual([])
})
