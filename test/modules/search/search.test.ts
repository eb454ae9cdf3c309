import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { foldName, foldText } from '../../../src/text/fold-name.ts'
import { articleKey, type BuiltArticle, buildArchive, organisationKey } from '../../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../../support/database.ts'
import { answer, execute } from '../../support/execute.ts'

jest.setTimeout(120_000)

/* A search, compared with LIKE and with the formula of docs/search.md in plain JavaScript over the articles that were written. */

const organisations = [
  { name: '台积电', slug: 'tsmc', aliases: ['TSMC', '台灣積體電路', 'Taiwan Semiconductor'] },
  { name: '微软', slug: 'microsoft', aliases: ['Microsoft', '微软亚洲研究院'] },
  { name: 'Nestlé', slug: 'nestle' },
  { name: '河岸银行', slug: 'bank', aliases: ['河银'] },
]
const words = [
  '台積電',
  '在河边',
  '建厂',
  'TSMC',
  '银行',
  'The Weir',
  ' lock ',
  '𠮷野家',
  '100%',
  '微软',
  'a_b',
  '。',
  'naïve',
  '電',
]
const word = (seed: number) => words[((seed * 2654435761) >>> 7) % words.length]!
const sentence = (seed: number, length: number) => Array.from({ length }, (_, at) => word(seed * 31 + at * 7)).join('')

const articles: BuiltArticle[] = Array.from({ length: 50 }, (_, index) => ({
  slug: `article-${index}`,
  title: sentence(index + 1, 2),
  ...(index % 3 === 0 ? {} : { lead: sentence(index + 100, 3) }),
  publisher: index % 2 === 0 ? 'desk' : 'harbour',
  publishedAt: index % 8 === 0 ? null : `2020-01-${String(1 + (index % 20)).padStart(2, '0')}T00:00:00.000Z`,
  paragraphs: [sentence(index + 200, 4), sentence(index + 300, index % 5), sentence(index + 400, 3)],
  organisations: Object.fromEntries(
    organisations.filter((_, at) => (index * 7 + at * 3) % 5 === 0).map(({ name }, at) => [name, 1 + ((index + at) % 4)]),
  ),
}))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, { articles, organisations })
})
afterAll(() => database?.drop())

const bodyOf = ({ paragraphs = [] }: BuiltArticle) => paragraphs.filter((text) => text !== '').join('\n\n')
const namesOf = (name: string) => [name, ...(organisations.find((body) => body.name === name)?.aliases ?? [])].map(foldName)

/** What docs/search.md says of one article; null where it does not match. */
function scoreOf(article: BuiltArticle, query: string): number | null {
  const folded = foldText(query).trim()
  const name = foldName(query)
  const occurrences = foldText(bodyOf(article)).split(folded).length - 1
  const named = Object.entries(article.organisations!).map(([body, count]) => {
    if (!namesOf(body).some((each) => each.includes(name))) return 0
    return (count > 2 ? 8 : 4) / (namesOf(body).includes(name) ? 1 : 2)
  })
  const score =
    (foldText(article.title!).includes(folded) ? 16 : 0) +
    (foldText(article.lead ?? '').includes(folded) ? 6 : 0) +
    Math.min(8, occurrences) +
    Math.max(0, ...named)
  return score === 0 ? null : score
}

const time = ({ publishedAt }: BuiltArticle) => (publishedAt == null ? 0 : Date.parse(publishedAt))
const newer = (a: BuiltArticle, b: BuiltArticle) =>
  time(b) - time(a) || (BigInt(articleKey(b.slug)) > BigInt(articleKey(a.slug)) ? 1 : -1)

function expected(query: string, isWanted: (article: BuiltArticle) => boolean = () => true) {
  return articles
    .map((article) => ({ article, score: scoreOf(article, query) }))
    .filter(({ article, score }) => score !== null && isWanted(article))
    .sort((a, b) => b.score! - a.score! || newer(a.article, b.article))
    .map(({ article, score }) => ({ score, node: { slug: article.slug } }))
}

