import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { globalId } from '../../src/graphql/global-id.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import type { Article } from '../../src/modules/article/article.type.ts'
import { articleJsonLd } from '../../src/modules/article/json-ld.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

// That every property is one of schema.org's, with values of its kind, is held by the types of schema-dts in json-ld.ts.

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const gazetteer = createGazetteer(JSON.parse(readFileSync('seeds/organisations.json', 'utf8')))
  await importArchive(database.connection, gazetteer, { paths: ['seeds/articles'] })
}, 120_000)
afterAll(() => database?.drop())

const bare = {
  key: '1',
  title: '标题',
  lead: null,
  url: null,
  language: 'und',
  publishedAt: null,
  wordCount: 2,
  imageUrl: null,
  imageAlt: null,
} as Article
const nothing = { publisher: null, original: null, originalPublisher: null, credits: [], organisations: [] }

describe('an article as JSON-LD', () => {
  test('that knows nothing says nothing', () => {
    expect(JSON.parse(JSON.stringify(articleJsonLd(bare, nothing)))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      identifier: globalId('Article', '1'),
      headline: '标题',
      wordCount: 2,
    })
  })

  test('says of every article what the graph says, and leaves out what is unknown', async () => {
    const { articles } = await answer(
      database.connection.db,
      `{ articles(first: 100) { nodes { jsonLd id title lead url language publishedAt wordCount image { url alt }
           authors { name url } translators { name url } publisher { name hostnames } original { url title language }
           organisations(first: 100) { nodes { name nameZh nameEn wikidataId } } } } }`,
    )
    expect(articles.nodes.length).toBeGreaterThan(50)
    for (const { jsonLd, ...article } of articles.nodes) {
      expect(emptyPlaces(jsonLd)).toEqual([])
      expect(jsonLd['@context']).toBe('https://schema.org')
      expect(jsonLd['@type']).toBe('NewsArticle')
      expect(jsonLd).toMatchObject({ identifier: article.id, headline: article.title, wordCount: article.wordCount })
      expect(jsonLd.description ?? null).toBe(article.lead)
      expect(jsonLd.url ?? null).toBe(article.url)
      expect(jsonLd.inLanguage ?? 'und').toBe(article.language)
      expect(jsonLd.datePublished ?? null).toBe(article.publishedAt)
      expect(jsonLd.image?.url ?? null).toBe(article.image?.url ?? null)
      expect(jsonLd.publisher.name).toBe(article.publisher.name)
      expect(jsonLd.isPartOf?.url).toBe(article.publisher.hostnames[0] && `https://${article.publisher.hostnames[0]}/`)
      expect(namesOf(jsonLd.author)).toEqual(namesOf(article.authors))
      expect(namesOf(jsonLd.translator)).toEqual(namesOf(article.translators))
      expect(jsonLd.translationOfWork?.url ?? null).toBe(article.original?.url ?? null)
      expect(jsonLd.translationOfWork?.name ?? null).toBe(article.original?.title ?? null)
      const bodies = article.organisations.nodes
      expect(namesOf(jsonLd.mentions)).toEqual(namesOf(bodies))
      for (const [index, { wikidataId, name, nameEn }] of bodies.entries()) {
        const said = jsonLd.mentions[index]
        expect(said.sameAs).toBe(wikidataId === null ? undefined : `https://www.wikidata.org/entity/${wikidataId}`)
        if (nameEn !== null && nameEn !== name) expect(said.alternateName).toContain(nameEn)
      }
    }
    const all = articles.nodes.map(({ jsonLd }: { jsonLd: Record<string, unknown> }) => jsonLd)
    for (const property of ['translator', 'author', 'translationOfWork', 'mentions', 'datePublished']) {
      expect(all.some((jsonLd: Record<string, unknown>) => property in jsonLd)).toBe(true)
    }
  })

  test('names an article whose id is not asked for', async () => {
    const { articles } = await answer(database.connection.db, '{ articles(first: 1) { a: nodes { jsonLd } } }')
    const { others } = await answer(database.connection.db, '{ others: articles(first: 1) { nodes { id } } }')
    expect(articles.a[0].jsonLd.identifier).toBe(others.nodes[0].id)
  })

  test('costs a page as many statements as one article', async () => {
    const one = await execute(database.connection.db, '{ articles(first: 1) { nodes { jsonLd } } }')
    const many = await execute(database.connection.db, '{ articles(first: 50) { nodes { jsonLd } } }')
    expect(many.errors).toBeUndefined()
    // Articles, publishers, originals, credits, organisations; publishers of originals once more where they are others.
    for (const { statements } of [one, many]) expect(statements.length).toBeLessThanOrEqual(6)
  })
})

const namesOf = (things: { name: string }[] | undefined) => (things ?? []).map(({ name }) => name)

/** Paths of values that say nothing. */
function emptyPlaces(value: unknown, path = ''): string[] {
  if (value === null || value === undefined || value === '') return [path]
  if (Array.isArray(value))
    return value.length === 0 ? [path] : value.flatMap((item, index) => emptyPlaces(item, `${path}/${index}`))
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, item]) => emptyPlaces(item, `${path}/${name}`))
}
