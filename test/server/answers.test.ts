import { createHash } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Connection } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/database.ts'
import { transaction } from '../../src/database/transaction.ts'
import { raiseVersion } from '../../src/modules/archive/archive.store.ts'
import { openRedis } from '../../src/server/answers/open-redis.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../src/server/start-server.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { startRedisServer } from '../support/redis-server.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: [{ slug: 'one', title: 'First', organisations: { Google: 1 } }, { slug: 'two' }],
  })
})
afterAll(() => database?.drop())

const running: RunningServer[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()))
})

/** A server, and how often it reads articles. */
async function serve(options: Partial<ServerOptions> = {}, around: (db: Database) => Database = (db) => db) {
  const reads = { count: 0 }
  const { db } = database.connection
  const counted: Database = {
    query(statement, values) {
      if (statement.name.startsWith('article')) reads.count++
      return db.query(statement, values)
    },
  }
  const connection: Pick<Connection, 'db' | 'createClient'> = {
    db: around(counted),
    createClient: database.connection.createClient,
  }
  const server = await startServer({ connection, port: 0, host: '127.0.0.1', log: () => undefined, ...options })
  running.push(server)
  return { url: server.url, reads }
}

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its request
const ask = async (url: string, query: string, variables?: object): Promise<any> => (await post(url, { query, variables })).json()
const titles = '{ articles(orderBy: TITLE) { nodes { title } } }'
const titleOf = 'query ($slug: String!) { article(slug: $slug) { title } }'

/** Changes the archive as an import does. */
async function retitle(slug: string, title: string): Promise<string> {
  const client = await database.connection.pool.connect()
  try {
    return await transaction(client, async () => {
      await client.query('UPDATE article SET title = $2 WHERE slug = $1', [slug, title])
      await raiseVersion(client)
      const { rows } = await client.query<{ version: string }>('SELECT version FROM archive')
      return rows[0]!.version
    })
  } finally {
    client.release()
  }
}

const soon = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('an answer', () => {
  test('is made once for all that ask for it at the same time, and kept', async () => {
    const { url, reads } = await serve()
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(url, titles)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(reads.count).toBe(1)
    await ask(url, titles)
    expect(reads.count).toBe(1)
  })

  test('is the same for every spelling of the request, and another for every other request', async () => {
    const { url, reads } = await serve()
    const query =
      'query A($slug: String, $first: Int) { article(slug: $slug) { title } articles(first: $first) { nodes { id } } } query B { articles { nodes { id } } }'
    await post(url, { query, operationName: 'A', variables: { slug: 'one', first: 1 } })
    const afterFirst = reads.count
    await post(url, { variables: { first: 1, slug: 'one' }, operationName: 'A', query, extensions: {} })
    expect(reads.count).toBe(afterFirst)
    const two = await (await post(url, { query, operationName: 'A', variables: { slug: 'two', first: 1 } })).json()
    expect(two).not.toEqual(await (await post(url, { query, operationName: 'A', variables: { slug: 'one', first: 1 } })).json())
    expect(await (await post(url, { query, operationName: 'B' })).json()).toMatchObject({ data: { articles: {} } })
  })

  test('says which version of the archive it was read from', async () => {
    const { url } = await serve()
    const version = await retitle('one', 'Told')
    await soon(async () => (await ask(url, '{ archive { version } }')).data.archive.version === version)
    expect((await ask(url, titles)).extensions).toEqual({ archive: { version } })
  })

  test('with an error is never kept', async () => {
    let isBroken = true
    const { url } = await serve({}, (db) => ({
      query: (statement, values) =>
        isBroken && statement.name.startsWith('article') ? Promise.reject(new Error('away')) : db.query(statement, values),
    }))
    expect((await ask(url, titles)).errors).toHaveLength(1)
    isBroken = false
    expect((await ask(url, titles)).errors).toBeUndefined()
  })

  test('about imports is read each time: runs that change nothing raise no version', async () => {
    const { url } = await serve()
    const query = '{ archive { lastImport { documentCount } imports { totalCount } } }'
    const before = (await ask(url, query)).data.archive.imports.totalCount
    await database.connection.pool.query(
      'INSERT INTO import (id, started_at, ended_at, parser_version) VALUES (2, now(), now(), 1)',
    )
    expect((await ask(url, query)).data.archive.imports.totalCount).toBe(before + 1)
  })
})

