import { request as httpRequest } from 'node:http'
import { connect as openSocket } from 'node:net'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Statement } from '../../src/database/database.ts'
import { type RunningServer, startServer } from '../../src/server/start-server.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let server: RunningServer
const log: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    articles: [{ slug: 'one', title: '谷歌与微软', organisations: { 谷歌: 2 }, translators: ['何黎'] }, { slug: 'two' }],
  })
  server = await startServer({ connection: database.connection, port: 0, host: '127.0.0.1', log: (line) => log.push(line) })
})
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its request
const json = async (response: Response): Promise<any> => response.json()
const two = 'query A { archive { version } } query B { archive { version } }'
const at = (path: string) => new URL(path, server.url)

describe('a client', () => {
  test('posts a query and gets its answer', async () => {
    const response = await post({
      query:
        'query ($first: Int) { articles(first: $first, orderBy: TITLE) { totalCount nodes { title translators { name } } } }',
      variables: { first: 2 },
    })
    expect(response.status).toBe(200)
    expect(await json(response)).toMatchObject({
      data: {
        articles: {
          totalCount: 2,
          nodes: [
            { title: 'two', translators: [] },
            { title: '谷歌与微软', translators: [{ name: '何黎' }] },
          ],
        },
      },
    })
  })

  test('gets queries by GET, without a header that caches on the way would not send', async () => {
    const response = await fetch(at(`/graphql?query=${encodeURIComponent('{ archive { articleCount } }')}`))
    expect(await json(response)).toMatchObject({ data: { archive: { articleCount: 2 } } })
  })

  test.each([
    ['not JSON', '{"query":', 'application/json', 400, 'BAD_REQUEST'],
    ['nothing', '', 'application/json', 400, 'BAD_REQUEST'],
    ['a form', 'query=x', 'application/x-www-form-urlencoded', 400, 'BAD_REQUEST'],
    ['another charset', '{}', 'application/json; charset=utf-16', 415, 'UNSUPPORTED_CHARSET'],
    [
      'values deep in one another',
      `{"query": "{ __typename }", "variables": {"deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      'application/json',
      400,
      'BAD_REQUEST',
    ],
    ['no query', '{"query": 1}', 'application/json', 400, 'BAD_REQUEST'],
    ['a field that is not there', '{"query": "{ nothing }"}', 'application/json', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a mutation', '{"query": "mutation { write }"}', 'application/json', 400, 'OPERATION_NOT_SUPPORTED'],
    ['no GraphQL', '{"query": "{"}', 'application/json', 400, 'GRAPHQL_PARSE_FAILED'],
    ['two operations, naming neither', JSON.stringify({ query: two }), 'application/json', 400, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'two operations, naming a third',
      JSON.stringify({ query: two, operationName: 'C' }),
      'application/json',
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('that sends %s is told so in JSON', async (_, body, type, status, code) => {
    const response = await post(body, { 'content-type': type })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/json/)
    expect((await json(response)).errors[0].extensions.code).toBe(code)
  })

  test.each(['PUT', 'DELETE'])('that asks by %s is refused, also where a GET has been answered', async (method) => {
    const url = `${server.url}?query=${encodeURIComponent('{ archive { version } }')}`
    await fetch(url)
    expect((await fetch(url, { method })).status).toBe(405)
  })

  test('that names no persisted query is answered', async () => {
    const response = await post({ query: '{ archive { articleCount } }', extensions: { persistedQuery: null } })
    expect(await json(response)).toMatchObject({ data: { archive: { articleCount: 2 } } })
  })

  test('that asks for a text that cannot be is told so, not that the server failed', async () => {
    const response = await post({
      query: 'query ($slug: String) { article(slug: $slug) { id } }',
      variables: { slug: 'a\u0000b' },
    })
    expect((await json(response)).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', reason: 'INVALID_TEXT' })
  })

  test('that sends too much is told the bound, whether or not it says how much', async () => {
    const large = JSON.stringify({ query: '{ archive { version } }', variables: { filler: 'x'.repeat(1_100_000) } })
    const declared = await post(large)
    expect(declared.status).toBe(413)
    expect(await json(declared)).toMatchObject({ errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] })
    const { port } = new URL(server.url)
    const status = await new Promise((resolve, reject) => {
      const sending = httpRequest(
        { port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json' } },
        (response) => resolve(response.statusCode),
      )
      sending.on('error', reject)
      sending.write(large)
      sending.end()
    })
    expect(status).toBe(413)
  })

  test('that asks too much is told what to ask instead', async () => {
    const inner = 'organisations(first: 100) { nodes { articles(first: 100) { nodes { id } } } }'
    const large = await post({ query: `{ articles(first: 100) { nodes { ${inner} } } }` })
    expect(large.status).toBe(400)
    expect((await json(large)).errors[0].extensions.code).toBe('QUERY_TOO_LARGE')
    const deep = await post({ query: `{ article(slug: "one") ${'{ otherTranslations '.repeat(21)} { id } ${'}'.repeat(21)} }` })
    expect((await json(deep)).errors[0].extensions.code).toBe('QUERY_TOO_DEEP')
    const aliases = Array.from({ length: 201 }, (_, index) => `a${index}: archive { version }`)
    const many = await post({ query: `{ ${aliases.join(' ')} }` })
    expect((await json(many)).errors[0].extensions.code).toBe('QUERY_TOO_MANY_ALIASES')
  })

  test('may name the host once more in front of the path, as proxies do', async () => {
    const ask = (path: string) =>
      new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
        const { hostname, port } = new URL(server.url)
        httpRequest({ hostname, port, path, headers: { accept: 'application/json' } }, async (response) => {
          let text = ''
          for await (const part of response) text += part
          resolve({ status: response.statusCode, text })
        })
          .on('error', reject)
          .end()
      })
    const query = `query=${encodeURIComponent('{ archive { articleCount } }')}`
    for (const path of [`http://reader.example/graphql?${query}`, `HTTPS://reader.example?${query}`]) {
      const { status, text } = await ask(path)
      expect([status, JSON.parse(text).data]).toEqual([200, { archive: { articleCount: 2 } }])
    }
    expect((await ask('http://reader.example/api')).status).toBe(404)
  })

  test('finds nothing elsewhere', async () => {
    const response = await fetch(at('/api'))
    expect(response.status).toBe(404)
    expect(await json(response)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
  })
})

describe('a front end on another origin', () => {
  test.each(['http://localhost:3000', 'https://studio.apollographql.com', 'https://reader.example'])(
    '%s may query and read',
    async (origin) => {
      const preflight = await fetch(server.url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,apollographql-client-name',
          'access-control-request-private-network': 'true',
        },
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
      expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
      expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,apollographql-client-name')
      expect(preflight.headers.get('access-control-allow-private-network')).toBe('true')
      expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
      const response = await post({ query: '{ archive { articleCount } }' }, { origin })
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.status).toBe(200)
    },
  )

  test('reads errors too', async () => {
    const response = await post('no JSON', { origin: 'https://reader.example' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })
})

/** What the page's script gives to Sandbox once that has been loaded. */
function runPageScript(script: string): unknown {
  let given: unknown
  const element = {}
  class EmbeddedSandbox {
    constructor(options: unknown) {
      given = options
    }
  }
  const window = { EmbeddedSandbox }
  const context = { URL, window, location: { href: at('/').href }, document: { getElementById: () => element } }
  runInNewContext(`${script}; showSandbox()`, context)
  return given
}

describe('a browser', () => {
  test.each(['/', '/graphql'])(
    'that opens %s gets Apollo Sandbox on this server, and words where it cannot be loaded',
    async (path) => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
      const response = await fetch(at(path), { headers: { accept } })
      expect(response.headers.get('content-type')).toContain('text/html')
      const page = await response.text()
      expect(page).toContain('embeddable-sandbox.cdn.apollographql.com')
      expect(page).toContain('query LatestArticles')
      expect(page).toContain('https://studio.apollographql.com/sandbox')
      expect(page).toMatch(/could not be loaded/)
      const scripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script!)
      expect(scripts).toHaveLength(1)
      expect(runPageScript(scripts[0]!)).toMatchObject({
        initialEndpoint: new URL('/graphql', server.url).href,
        initialState: { document: expect.stringMatching(/^# .*\nquery LatestArticles[\s\S]*query WhoTranslatedThis/) },
      })
    },
  )
})

describe('whoever watches the server', () => {
  test('is told that it and its database answer', async () => {
    const response = await fetch(at('/health'))
    expect(response.status).toBe(200)
    expect(await json(response)).toEqual({ status: 'ok', database: 'ok' })
  })

  test('is told that the database does not', async () => {
    const broken = { query: () => Promise.reject(new Error('connection refused')) }
    const other = await startServer({ connection: { db: broken }, port: 0, host: '127.0.0.1', log: () => undefined })
    try {
      const response = await fetch(new URL('/health', other.url))
      expect(response.status).toBe(503)
      expect(await json(response)).toEqual({ status: 'failing', database: 'unreachable' })
    } finally {
      await other.stop()
    }
  })
})

test('an error inside is kept from the caller, who gets a reference to what was logged', async () => {
  const db = { query: () => Promise.reject(new Error('relation "secret" does not exist')) }
  const lines: string[] = []
  const other = await startServer({ connection: { db }, port: 0, host: '127.0.0.1', log: (line) => lines.push(line) })
  const response = await fetch(other.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ articles { nodes { title } } }' }),
  })
  await other.stop()
  const [error] = (await json(response)).errors
  expect(JSON.stringify(error)).not.toContain('secret')
  expect(error.extensions.code).toBe('INTERNAL_SERVER_ERROR')
  expect(lines.join('\n')).toContain('secret')
  expect(lines.join('\n')).toContain(error.extensions.reference)
})

