import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { globalId } from '../../src/graphql/global-id.ts'
import { buildArchive, organisationKey } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

let database: TestDatabase
const ask = (query: string, variables?: Record<string, unknown>) => answer(database.connection.db, query, variables)

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database.connection
  await buildArchive(pool, {
    organisations: [
      { name: '台积电', slug: 'tsmc', aliases: ['TSMC', 'Taiwan Semiconductor'] },
      { name: '积电', slug: 'tsmc-old', mergedInto: '台积电' },
    ],
    articles: [
      {
        slug: 'first',
        url: 'https://www.desk.example/story?id=1',
        organisations: { 台积电: 2 },
        translators: ['何黎', '何黎'],
        authors: ['Ann'],
        people: ['林美安'],
        original: 'https://original.example/a',
      },
      { slug: 'second', publishedAt: null, translators: ['何黎'], paragraphs: ['一', '', '二'] },
      { slug: 'the-original', url: 'https://original.example/a', language: 'en', publisher: 'paper' },
      { slug: 'elsewhere', publisher: 'other', translators: ['何黎'], original: 'https://original.example/a' },
    ],
  })
  await pool.query(
    `INSERT INTO former_slug (type, slug, id) SELECT 'article', 'first-as-it-was', id FROM article WHERE slug = 'first'`,
  )
  await pool.query(
    `INSERT INTO former_slug (type, slug, id) SELECT 'organisation', 'taiwan-semi', id FROM organisation WHERE slug = 'tsmc'`,
  )
  await pool.query(
    `INSERT INTO problem (id, import_id, file, code, message, severity) SELECT i, 1, i || '.md', 'EMPTY_DOCUMENT', 'Empty.', CASE WHEN i = 3 THEN 'ERROR' ELSE 'NOTE' END::severity FROM generate_series(1, 3) i`,
  )
})
afterAll(() => database?.drop())

describe('an article', () => {
  test('an article by its address as printed, where its publisher leaves a parameter out of the canonical one', async () => {
    await database.connection.pool.query(
      `UPDATE article SET canonical_url = 'https://desk.example/story/2', url = 'https://www.desk.example/story/2?full=y' WHERE slug = 'second'`,
    )
    const find = (url: string) => ask('query ($url: String) { article(url: $url) { slug } }', { url })
    for (const url of [
      'https://www.desk.example/story/2?full=y',
      'http://desk.example/story/2/?full=y',
      'https://desk.example/story/2',
    ])
      expect(await find(url)).toEqual({ article: { slug: 'second' } })
    expect(await find('https://desk.example/story/2?full=n')).toEqual({ article: null })
  })

  test('is found by address, whatever tracks it', async () => {
    for (const url of ['https://www.desk.example/story?id=1', 'http://desk.example/story/?utm_source=x&id=1#top']) {
      expect(await ask('query ($url: String) { article(url: $url) { slug } }', { url })).toEqual({ article: { slug: 'first' } })
    }
  })

  test('answers to the slug that it had before', async () => {
    expect(await ask('{ article(slug: "first-as-it-was") { slug } }')).toEqual({ article: { slug: 'first' } })
  })

  test('without a time says null, and stands last among the newest', async () => {
    const { articles } = await ask('{ articles(last: 1) { nodes { slug publishedAt } } }')
    expect(articles.nodes).toEqual([{ slug: 'second', publishedAt: null }])
    const past = '{ articles(where: { publishedAt: { lte: "2000-01-01T00:00:00Z" } }) { totalCount } }'
    expect(await ask(past)).toEqual({ articles: { totalCount: 0 } })
  })

  test('names a translator once who is credited twice, and the body by its blocks', async () => {
    const { a, b } = await ask('{ a: article(slug: "first") { translators { name } text } b: article(slug: "second") { text } }')
    expect(a).toEqual({ translators: [{ name: '何黎' }], text: null })
    expect(b.text).toBe('一\n\n二')
  })

  test('that is not there is null', async () => {
    expect(await ask('{ a: article(slug: "no") { id } b: article(url: "no") { id } }')).toEqual({ a: null, b: null })
  })
})

describe('an organisation', () => {
  test.each(['台积电', '台積電', 'tsmc', 'TSMC', 'ＴＳＭＣ', 'taiwan  semiconductor'])(
    'is found by the name %s',
    async (name) => {
      const { organisation } = await ask('query ($name: String) { organisation(name: $name) { slug } }', { name })
      expect(organisation).toEqual({ slug: 'tsmc' })
    },
  )

  test('that was merged answers as the one it became, by id, slug and former slug', async () => {
    const id = globalId('Organisation', organisationKey('积电'))
    const found = await ask(
      `query ($id: ID!) { a: organisation(id: $id) { id slug } b: organisation(slug: "tsmc-old") { slug }
         c: organisation(slug: "taiwan-semi") { slug } d: node(id: $id) { id } e: organisation(name: "积电") { slug } }`,
      { id },
    )
    const kept = globalId('Organisation', organisationKey('台积电'))
    expect(found.a).toEqual({ id: kept, slug: 'tsmc' })
    expect([found.b.slug, found.c.slug, found.d.id, found.e.slug]).toEqual(['tsmc', 'tsmc', kept, 'tsmc'])
    expect(await ask('{ organisations { totalCount } }')).toEqual({ organisations: { totalCount: 1 } })
  })

  test('filters articles by id, slug, and the id and slug of what was merged into it', async () => {
    const id = globalId('Organisation', organisationKey('积电'))
    for (const some of [['tsmc'], ['tsmc-old'], ['taiwan-semi'], [id], ['nobody', 'tsmc']]) {
      const { articles } = await ask(
        'query ($some: [ID!]) { articles(where: { organisations: { some: $some } }) { totalCount nodes { slug } } }',
        { some },
      )
      expect(articles).toEqual({ totalCount: 1, nodes: [{ slug: 'first' }] })
    }
    expect(await ask('{ articles(where: { organisations: { some: ["nobody"] } }) { totalCount } }')).toEqual({
      articles: { totalCount: 0 },
    })
  })
})

