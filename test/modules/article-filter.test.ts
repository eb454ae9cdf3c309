import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { foldText } from '../../src/text/fold-name.ts'
import { type BuiltArticle, buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer, execute } from '../support/execute.ts'

jest.setTimeout(120_000)

/* Every filter, compared with the same conditions in plain JavaScript over the articles that were written. */

const bodies = ['Alpha', 'Beta', 'Gamma', 'Delta']
const slugOf = (name: string) => `body-${name.toLowerCase()}`
const people = ['Weir', 'Lock', 'Sluice']
const sentences = ['台積電在河邊建廠。', 'The Weir and the Lock', '银行在岸边', '台 积 电', 'naïve café', '']

const articles: BuiltArticle[] = Array.from({ length: 40 }, (_, index) => {
  const bits = (index * 2654435761) >>> 0
  const pick = <T>(list: readonly T[], shift: number) => list.filter((_, at) => (bits >> (shift + at)) & 1)
  return {
    slug: `article-${index}`,
    title: sentences[index % 5]!,
    publisher: index % 3 === 0 ? 'harbour' : 'desk',
    language: ['zh-Hans', 'zh-Hant', 'en'][index % 3]!,
    publishedAt: index % 6 === 0 ? null : `2020-01-${String(1 + (index % 9)).padStart(2, '0')}T00:00:00.000Z`,
    paragraphs: [sentences[(index + 2) % 6]!, sentences[(index * 3) % 6]!],
    translators: pick(people, 4),
    authors: pick(people, 8),
    ...(index % 4 === 0 ? {} : { original: `https://original.example/${index}` }),
    organisations: Object.fromEntries(pick(bodies, 12).map((name, at) => [name, 1 + ((bits >> (20 + at)) & 3)])),
  }
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const organisations = bodies.map((name) => ({ name, slug: slugOf(name), aliases: name === 'Alpha' ? ['阿尔法公司'] : [] }))
  await buildArchive(database.connection.pool, { articles, organisations })
})
afterAll(() => database?.drop())

interface Joined {
  some?: string[]
  every?: string[]
  none?: string[]
  all?: string[]
  count?: { gte?: number; lte?: number }
}
interface Filter {
  AND?: Filter[]
  OR?: Filter[]
  NOT?: Filter
  publishedAt?: { gte?: string; lte?: string }
  language?: string
  publisher?: string
  hasOriginal?: boolean
  text?: string
  translators?: Joined
  authors?: Joined
  organisations?: Joined & { minStrength?: string }
}

const within = (value: number, { gte, lte }: { gte?: number; lte?: number }) =>
  !(value < (gte ?? value)) && !(value > (lte ?? value))

function joins(held: string[], { some, every, none, all, count }: Joined): boolean {
  if (some !== undefined && !some.some((one) => held.includes(one))) return false
  if (every !== undefined && !held.every((one) => every.includes(one))) return false
  if (none?.some((one) => held.includes(one))) return false
  if (all !== undefined && !all.every((one) => held.includes(one))) return false
  return count === undefined || within(held.length, count)
}

function holds(article: BuiltArticle, filter: Filter): boolean {
  const { AND, OR, NOT, publishedAt, language, publisher, hasOriginal, text, translators, authors, organisations } = filter
  if (AND !== undefined && !AND.every((each) => holds(article, each))) return false
  if (OR !== undefined && !OR.some((each) => holds(article, each))) return false
  if (NOT !== undefined && holds(article, NOT)) return false
  if (publishedAt !== undefined) {
    if (article.publishedAt == null) return false
    const time = Date.parse(article.publishedAt)
    if (publishedAt.gte !== undefined && time < Date.parse(publishedAt.gte)) return false
    if (publishedAt.lte !== undefined && time > Date.parse(publishedAt.lte)) return false
  }
  if (language !== undefined && article.language !== language) return false
  if (publisher !== undefined && article.publisher !== publisher) return false
  if (hasOriginal !== undefined && (article.original !== undefined) !== hasOriginal) return false
  if (text !== undefined) {
    const body = article.paragraphs!.filter((paragraph) => paragraph !== '').join('\n\n')
    const wanted = foldText(text).trim()
    if (!foldText(article.title!).includes(wanted) && !foldText(body).includes(wanted)) return false
  }
  if (translators !== undefined && !joins(article.translators!, translators)) return false
  if (authors !== undefined && !joins(article.authors!, authors)) return false
  if (organisations === undefined) return true
  const { minStrength } = organisations
  const named = Object.entries(article.organisations!).filter(([, count]) =>
    minStrength === 'ABOUT' ? false : minStrength === 'MAJOR' ? count > 2 : true,
  )
  return joins(
    named.map(([name]) => slugOf(name)),
    organisations,
  )
}

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 })
const count = fc.record({ gte: some(fc.nat(3)), lte: some(fc.nat(3)) })
const joined = (values: string[]) => {
  const list = fc.uniqueArray(fc.constantFrom(...values, 'nobody'), { maxLength: 4 })
  return { some: some(list), every: some(list), none: some(list), all: some(list), count: some(count) }
}
const times = fc.nat(10).map((day) => new Date(Date.UTC(2020, 0, day)).toISOString())
const texts = fc.constantFrom(
  '台',
  '台积',
  '積電',
  'THE',
  'weir and',
  'cafe',
  '岸邊',
  '。',
  ' lock ',
  '电。',
  'absent',
  '廠。\n\nThe',
)
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc
    .record({
      AND: fc.option(fc.array(tie('filter'), { maxLength: 2 }), { nil: undefined, depthSize: 'small', freq: 5 }),
      OR: fc.option(fc.array(tie('filter'), { maxLength: 2 }), { nil: undefined, depthSize: 'small', freq: 5 }),
      NOT: fc.option(tie('filter'), { nil: undefined, depthSize: 'small', freq: 5 }),
      publishedAt: fc.option(fc.record({ gte: some(times), lte: some(times) }), { nil: undefined }),
      language: fc.option(fc.constantFrom('zh-Hans', 'zh-Hant', 'xx'), { nil: undefined }),
      publisher: fc.option(fc.constantFrom('desk', 'harbour', 'nowhere'), { nil: undefined }),
      hasOriginal: fc.option(fc.boolean(), { nil: undefined }),
      text: some(texts),
      translators: some(fc.record(joined(people))),
      authors: some(fc.record(joined(people))),
      organisations: some(
        fc.record({ ...joined(bodies.map(slugOf)), minStrength: some(fc.constantFrom('MENTION', 'MAJOR', 'ABOUT')) }),
      ),
    })
    .map((record) => thinned(record) as Filter),
}))