describe('starting and stopping', () => {
  test('a taken port rejects with the error of listening', async () => {
    const { port } = new URL(server.url)
    const second = startServer({ connection: database.connection, port: Number(port), host: '127.0.0.1' })
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  test('a request under way is answered before the server ends', async () => {
    let release: () => void = () => undefined
    let arrive: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const slow = {
      query: ({ name }: Statement) =>
        new Promise<never[]>((resolve) => {
          if (name.startsWith('archive')) return resolve([])
          release = () => resolve([])
          arrive()
        }),
    }
    const other = await startServer({ connection: { db: slow }, port: 0, host: '127.0.0.1', log: () => undefined })
    const waiting = fetch(other.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ articles { nodes { title } } }' }),
    })
    await arrived
    const stopped = other.stop()
    release()
    expect(await json(await waiting)).toMatchObject({ data: { articles: { nodes: [] } } })
    await stopped
    await expect(fetch(other.url)).rejects.toThrow()
  })

  test('what a client sends before it can know is answered, and its connection closed', async () => {
    const other = await startServer({ connection: database.connection, port: 0, host: '127.0.0.1' })
    const { port } = new URL(other.url)
    const socket = openSocket(Number(port), '127.0.0.1')
    let heard = ''
    socket.setEncoding('utf8').on('data', (text) => {
      heard += text
    })
    const closed = new Promise((resolve) => socket.once('close', resolve))
    const request = 'GET /graphql?query={archive{version}} HTTP/1.1\r\nHost: archive\r\n\r\n'
    for (let answers = 1; answers <= 4; answers++) {
      socket.write(request)
      while (heard.split('HTTP/1.1 200').length <= answers) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    heard = ''
    const stopped = other.stop()
    socket.write(request)
    await Promise.all([closed, stopped])
    expect(heard).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*Connection: close/)
  })

  test('a connection that only waits does not hold the server up', async () => {
    const other = await startServer({ connection: database.connection, port: 0, host: '127.0.0.1', graceMs: 50 })
    const socket = openSocket(Number(new URL(other.url).port), '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    await other.stop()
    await other.stop()
    socket.destroy()
  })
})
