import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse, validate } from 'graphql'
import type { Statement } from '../../src/database/database.ts'
import { createSchema } from '../../src/modules/schema.ts'
import { foldName } from '../../src/text/fold-name.ts'
import { type BuiltArticle, buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { execute } from '../support/execute.ts'

/*
 * Every operation of schema/operations and of this folder, executed: its answer is NAME.json here, and the statements that it ran
 * are NAME.sql. A query too many shows in review. `UPDATE_OPERATIONS=1 npm test -- test/operations` writes both, and refuses under CI.
 */

const here = 'test/operations'
const isUpdate = process.env['UPDATE_OPERATIONS'] !== undefined
const operations = ['schema/operations', here].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => ({ name: file.replace('.graphql', ''), source: readFileSync(`${folder}/${file}`, 'utf8') })),
)

const bodies = ['Google', 'Microsoft', 'Reuters', 'Alibaba', 'Nestlé']
const organisations = bodies.map((name) => ({ name, slug: foldName(name) }))

/** An archive in which everything that an operation can ask for occurs, `size` times over. */
const archive = (size: number): BuiltArticle[] =>
  Array.from({ length: size }, (_, index) => ({
    slug: `article-${index}`,
    title: `Title ${index}`,
    publisher: index % 2 === 0 ? 'desk' : 'harbour',
    url: index === 0 ? 'https://www.harbour-review.example/story/0100012' : `https://desk.example/${index}`,
    publishedAt: `2020-01-${String(1 + (index % 28)).padStart(2, '0')}T00:00:00.000Z`,
    paragraphs: ['One.', 'Two.'],
    translators: [`Translator ${index % 3}`, `Translator ${(index % 3) + 1}`],
    authors: ['Author'],
    original: `https://original.example/${index % 3}`,
    organisations: { [bodies[index % 5]!]: 1 + (index % 4), [bodies[(index + 1) % 5]!]: 1 },
    people: [`Person ${index % 2}`],
  }))

/** By name: statements of one level run side by side, in no certain order. */
const written = (statements: readonly Statement[]) =>
  distinct(statements.map(({ name, text }) => `-- ${name}\n${text};\n`)).join('\n')
const namesOf = (statements: readonly Statement[]) => distinct(statements.map(({ name }) => name))
const distinct = (texts: string[]) => [...new Set(texts)].sort()

let small: TestDatabase
let large: TestDatabase
beforeAll(async () => {
  if (isUpdate && process.env['CI'] !== undefined) throw new Error('Expected files are not written under CI.')
  small = await createTestDatabase()
  large = await createTestDatabase()
  await buildArchive(small.connection.pool, { articles: archive(6), organisations })
  await buildArchive(large.connection.pool, { articles: archive(40), organisations })
})
afterAll(async () => {
  await small?.drop()
  await large?.drop()
})

function expectFile(file: string, actual: string): void {
  if (isUpdate) writeFileSync(file, actual)
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${file} is missing`).toBe(actual)
}

describe.each(operations)('$name', ({ name, source }) => {
  test('is valid', () => {
    expect(validate(createSchema(), parse(source))).toEqual([])
  })

  test('answers as pinned, with the statements that are pinned', async () => {
    const { data, errors, statements } = await execute(small.connection.db, source)
    expect(errors).toBeUndefined()
    expectFile(`${here}/${name}.json`, `${JSON.stringify(data, null, 2)}\n`)
    expectFile(`${here}/${name}.sql`, written(statements))
  })

  test('runs the same statements however many rows a page has', async () => {
    const few = await execute(small.connection.db, source)
    const many = await execute(large.connection.db, source)
    expect(many.errors).toBeUndefined()
    expect(namesOf(many.statements)).toEqual(namesOf(few.statements))
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + 1)
  })

  test('names each statement by its text', async () => {
    const { statements } = await execute(small.connection.db, source)
    const texts = new Map(statements.map(({ name, text }) => [name, text]))
    for (const { name, text } of statements) {
      expect(texts.get(name)).toBe(text)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63)
    }
    // Rows of one type may be met at two levels, each of which reads them once.
    expect(statements.length).toBeLessThanOrEqual(texts.size + 2)
  })
})

test('an article’s body is read only where it is asked for', async () => {
  const without = operations.filter(({ source }) => !/\b(paragraphs|text|html|images)\b/.test(source))
  for (const { source } of without) {
    const { statements } = await execute(small.connection.db, source)
    expect(written(statements)).not.toContain('article_content')
  }
})
