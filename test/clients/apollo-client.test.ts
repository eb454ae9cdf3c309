import { createHash } from 'node:crypto'
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client/core'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { relayStylePagination } from '@apollo/client/utilities'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse, print } from 'graphql'
import { filter, firstValueFrom } from 'rxjs'
import { ArticleListDocument, type ArticleListQuery, OrganisationPageDocument } from './generated/graphql.ts'
import { articleCount, serveArchive } from './serve-archive.ts'

let server: Awaited<ReturnType<typeof serveArchive>>
beforeAll(async () => {
  server = await serveArchive()
}, 120_000)
afterAll(() => server?.stop())

/** As docs/front-end.md has it. */
const createClient = () =>
  new ApolloClient({
    link: new HttpLink({ uri: server.url }),
    cache: new InMemoryCache({
      possibleTypes: { Node: ['Article', 'Author', 'Organisation', 'Original', 'Person', 'Publisher', 'Translator'] },
      typePolicies: {
        Query: { fields: { articles: relayStylePagination(['where', 'orderBy']) } },
        Organisation: { fields: { articles: relayStylePagination(['where', 'orderBy']) } },
      },
    }),
  })

const titlesOf = (data: ArticleListQuery) => data.articles.edges.map(({ node }) => node.title)
const newestFirst = Array.from({ length: articleCount }, (_, index) => `第${articleCount - 1 - index}篇`)

test('a list grows by fetchMore until there is no next page, each article once', async () => {
  const client = createClient()
  const list = client.watchQuery({ query: ArticleListDocument, variables: { first: 10 } })
  let data = (await client.query({ query: ArticleListDocument, variables: { first: 10 } })).data!
  expect(titlesOf(data)).toEqual(newestFirst.slice(0, 10))
  let pages = 1
  while (data.articles.pageInfo.hasNextPage) {
    await list.fetchMore({ variables: { after: data.articles.pageInfo.endCursor } })
    data = client.readQuery({ query: ArticleListDocument, variables: { first: 10 } })!
    pages++
  }
  expect(pages).toBe(3)
  expect(titlesOf(data)).toEqual(newestFirst)
  expect(data.articles.totalCount).toBe(articleCount)
  // What a component that watches the list is told.
  const told = await firstValueFrom(list.pipe(filter((result) => result.data?.articles?.edges?.length === articleCount)))
  expect(told.data).toEqual(data)
  client.stop()
})

test('an article that two pages show is one object of the cache, by its id', async () => {
  const client = createClient()
  const list = await client.query({ query: ArticleListDocument, variables: { first: 3 } })
  const page = await client.query({ query: OrganisationPageDocument, variables: { name: 'Google', first: 3 } })
  const ids = list.data!.articles.edges.map(({ node }) => node.id)
  expect(page.data!.organisation!.articles.edges.map(({ node }) => node.id)).toEqual(ids)
  const articles = Object.keys(client.cache.extract() as object).filter((key) => key.startsWith('Article:'))
  expect(articles.sort()).toEqual(ids.map((id) => `Article:${id}`).sort())
  client.cache.modify({ id: `Article:${ids[0]}`, fields: { title: () => '改过的标题' } })
  const again = client.readQuery({ query: OrganisationPageDocument, variables: { name: 'Google', first: 3 } })
  expect(again!.organisation!.articles.edges[0]!.node.title).toBe('改过的标题')
  client.stop()
})

test('lists under different filters are kept apart', async () => {
  const client = createClient()
  const all = await client.query({ query: ArticleListDocument, variables: { first: 2 } })
  const some = await client.query({
    query: ArticleListDocument,
    variables: { first: 2, where: { translators: { some: ['何黎'] } } },
  })
  expect(titlesOf(all.data!)).toEqual(newestFirst.slice(0, 2))
  expect(titlesOf(some.data!)).toEqual([newestFirst[0], newestFirst[2]])
  client.stop()
})

test('a page that is too large is an error with a code and a reason to branch on', async () => {
  const client = createClient()
  const error = await client.query({ query: ArticleListDocument, variables: { first: 1000 } }).catch((caught: unknown) => caught)
  expect(CombinedGraphQLErrors.is(error)).toBe(true)
  const [first] = (error as CombinedGraphQLErrors).errors
  expect(first!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'INVALID_PAGE_SIZE', argument: 'first' })
  client.stop()
})

test('persisted queries are asked by GET, in full only the first time, and answered by 304 as long as nothing changed', async () => {
  const asked: { url: URL; method: string; etag: string | null }[] = []
  const watchedFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    asked.push({ url: new URL(String(input)), method: init?.method ?? 'GET', etag: response.headers.get('etag') })
    return response
  }
  // Of its own: the server knows a document that it was asked often, however it came.
  const query = parse(print(ArticleListDocument).replace('query ArticleList', 'query NewestByHash')) as typeof ArticleListDocument
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const ask = () =>
    new ApolloClient({
      link: new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(
        new HttpLink({ uri: server.url, fetch: watchedFetch }),
      ),
      cache: new InMemoryCache(),
    }).query({ query, variables: { first: 4 } })
  expect(titlesOf((await ask()).data!)).toEqual(newestFirst.slice(0, 4))
  const first = asked.length
  expect(first).toBe(2)
  expect(titlesOf((await ask()).data!)).toEqual(newestFirst.slice(0, 4))
  expect(asked.length).toBe(first + 1)
  const { url, method, etag } = asked.at(-1)!
  expect(method).toBe('GET')
  expect(url.searchParams.has('query')).toBe(false)
  const again = await fetch(url, { headers: { accept: 'application/graphql-response+json', 'if-none-match': etag! } })
  expect(again.status).toBe(304)
})
