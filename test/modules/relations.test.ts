import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { globalId } from '../../src/graphql/global-id.ts'
import { articleKey, buildArchive, organisationKey } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

let database: TestDatabase
const ask = (query: string, variables?: Record<string, unknown>) => answer(database.connection.db, query, variables)

beforeAll(async () => {
  database = await createTestDatabase()
  const { pool } = database.connection
  await buildArchive(pool, {
    organisations: [
      { name: 'Alpha', slug: 'alpha', kind: 'BANK' },
      { name: 'Beta', slug: 'beta', kind: 'COMPANY' },
      { name: 'Gamma', slug: 'gamma', kind: 'COMPANY' },
    ],
    articles: [
      {
        slug: 'simplified',
        publishedAt: '2020-01-01T00:00:00.000Z',
        organisations: { Alpha: 3, Beta: 1, Gamma: 2 },
        people: ['Weir', 'Lock'],
        translators: ['何黎'],
        original: 'https://original.example/a',
      },
      {
        slug: 'traditional',
        language: 'zh-Hant',
        publishedAt: '2021-01-01T00:00:00.000Z',
        organisations: { Alpha: 1, Beta: 1 },
        translators: ['林'],
      },
      { slug: 'undated', publishedAt: null, organisations: { Alpha: 1 } },
    ],
  })
  const [simplified, traditional, alpha] = [articleKey('simplified'), articleKey('traditional'), organisationKey('Alpha')]
  const set = (values: string, article: string) =>
    pool.query(`UPDATE article_organisation SET ${values} WHERE article_id = $1 AND organisation_id = $2`, [article, alpha])
  await set(`strength = 'ABOUT', first_paragraph = -1, forms = '{阿尔法,阿爾法银行,Alpha}', gloss = 'Alpha Bank'`, simplified)
  await set(`forms = '{阿尔法,阿爾法銀行}'`, traditional)
  await pool.query(
    `INSERT INTO mention (article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, candidates)
     VALUES ($1, 'TITLE', 0, 0, 2, 'ORGANISATION', '贝塔', 'suffix', 0.4, 'UNSURE', '{beta,gamma}')`,
    [simplified],
  )
})
afterAll(() => database?.drop())

describe('organisations of an article', () => {
  test('come strongest first, each with what the article makes of it', async () => {
    const { article } = await ask(
      '{ article(slug: "simplified") { organisations { totalCount edges { mentionCount firstParagraph strength forms gloss node { slug } } } } }',
    )
    expect(article.organisations).toEqual({
      totalCount: 3,
      edges: [
        {
          mentionCount: 3,
          firstParagraph: null,
          strength: 'ABOUT',
          forms: ['阿尔法', '阿爾法银行', 'Alpha'],
          gloss: 'Alpha Bank',
          node: { slug: 'alpha' },
        },
        { mentionCount: 2, firstParagraph: 0, strength: 'MENTION', forms: ['Gamma'], gloss: null, node: { slug: 'gamma' } },
        { mentionCount: 1, firstParagraph: 0, strength: 'MENTION', forms: ['Beta'], gloss: null, node: { slug: 'beta' } },
      ],
    })
  })

  test('can be asked to be stronger, and are counted so', async () => {
    const { article } = await ask(
      '{ article(slug: "simplified") { organisations(minStrength: MAJOR) { totalCount nodes { slug } } } }',
    )
    expect(article.organisations).toEqual({ totalCount: 1, nodes: [{ slug: 'alpha' }] })
  })
})