const searchQuery = `query ($query: String!, $where: ArticleFilter, $first: Int = 100, $orderBy: SearchOrder) {
  search(query: $query, where: $where, first: $first, orderBy: $orderBy) { totalCount edges { score node { slug } } }
}`
const whyQuery = `query ($query: String!, $where: ArticleFilter) { search(query: $query, where: $where, first: 100) { totalCount edges {
  highlights { field paragraph start end fragment fragmentStart }
  matched { name isWhole isCorrected forms strength organisation { slug } }
  node { slug title lead paragraphs { text } }
} } }`

/** Any one to four characters of what was written. */
const written = [
  ...articles.flatMap(({ title, lead, paragraphs }) => [title!, lead ?? '', ...paragraphs!]),
  ...organisations.flatMap(({ name }) => namesOf(name)),
].filter((text) => text !== '')
const queries = fc
  .tuple(fc.constantFrom(...written), fc.nat(1000), fc.integer({ min: 1, max: 6 }))
  .map(([text, place, length]) => {
    const characters = [...text]
    const start = place % characters.length
    return characters.slice(start, start + length).join('')
  })
  .filter((query) => query.trim() !== '')

describe('a search', () => {
  test('finds what LIKE finds, in the order that its scores say', async () => {
    await fc.assert(
      fc.asyncProperty(queries, fc.boolean(), async (query, isFiltered) => {
        const where = isFiltered ? { publisher: 'desk' } : {}
        const { search } = await answer(database.connection.db, searchQuery, { query, where })
        const matches = expected(query, ({ publisher }) => !isFiltered || publisher === 'desk')
        expect(search.edges).toEqual(matches)
        expect(search.totalCount).toBe(matches.length)
      }),
      { numRuns: 150 },
    )
  })

  test('by time lists the same', async () => {
    const { search } = await answer(database.connection.db, searchQuery, { query: '電', orderBy: 'OLDEST' })
    const slugs = expected('電').map(({ node }) => node.slug)
    const oldest = articles.filter(({ slug }) => slugs.includes(slug)).sort((a, b) => newer(b, a))
    expect(search.edges).toEqual(oldest.map(({ slug }) => ({ score: null, node: { slug } })))
    expect(search.totalCount).toBe(slugs.length)
  })

  test('in one script finds what is written in the other, and says by which name', async () => {
    const { search } = await answer(database.connection.db, whyQuery, { query: '臺積電' })
    const named = articles.filter((article) => '台积电' in article.organisations!)
    const found = search.edges.filter(({ matched }: { matched: unknown[] }) => matched.length > 0)
    expect(found.map(({ node }: { node: { slug: string } }) => node.slug).sort()).toEqual(named.map(({ slug }) => slug).sort())
    for (const { matched } of found) {
      expect(matched).toEqual([
        expect.objectContaining({
          name: '台积电',
          isWhole: true,
          isCorrected: false,
          forms: ['台积电'],
          organisation: { slug: 'tsmc' },
        }),
      ])
    }
  })

  test('shows places that are there in the stored text', async () => {
    for (const query of ['臺積電', 'tsmc', '吉野', '𠮷', 'weir', '行', '100%', 'naive']) {
      const { search } = await answer(database.connection.db, whyQuery, { query })
      for (const { highlights, matched, node } of search.edges) {
        expect(highlights.length).toBeLessThanOrEqual(5)
        if (matched.length === 0) expect(highlights.length).toBeGreaterThan(0)
        for (const { field, paragraph, start, end, fragment, fragmentStart } of highlights) {
          const text = field === 'TITLE' ? node.title : field === 'LEAD' ? node.lead : node.paragraphs[paragraph].text
          expect(fragment).toBe(text.slice(fragmentStart, fragmentStart + fragment.length))
          if (matched.length === 0) expect(foldText(text.slice(start, end))).toBe(foldText(query))
          expect(fragment).toContain(text.slice(start, end))
        }
      }
    }
  })

  test.each(['Mircosoft', 'micosoft', 'Taiwan Semicondutcor', 'NESTLÉÉ'])('forgives %s', async (query) => {
    const { search } = await answer(database.connection.db, whyQuery, { query })
    expect(search.edges.length).toBeGreaterThan(0)
    expect(search.totalCount).toBe(search.edges.length)
    for (const { matched } of search.edges) expect(matched[0].isCorrected).toBe(true)
    const { organisation } = await answer(
      database.connection.db,
      'query ($name: String!) { organisation(name: $name) { slug } }',
      { name: query },
    )
    expect(search.edges[0].matched[0].organisation.slug).toBe(organisation.slug)
  })

  test.each(['Mic', 'Xyzzyqux', '徽软公司', 'Quantum'])('forgives nothing in %s', async (query) => {
    const { search } = await answer(database.connection.db, searchQuery, { query })
    expect(search).toEqual({ totalCount: expected(query).length, edges: expected(query) })
  })

  test('does not take words for mistyped that only the filter leaves out', async () => {
    await buildArchive(database.connection.pool, {
      articles: [{ slug: 'typo', title: 'Mircosoft', publisher: 'typing', organisations: {} }],
    })
    const { search } = await answer(database.connection.db, searchQuery, { query: 'Mircosoft', where: { publisher: 'desk' } })
    expect(search.edges).toEqual([])
    await database.connection.pool.query(`DELETE FROM article WHERE slug = 'typo'`)
  })

  test.each([
    ['', 'EMPTY_TEXT'],
    [' \u3000', 'EMPTY_TEXT'],
    ['长'.repeat(501), 'TEXT_TOO_LONG'],
  ])('refuses %j and says what to do', async (query, reason) => {
    const { errors } = await execute(database.connection.db, searchQuery, { query })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason })
  })

  test.each(['\0', '%', '_', "'", '\\', '{', '"', '\ue000ab'])('takes %j as it is', async (query) => {
    const { search } = await answer(database.connection.db, searchQuery, { query })
    expect(search.edges).toEqual(expected(query))
  })

  test('finds nothing by half of a character', async () => {
    const { search } = await answer(database.connection.db, searchQuery, { query: '\ud842' })
    expect(search).toEqual({ totalCount: 0, edges: [] })
  })

  test('finds organisations by a part of any name, and mistyped ones', async () => {
    const named = async (name: string) => {
      const source =
        'query ($name: String!) { organisations(where: { name: $name }, orderBy: NAME) { totalCount nodes { slug } } }'
      const found = (await answer(database.connection.db, source, { name })).organisations
      expect(found.totalCount).toBe(found.nodes.length)
      return found.nodes.map(({ slug }: { slug: string }) => slug).sort()
    }
    expect(await named('亞洲')).toEqual(['microsoft'])
    expect(await named('電')).toEqual(['tsmc'])
    expect(await named('河')).toEqual(['bank'])
    expect(await named('t')).toEqual(['microsoft', 'nestle', 'tsmc'])
    expect(await named('mircosoft')).toEqual(['microsoft'])
    expect(await named('nobody')).toEqual([])
  })
})

test('finds what a merged body was called by the one that took its place', async () => {
  await buildArchive(database.connection.pool, { articles: [], organisations: [{ name: '旧堤公司', mergedInto: '河岸银行' }] })
  const { search } = await answer(database.connection.db, whyQuery, { query: '旧堤' })
  const named = articles.filter((article) => '河岸银行' in article.organisations!)
  expect(search.totalCount).toBe(named.length)
  expect(search.edges[0].matched[0]).toMatchObject({ name: '旧堤公司', organisation: { slug: 'bank' } })
  await database.connection.pool.query('DELETE FROM organisation WHERE id = $1', [organisationKey('旧堤公司')])
})