describe('a name in a filter', () => {
  test('is looked up once a version', async () => {
    let lookups = 0
    const { url } = await serve({ cacheBytes: 0 }, (db) => ({
      query(statement, values) {
        if (statement.name.startsWith('organisation-by-slug')) lookups++
        return db.query(statement, values)
      },
    }))
    const slug = 'a-body'
    const found = async () =>
      (
        await ask(url, 'query ($name: ID!) { articles(where: { organisations: { some: [$name] } }) { nodes { slug } } }', {
          name: slug,
        })
      ).data.articles.nodes.length
    expect(await found()).toBe(0)
    await soon(async () => {
      const before = lookups
      await found()
      return lookups === before
    })
    const client = await database.connection.pool.connect()
    await transaction(client, async () => {
      await client.query("UPDATE organisation SET slug = $1 WHERE name = 'Google'", [slug])
      await raiseVersion(client)
    })
    client.release()
    await soon(async () => (await found()) === 1)
    for (let again = 0; again < 6; again++) expect(await found()).toBe(1)
  })
})

describe('a new version of the archive', () => {
  test('is what every server answers, and never an older one afterwards', async () => {
    const servers = [await serve(), await serve()]
    for (const title of ['Second', 'Third', 'Fourth']) {
      await Promise.all(servers.map(({ url }) => ask(url, titleOf, { slug: 'one' })))
      await retitle('one', title)
      for (const { url } of servers) {
        const read = async () => (await ask(url, titleOf, { slug: 'one' })).data.article.title
        await soon(async () => (await read()) === title)
        for (let again = 0; again < 5; again++) expect(await read()).toBe(title)
      }
    }
  })

  test('reaches requests that come again and again, and are not read any more', async () => {
    const { url } = await serve()
    const seen = { count: 0 }
    const count = () => seen.count++
    subscribe('http.server.request.start', count)
    try {
      for (const method of ['GET', 'POST']) {
        const query = `query Again${method} { article(slug: "one") { title } }`
        const ask = async () => {
          const response = await (method === 'POST' ? post(url, { query }) : fetch(`${url}?query=${encodeURIComponent(query)}`))
          const { data } = (await response.json()) as { data: { article: { title: string } } }
          return { title: data.article.title, etag: response.headers.get('etag') }
        }
        const before = await ask()
        await soon(async () => {
          const { count } = seen
          expect(await ask()).toEqual(before)
          return seen.count === count
        })
        await retitle('one', `Again by ${method}`)
        await soon(async () => (await ask()).title === `Again by ${method}`)
        const { title, etag } = await ask()
        expect(title).toBe(`Again by ${method}`)
        expect(etag === null).toBe(method === 'POST')
        expect(etag === before.etag).toBe(method === 'POST')
      }
    } finally {
      unsubscribe('http.server.request.start', count)
      await retitle('one', 'First')
    }
  })

  test('is noticed where the connection that would tell of it was lost', async () => {
    const { url } = await serve()
    await ask(url, titleOf, { slug: 'one' })
    await database.connection.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' OR query LIKE '%archive WHERE id = 1%' AND pid <> pg_backend_pid()`,
    )
    await retitle('one', 'After the loss')
    await soon(async () => (await ask(url, titleOf, { slug: 'one' })).data.article.title === 'After the loss')
    await retitle('one', 'Long after')
    await soon(async () => (await ask(url, titleOf, { slug: 'one' })).data.article.title === 'Long after')
  })

  test('that commits between the statements of a request is what all of them see in the end', async () => {
    let isDone = false
    const { url } = await serve({}, (db) => ({
      async query(statement, values) {
        const rows = await db.query(statement, values)
        if (!isDone && statement.name.startsWith('article-key')) {
          isDone = true
          await retitle('two', 'Between')
        }
        return rows as never
      },
    }))
    const query = '{ a: article(url: "https://desk.example/two") { slug } articles { nodes { title } } }'
    const first = await ask(url, query)
    expect(isDone).toBe(true)
    const { version } = (await ask(url, '{ archive { version } }')).data.archive
    expect(first.extensions.archive.version).toBe(version)
    expect(await ask(url, query)).toEqual(first)
  })
})