/** Keeps at most three conditions, so that a filter holds for some article now and then. */
function thinned(record: object): object {
  const given = Object.entries(record).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.slice(given.length % 4, (given.length % 4) + 3))
}

const depthOf = ({ AND = [], OR = [], NOT }: Filter): number =>
  1 + Math.max(0, ...[...AND, ...OR, ...(NOT === undefined ? [] : [NOT])].map(depthOf))

const query = `query ($where: ArticleFilter, $orderBy: ArticleOrder) {
  articles(first: 100, where: $where, orderBy: $orderBy) { totalCount nodes { slug } }
}`

describe('a filter of articles', () => {
  test('means what plain code makes of it, and counts the same', async () => {
    let matches = 0
    await fc.assert(
      fc.asyncProperty(
        filter.filter((each) => depthOf(each) <= 6),
        async (where) => {
          const data = await answer(database.connection.db, query, { where })
          const expected = articles.filter((article) => holds(article, where)).map(({ slug }) => slug)
          expect(data.articles.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(expected.sort())
          expect(data.articles.totalCount).toBe(expected.length)
          if (expected.length > 0 && expected.length < articles.length) matches++
        },
      ),
      { numRuns: 120 },
    )
    expect(matches).toBeGreaterThan(12)
  })

  test.each<[string, Filter, (article: BuiltArticle) => boolean]>([
    [
      'every holds without any',
      { organisations: { every: [] } },
      ({ organisations }) => Object.keys(organisations!).length === 0,
    ],
    ['some of nothing matches nothing', { organisations: { some: [] } }, () => false],
    [
      'a body is known by any of its names',
      { organisations: { some: ['阿爾法公司'] } },
      ({ organisations }) => 'Alpha' in organisations!,
    ],
    ['an unknown slug matches nothing', { organisations: { some: ['no-such-body'] } }, () => false],
    [
      'NOT takes in articles without a time',
      { NOT: { publishedAt: { gte: '2020-01-01T00:00:00.000Z' } } },
      ({ publishedAt }) => publishedAt === null,
    ],
    ['both scripts meet', { text: '臺積電' }, ({ title, paragraphs }) => [title, ...paragraphs!].includes('台積電在河邊建廠。')],
  ])('%s', async (_name, where, expected) => {
    const { articles: found } = await answer(database.connection.db, query, { where })
    expect(found.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual(
      articles
        .filter(expected)
        .map(({ slug }) => slug)
        .sort(),
    )
  })

  test('keeps every order', async () => {
    for (const orderBy of ['NEWEST', 'OLDEST', 'TITLE', 'MOST_ORGANISATIONS']) {
      const data = await answer(database.connection.db, query, { where: { text: 'e' }, orderBy })
      const all = await answer(database.connection.db, query, { orderBy })
      const slugs = new Set(data.articles.nodes.map(({ slug }: { slug: string }) => slug))
      expect(data.articles.nodes).toEqual(all.articles.nodes.filter(({ slug }: { slug: string }) => slugs.has(slug)))
    }
  })

  test('runs the same statement for any number of ids', async () => {
    const textsOfWhere = async (where: object) => {
      const { statements } = await execute(database.connection.db, query, { where })
      return statements.map(({ text }) => text).filter((text) => text.includes('article AS a'))
    }
    const textsOf = (all: string[]) => textsOfWhere({ organisations: { all } })
    const [one, two] = ['body-alpha', 'body-beta']
    // One leads the list, and one is asked for by an index; so many more as there are stand in one array.
    expect(await textsOf([one!, two!, 'body-gamma', one!])).toEqual(await textsOf([one!, two!, 'body-gamma']))
    const some = async (names: string[]) => textsOfWhere({ organisations: { some: names } })
    expect(await some([one!, two!, 'body-gamma'])).toEqual(await some([one!, two!]))
  })

  test.each<[string, object, string, RegExp]>([
    ['depth', Array.from({ length: 7 }).reduce<object>((inner) => ({ NOT: inner }), {}), 'FILTER_TOO_DEEP', /at most 6 deep/],
    ['breadth', { OR: Array.from({ length: 60 }, () => ({ language: 'en' })) }, 'TOO_MANY_VALUES', /at most 50 filters/],
    ['references', { translators: { none: Array.from({ length: 101 }, String) } }, 'TOO_MANY_VALUES', /at most 100/],
    ['empty text', { text: '  ' }, 'EMPTY_TEXT', /one character or more/],
    ['long text', { text: '长'.repeat(501) }, 'TEXT_TOO_LONG', /500/],
  ])('bounds %s and says so', async (_name, where, reason, message) => {
    const { errors } = await execute(database.connection.db, query, { where })
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason })
    expect(errors?.[0]?.message).toMatch(message)
  })
})
