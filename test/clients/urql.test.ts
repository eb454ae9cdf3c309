import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { relayPagination } from '@urql/exchange-graphcache/extras'
import { ArticleListDocument, OrganisationPageDocument } from './generated/graphql.ts'
import { articleCount, serveArchive } from './serve-archive.ts'

let server: Awaited<ReturnType<typeof serveArchive>>
beforeAll(async () => {
  server = await serveArchive()
}, 120_000)
afterAll(() => server?.stop())

/** As docs/front-end.md has it. */
function createClient() {
  const requests: string[] = []
  const client = new Client({
    url: server.url,
    preferGetMethod: false,
    fetch: (input, init) => {
      requests.push(String(init?.body))
      return fetch(input, init)
    },
    exchanges: [
      cacheExchange({
        resolvers: { Query: { articles: relayPagination() }, Organisation: { articles: relayPagination() } },
      }),
      fetchExchange,
    ],
  })
  return { client, requests }
}

const newestFirst = Array.from({ length: articleCount }, (_, index) => `第${articleCount - 1 - index}篇`)

test('a list grows page by page until there is no next one, each article once', async () => {
  const { client, requests } = createClient()
  let after: string | null = null
  let titles: string[] = []
  for (;;) {
    const { data, error } = await client.query(ArticleListDocument, { first: 10, after }).toPromise()
    expect(error).toBeUndefined()
    titles = data!.articles.edges.map(({ node }) => node.title)
    if (!data!.articles.pageInfo.hasNextPage) break
    after = data!.articles.pageInfo.endCursor
  }
  expect(titles).toEqual(newestFirst)
  expect(requests).toHaveLength(3)
})

test('an article that two pages show is one object of the cache, and what is known is not asked again', async () => {
  const { client, requests } = createClient()
  const list = await client.query(ArticleListDocument, { first: 3 }).toPromise()
  const page = await client.query(OrganisationPageDocument, { name: 'Google', first: 3 }).toPromise()
  expect(page.data!.organisation!.articles.edges.map(({ node }) => node.id)).toEqual(
    list.data!.articles.edges.map(({ node }) => node.id),
  )
  const again = await client.query(ArticleListDocument, { first: 3 }).toPromise()
  expect(again.data).toEqual(list.data)
  expect(requests).toHaveLength(2)
})

test('a page that is too large is an error with a code and a reason to branch on', async () => {
  const { client } = createClient()
  const { error } = await client.query(ArticleListDocument, { first: 1000 }).toPromise()
  expect(error!.graphQLErrors[0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    reason: 'INVALID_PAGE_SIZE',
    argument: 'first',
  })
})