test('an answer between whose statements imports commit each time it is read says no version, and is not kept', async () => {
  let commits = 0
  const { url } = await serve({}, (db) => ({
    async query(statement, values) {
      const rows = await db.query(statement, values)
      if (statement.name.startsWith('article-key') && commits < 10) await retitle('two', `Between ${++commits}`)
      return rows as never
    },
  }))
  const query = '{ a: article(url: "https://desk.example/two") { slug } articles { nodes { title } } }'
  const answer = await ask(url, query)
  expect(answer.data.a).toEqual({ slug: 'two' })
  expect(answer).not.toHaveProperty('extensions')
  const before = commits
  await ask(url, query)
  expect(commits).toBeGreaterThan(before)
})

describe('a cache on the way', () => {
  const search = `?query=${encodeURIComponent(titles)}`

  test('asks each time whether its copy holds, and is told so without a body', async () => {
    const { url } = await serve()
    const first = await fetch(url + search)
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
    expect(first.headers.get('vary')).toContain('accept')
    const etag = first.headers.get('etag')!
    const second = await fetch(url + search, { headers: { 'if-none-match': `"other", W/${etag}` } })
    expect(second.status).toBe(304)
    expect(second.headers.get('etag')).toBe(etag)
    expect(await second.text()).toBe('')
    const head = await fetch(url + search, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    await retitle('one', 'Another')
    await soon(async () => (await fetch(url + search, { headers: { 'if-none-match': etag } })).status === 200)
  })

  test('never keeps an error', async () => {
    const { url } = await serve()
    const response = await fetch(`${url}?query=${encodeURIComponent('{ nothing }')}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('tells apart the two types of an answer', async () => {
    const { url } = await serve()
    const plain = await fetch(url + search)
    const accept = 'application/graphql-response+json, application/json;q=0.9'
    const other = await fetch(url + search, { headers: { accept } })
    expect(plain.headers.get('content-type')).toMatch('application/json')
    expect(other.headers.get('content-type')).toMatch('application/graphql-response+json')
    expect(other.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  })
})

describe('a persisted query', () => {
  const sha256Hash = createHash('sha256').update(titles).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const given = (hash: string) => ({ query: titles, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } })

  test('is asked for by its hash once it was given', async () => {
    const { url } = await serve()
    const unknown = await (await post(url, { extensions })).json()
    expect(unknown).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    const first = await (await post(url, given(sha256Hash))).json()
    expect(first).toMatchObject({ data: { articles: {} } })
    const search = `?extensions=${encodeURIComponent(JSON.stringify(extensions))}`
    expect(await (await fetch(url + search)).json()).toEqual(first)
  })

  test('is never taken for another', async () => {
    const { url } = await serve()
    await ask(url, titles)
    const wrong = await (await post(url, given(sha256Hash.replace(/./g, '0')))).json()
    expect(wrong).toMatchObject({
      errors: [{ message: expect.stringMatching(/does not match/), extensions: { code: 'BAD_REQUEST' } }],
    })
  })
})

describe('servers with one Redis', () => {
  test('share answers and persisted queries with those of their release, and answer without it', async () => {
    const store = await startRedisServer()
    const redis = ['1.0.0', '1.0.0', '1.0.1'].map((release) => openRedis(store.url, release, () => undefined))
    try {
      await Promise.all(redis.map((client) => new Promise((resolve) => client.once('ready', resolve))))
      const [one, two, newer] = await Promise.all([
        serve({ redis: redis[0]! }),
        serve({ redis: redis[1]! }),
        serve({ redis: redis[2]! }),
      ])
      const first = await ask(one.url, titles)
      await soon(async () => store.entries.size > 0)
      expect(await ask(two.url, titles)).toEqual(first)
      expect(await ask(newer.url, titles)).toEqual(first)
      expect([one.reads.count, two.reads.count, newer.reads.count]).toEqual([1, 0, 1])
      const query = '{ articles { totalCount } }'
      const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } }
      await post(one.url, { query, extensions })
      await soon(async () => 'data' in ((await (await post(two.url, { extensions })).json()) as object))

      await retitle('one', 'Shared')
      await soon(async () => (await ask(two.url, titleOf, { slug: 'one' })).data.article.title === 'Shared')
      await store.stop()
      expect(await ask(one.url, '{ articles { nodes { slug } } }')).toMatchObject({ data: { articles: { nodes: [{}, {}] } } })
    } finally {
      for (const client of redis) client.disconnect()
      await store.stop()
    }
  })
})