describe('a translator', () => {
  test('is one person within a publisher', async () => {
    const { translators, translator } = await ask(
      '{ translators(name: "何黎") { totalCount nodes { articleCount publisher { slug } } } translator(name: "何黎") { articleCount articles { totalCount nodes { slug } } firstCredit lastCredit organisations { edges { articleCount node { slug } } } } }',
    )
    expect(translators.totalCount).toBe(2)
    expect(translators.nodes).toEqual(
      expect.arrayContaining([
        { articleCount: 2, publisher: { slug: 'desk' } },
        { articleCount: 1, publisher: { slug: 'other' } },
      ]),
    )
    expect(translator).toEqual({
      articleCount: 2,
      articles: { totalCount: 2, nodes: [{ slug: 'first' }, { slug: 'second' }] },
      firstCredit: '2020-01-01T00:00:00.000Z',
      lastCredit: '2020-01-01T00:00:00.000Z',
      organisations: { edges: [{ articleCount: 1, node: { slug: 'tsmc' } }] },
    })
  })

  test('is no author, and the id of one is not the id of the other', async () => {
    const { author, translator } = await ask('{ author(name: "何黎") { id } translator(name: "何黎") { id } }')
    expect(author).toBeNull()
    expect(Buffer.from(translator.id, 'base64url').toString()).toMatch(/^Translator:\d+$/)
  })
})

describe('an original', () => {
  test('brings together what two desks made of it, and the text itself where the archive holds it', async () => {
    const { original } = await ask(
      '{ original(url: "http://www.original.example/a/") { translationCount article { slug } translations { totalCount nodes { slug otherTranslations { slug } } } } }',
    )
    expect(original.article).toEqual({ slug: 'the-original' })
    expect(original.translationCount).toBe(2)
    const translations = original.translations.nodes.map((node: { slug: string; otherTranslations: { slug: string }[] }) => [
      node.slug,
      node.otherTranslations.map(({ slug }) => slug),
    ])
    expect(Object.fromEntries(translations)).toEqual({ first: ['elsewhere'], elsewhere: ['first'] })
  })
})

describe('node', () => {
  test('finds every type again by its id, and null for what nothing has', async () => {
    const all = await ask(
      `{ articles(first: 1, orderBy: TITLE, where: { organisations: { some: ["tsmc"] } }) { nodes { id publisher { id } translators { id } authors { id }
           credits { contributor { id } } original { id } organisations { nodes { id } } people { nodes { id } } } }
         archive { lastImport { id } problems(first: 1) { nodes { id } } } }`,
    )
    const [found] = all.articles.nodes
    const ids: [string, string][] = [
      ['Article', found.id],
      ['Publisher', found.publisher.id],
      ['Translator', found.translators[0].id],
      ['Author', found.authors[0].id],
      ['Contributor', found.credits[0].contributor.id],
      ['Original', found.original.id],
      ['Organisation', found.organisations.nodes[0].id],
      ['Person', found.people.nodes[0].id],
      ['Import', all.archive.lastImport.id],
      ['Problem', all.archive.problems.nodes[0].id],
    ]
    const missing = [globalId('Article', '1'), globalId('Nothing', '1'), 'first']
    const { nodes, node } = await ask(
      'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { __typename id } node(id: $id) { id } }',
      {
        ids: [...ids.map(([, id]) => id), ...missing],
        id: found.id,
      },
    )
    expect(nodes).toEqual([...ids.map(([__typename, id]) => ({ __typename, id })), null, null, null])
    expect(node).toEqual({ id: found.id })
  })
})

describe('the archive', () => {
  test('counts what it holds', async () => {
    const { archive } = await ask(
      `{ archive { version articleCount organisationCount translatorCount authorCount originalCount publisherCount
           problems(severity: ERROR) { totalCount nodes { file severity } } imports { nodes { problems { totalCount } } } } }`,
    )
    expect(archive).toEqual({
      version: expect.stringMatching(/^\d+$/),
      articleCount: 4,
      organisationCount: 1,
      translatorCount: 2,
      authorCount: 1,
      originalCount: 1,
      publisherCount: 3,
      problems: { totalCount: 1, nodes: [{ file: '3.md', severity: 'ERROR' }] },
      imports: { nodes: [{ problems: { totalCount: 3 } }] },
    })
  })
})

describe('aliases of one field', () => {
  test('cost one statement where they ask the same, and share those of their relations', async () => {
    const field = 'articles(first: 3) { totalCount nodes { title publisher { name } translators { name } } }'
    const one = await execute(database.connection.db, `{ ${field} }`)
    const thirty = await execute(
      database.connection.db,
      `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: ${field}`).join(' ')} }`,
    )
    expect(thirty.errors).toBeUndefined()
    expect(thirty.statements.length).toBe(one.statements.length)
    expect(thirty.data.a29).toEqual(one.data.articles)
  })

  test('keep their own arguments apart', async () => {
    const { a, b } = await ask(
      '{ a: articles(first: 1, orderBy: TITLE) { nodes { slug } } b: articles(first: 2, orderBy: TITLE, where: { language: "en" }) { totalCount nodes { title } } }',
    )
    expect(a.nodes).toHaveLength(1)
    expect(b).toEqual({ totalCount: 1, nodes: [{ title: 'the-original' }] })
  })
})