describe('mentions in an article', () => {
  const mentions = (args: string) =>
    ask(
      `{ article(slug: "simplified") { mentions(${args}) { totalCount nodes { field surface kind judgement candidates organisation { slug } person { name } } } } }`,
    )

  test('come in the order of reading', async () => {
    const { article } = await mentions('first: 100')
    expect(article.mentions.totalCount).toBe(9)
    expect(article.mentions.nodes[0]).toEqual({
      field: 'TITLE',
      surface: '贝塔',
      kind: 'ORGANISATION',
      judgement: 'UNSURE',
      candidates: ['beta', 'gamma'],
      organisation: null,
      person: null,
    })
    expect(article.mentions.nodes.at(-1)).toMatchObject({ kind: 'PERSON', organisation: null, person: { name: 'Lock' } })
  })

  test.each([
    ['organisation: "alpha"', 3],
    [`organisation: "${globalId('Organisation', organisationKey('Gamma'))}"`, 2],
    ['organisation: "nobody"', 0],
    ['kind: PERSON', 2],
    ['judgement: UNSURE', 1],
    ['kind: ORGANISATION, judgement: POSITIVE', 6],
  ])('can be asked for by %s', async (args, count) => {
    const { article } = await mentions(args)
    expect([article.mentions.totalCount, article.mentions.nodes.length]).toEqual([count, count])
  })

  test('tell people apart, and people tell where they are named', async () => {
    const { article } = await ask(
      '{ article(slug: "simplified") { people { totalCount edges { mentionCount node { name articles { totalCount nodes { slug } } } } } } }',
    )
    expect(article.people.totalCount).toBe(2)
    for (const edge of article.people.edges) {
      expect(edge).toMatchObject({ mentionCount: 1, node: { articles: { totalCount: 1, nodes: [{ slug: 'simplified' }] } } })
    }
  })
})

describe('renderings of an organisation', () => {
  test('say which form, in which script, how often, when and by whom', async () => {
    const { organisation } = await ask(
      '{ organisation(slug: "alpha") { renderings { form script count firstUsed lastUsed translators { name } } } }',
    )
    const byForm = Object.fromEntries(organisation.renderings.map(({ form, ...rest }: { form: string }) => [form, rest]))
    expect(organisation.renderings[0].form).toBe('Alpha')
    expect(byForm).toEqual({
      Alpha: {
        script: 'Latn',
        count: 2,
        firstUsed: '2020-01-01T00:00:00.000Z',
        lastUsed: '2020-01-01T00:00:00.000Z',
        translators: [{ name: '何黎' }],
      },
      阿尔法: {
        script: 'Hani',
        count: 2,
        firstUsed: '2020-01-01T00:00:00.000Z',
        lastUsed: '2021-01-01T00:00:00.000Z',
        translators: expect.arrayContaining([{ name: '何黎' }, { name: '林' }]),
      },
      阿爾法银行: {
        script: 'Hans',
        count: 1,
        firstUsed: '2020-01-01T00:00:00.000Z',
        lastUsed: '2020-01-01T00:00:00.000Z',
        translators: [{ name: '何黎' }],
      },
      阿爾法銀行: {
        script: 'Hant',
        count: 1,
        firstUsed: '2021-01-01T00:00:00.000Z',
        lastUsed: '2021-01-01T00:00:00.000Z',
        translators: [{ name: '林' }],
      },
    })
  })
})

describe('lists', () => {
  test('of organisations are filtered and ordered', async () => {
    const { byCount, byName, banks, named, ...kept } = await ask(`{
      byCount: organisations { nodes { slug } }
      byName: organisations(orderBy: NAME, last: 2) { nodes { slug } }
      banks: organisations(where: { kind: [BANK, FUND] }) { totalCount nodes { slug } }
      named: organisations(where: { articleCount: { gte: 2, lte: 2 } }) { totalCount nodes { slug } }
      all: organisations { totalCount nodes { slug } }
      namedBanks: organisations(where: { kind: [BANK, FUND], articleCount: { gte: 1 } }) { totalCount nodes { slug } }
      namedAtAll: organisations(where: { articleCount: { gte: 1 } }) { totalCount nodes { slug } }
    }`)
    const slugs = ({ nodes }: { nodes: { slug: string }[] }) => nodes.map(({ slug }) => slug)
    expect(slugs(byCount)).toEqual(['alpha', 'beta', 'gamma'])
    expect(slugs(byName)).toEqual(['beta', 'gamma'])
    expect(banks).toEqual({ totalCount: 1, nodes: [{ slug: 'alpha' }] })
    expect(named).toEqual({ totalCount: 1, nodes: [{ slug: 'beta' }] })
    for (const list of Object.values<{ totalCount: number; nodes: unknown[] }>(kept))
      expect(list.totalCount).toBe(list.nodes.length)
  })

  test('of originals are filtered', async () => {
    const { some, none } = await ask(
      '{ some: originals(where: { translationCount: { gte: 1 } }) { totalCount } none: originals(where: { publisher: "nobody" }) { totalCount } }',
    )
    expect([some.totalCount, none.totalCount]).toEqual([1, 0])
  })
})
