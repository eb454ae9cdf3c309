import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { loadGazetteer } from '../../src/commands/load-gazetteer.ts'
import { globalId } from '../../src/graphql/global-id.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { foldName, foldText } from '../../src/text/fold-name.ts'
import { textOfHtml } from '../../src/text/text-of-html.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'
import { expectedCoMentions, expectedRelated, type Joins, newestFirst, type Row, readJoins } from '../support/plain-joins.ts'

/*
 * The demonstration archive, imported, and every join of every article and organisation in it compared with what plain code makes
 * of the rows by docs/related.md. ARCHIVE=FOLDER checks another archive.
 */

const archive = process.env['ARCHIVE'] ?? 'seeds/articles'

jest.setTimeout(600_000)

let database: TestDatabase
let joins: Joins
const ask = (query: string, variables: Record<string, unknown>) => answer(database.connection.db, query, variables)

beforeAll(async () => {
  database = await createTestDatabase()
  await importArchive(database.connection, await loadGazetteer(), { paths: [archive] })
  joins = await readJoins(database.connection.pool)
}, 120_000)
afterAll(() => database?.drop())

describe('over the demonstration archive', () => {
  test('an article is joined to those that plain code joins it to, in that order', async () => {
    let joined = 0
    for (const article of joins.rows) {
      const expected = expectedRelated(joins, article)
      const { node } = await ask(
        `query ($id: ID!) { node(id: $id) { ... on Article { related(first: 100) { totalCount
           edges { score sharedOrganisations { slug } sharedOriginal { url } node { slug } } } } } }`,
        { id: globalId('Article', article.key) },
      )
      // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
      const found = node.related.edges.map((edge: any) => ({
        slug: edge.node.slug,
        score: edge.score,
        shared: edge.sharedOrganisations.length,
        isSameOriginal: edge.sharedOriginal !== null,
      }))
      expect(node.related.totalCount).toBe(expected.length)
      expect(found).toEqual(expected.slice(0, 100).map(({ other, ...rest }) => ({ slug: other.slug, ...rest })))
      joined += expected.length
    }
    expect(joined).toBeGreaterThan(100)
  })

  test('an organisation has the articles, the company and the counts that plain code gives it', async () => {
    for (const [key, named] of joins.naming) {
      const { node } = await ask(
        `query ($id: ID!) { node(id: $id) { ... on Organisation { articleCount
           articles(first: 100) { totalCount nodes { slug } }
           coMentions(first: 100) { totalCount edges { articleCount score node { id } } } } } }`,
        { id: globalId('Organisation', key) },
      )
      expect(node.articleCount).toBe(named.length)
      expect(node.articles.totalCount).toBe(named.length)
      expect(node.articles.nodes.map(({ slug }: { slug: string }) => slug)).toEqual(named.slice(0, 100).map(({ slug }) => slug))
      const expected = expectedCoMentions(joins, key)
      expect(node.coMentions.totalCount).toBe(expected.length)
      expect(node.coMentions.edges).toEqual(
        expected.slice(0, 100).map((each) => ({
          articleCount: each.articleCount,
          score: each.score,
          node: { id: globalId('Organisation', String(each.key)) },
        })),
      )
    }
  })

  test('filters count and order what plain code finds', async () => {
    const { rows, naming } = joins
    const middle = [...rows].sort(newestFirst)[Math.floor(rows.length / 2)]!
    const [first, second] = [...naming].sort((a, b) => b[1].length - a[1].length).map(([key]) => key) as [string, string]
    const since = new Date(middle.time).toISOString()
    const names = (row: Row, key: string) => row.organisations.includes(key)
    const some = (...keys: string[]) => ({ organisations: { some: keys.map((key) => globalId('Organisation', key)) } })
    const cases: [object, (row: Row) => boolean][] = [
      [{}, () => true],
      [some(first), (row) => names(row, first)],
      [some(first, second), (row) => names(row, first) || names(row, second)],
      [{ AND: [some(first), some(second)] }, (row) => names(row, first) && names(row, second)],
      [{ NOT: some(first) }, (row) => !names(row, first)],
      [{ publishedAt: { gte: since } }, (row) => row.isTimeKnown && row.time >= middle.time],
      [
        { publishedAt: { lte: since }, hasOriginal: true },
        (row) => row.isTimeKnown && row.time <= middle.time && row.original !== null,
      ],
      [{ language: 'zh-Hant' }, (row) => row.language === 'zh-Hant'],
      [
        { OR: [{ language: 'en' }, { NOT: { OR: [{ hasOriginal: true }, some(second)] } }] },
        (row) => row.language === 'en' || !(row.original !== null || names(row, second)),
      ],
      [{ OR: [] }, () => false],
      [{ AND: [] }, () => true],
    ]
    for (const [where, holds] of cases) {
      const { articles } = await ask(
        'query ($where: ArticleFilter) { articles(first: 100, where: $where) { totalCount nodes { slug } } }',
        { where },
      )
      const expected = rows.filter(holds).sort(newestFirst)
      expect({ where, slugs: articles.nodes.map(({ slug }: { slug: string }) => slug) }).toEqual({
        where,
        slugs: expected.slice(0, 100).map(({ slug }) => slug),
      })
      expect(articles.totalCount).toBe(expected.length)
    }
  })

  test('a search finds what plain code finds in texts and names, and no more', async () => {
    const { pool } = database.connection
    const { rows: texts } = await pool.query(
      'SELECT id AS key, slug, title, lead, blocks FROM article JOIN article_content ON article_id = id ORDER BY id',
    )
    const { rows: aliases } = await pool.query('SELECT organisation_id AS key, text FROM alias')
    const names = new Map<string, string[]>()
    for (const { key, text } of aliases) names.set(key, [...(names.get(key) ?? []), foldName(text)])
    const organisationsOf = new Map(joins.rows.map((row) => [row.key, row.organisations]))
    const articles = texts.map(({ key, slug, title, lead, blocks }) => ({
      slug,
      texts: [title, lead ?? '', bodyOf(blocks)].map(foldText),
      names: organisationsOf.get(key)!.flatMap((organisation) => names.get(organisation) ?? []),
    }))
    const random = randomNumbers(20_261_123)
    let found = 0
    for (let count = 0; count < 200; count++) {
      const body = bodyOf(texts[random(texts.length)].blocks)
      const start = random(body.length)
      const query = body.slice(start, start + 1 + random(4)).trim()
      const folded = foldText(query).trim()
      if (folded === '' || /[\ud800-\udfff]/.test(query)) continue
      const expected = articles
        .filter(
          (article) =>
            article.texts.some((text) => text.includes(folded)) || article.names.some((name) => name.includes(foldName(query))),
        )
        .map(({ slug }) => slug)
      const { search } = await ask(
        'query ($query: String!) { search(query: $query, first: 100) { totalCount nodes { slug } } }',
        { query },
      )
      expect({ query, totalCount: search.totalCount }).toEqual({ query, totalCount: expected.length })
      expect(search.nodes).toHaveLength(Math.min(100, expected.length))
      for (const { slug } of search.nodes) expect(expected).toContain(slug)
      found += expected.length
    }
    expect(found).toBeGreaterThan(200)
  })
})

const bodyOf = (blocks: { html: string }[]): string =>
  blocks
    .map(({ html }) => textOfHtml(html))
    .filter((text) => text !== '')
    .join('\n\n')

/** Whole numbers below a bound, the same in every run. */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}
