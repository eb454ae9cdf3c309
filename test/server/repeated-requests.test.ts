import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Repeat, RepeatedRequests } from '../../src/server/answers/repeated-requests.ts'
import { type Outgoing, send } from '../../src/server/answers/send-answer.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const outgoing = (text: string): Outgoing => ({
  status: 200,
  headers: { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text) },
  body: [Buffer.from(text)],
})

interface Served extends ServerOptions {
  repeats?: RepeatedRequests | null
  repeatOf?: (sent: Outgoing) => Repeat
}

/** A server that says what it was asked. It remembers requests, and counts those that Node read. */
async function serve({ repeats = new RepeatedRequests(), repeatOf = (sent) => () => sent, ...options }: Served = {}) {
  const read: string[] = []
  const server = createServer(options, (request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    if (request.method === 'POST') for await (const chunk of request) chunks.push(chunk as Buffer)
    const said = `${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`
    read.push(said)
    const whole = outgoing(said)
    const sent = request.method === 'HEAD' ? { ...whole, body: [] } : whole
    if (request.url === '/fleeting') await sleep(10)
    else repeats?.remember(request, repeatOf(sent))
    send(response, sent)
  }
  repeats?.watch(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => stop(server))
  return { server, read, port: (server.address() as AddressInfo).port }
}

const stop = (server: Server) =>
  new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })

/** A client of packets. */
async function open(port: number) {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let bytes = ''
  let isEnded = false
  socket.setEncoding('latin1')
  socket.on('data', (more: string) => {
    bytes += more
  })
  socket.on('close', () => {
    isEnded = true
  })
  socket.on('error', () => undefined)
  closing.push(() => socket.destroy())
  await new Promise((resolve) => socket.once('connect', resolve))
  return {
    socket,
    /** All that came, but what time it was. */
    heard: () => bytes.replaceAll(/^Date: .*\r\n/gm, ''),
    dates: () => [...bytes.matchAll(/^Date: (.*)\r\n/gm)].map(([, date]) => date),
    isEnded: () => isEnded,
    write: (packet: string) => socket.write(packet, 'latin1'),
    /** Resolves when so many answers came, or none can come any more. */
    async answers(count: number): Promise<void> {
      const until = performance.now() + 10_000
      while (bytes.split('HTTP/1.1 200').length - 1 < count && !isEnded && performance.now() < until) await sleep(1)
      await sleep(2)
    },
    async ask(packet: string): Promise<string> {
      bytes = ''
      socket.write(packet, 'latin1')
      await this.answers(1)
      return this.heard()
    },
  }
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: archive\r\n\r\n`
const post = (body: string) =>
  `POST /graphql HTTP/1.1\r\nHost: archive\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('a request that comes again', () => {
  test.each([get('/one'), post('{"query":"{ archive { version } }"}')])(
    'gets the bytes that Node sent, without being read: %j',
    async (request) => {
      const { port, read } = await serve()
      const client = await open(port)
      const begun = Date.now()
      const first = await client.ask(request)
      const again = [await client.ask(request), await client.ask(request)]
      expect(first).toContain('Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n')
      expect(again).toEqual([first, first])
      const said = Date.parse(client.dates()[0]!)
      expect(said).toBeGreaterThan(begun - 1000)
      expect(said).toBeLessThanOrEqual(Date.now())
      expect(read).toHaveLength(1)
    },
  )

  test('is known on every connection, once that has had a request', async () => {
    const { port, read } = await serve()
    await (await open(port)).ask(get('/one'))
    const client = await open(port)
    const answers = [await client.ask(get('/one')), await client.ask(get('/one'))]
    expect(read).toHaveLength(2)
    expect(answers[1]).toBe(answers[0])
  })

  test('is read again where nothing answers it any more', async () => {
    let isKept = true
    const { port, read } = await serve({ repeatOf: (sent) => () => (isKept ? sent : undefined) })
    const client = await open(port)
    await client.ask(get('/one'))
    isKept = false
    expect(await client.ask(get('/one'))).toContain('GET /one')
    expect(read).toHaveLength(2)
  })

  test('gets what is kept now, not what was', async () => {
    let kept = outgoing('old')
    const { port } = await serve({ repeatOf: () => () => kept })
    const client = await open(port)
    await client.ask(get('/one'))
    expect(await client.ask(get('/one'))).toMatch(/\r\n\r\nold$/)
    kept = outgoing('newer')
    expect(await client.ask(get('/one'))).toMatch(/content-length: 5\r\n(?:.*\r\n)*\r\nnewer$/)
  })

  test('is left to Node where the connection is to be closed, the client expects something, or HTTP is old', async () => {
    const { port, read } = await serve()
    const closed = 'GET /one HTTP/1.1\r\nHost: archive\r\nConnection: close\r\n\r\n'
    const old = 'GET /one HTTP/1.0\r\nConnection: keep-alive\r\n\r\n'
    const expecting = 'GET /one HTTP/1.1\r\nHost: archive\r\nExpect: 100-continue\r\n\r\n'
    for (const request of [closed, closed, old, old, expecting, expecting]) {
      const client = await open(port)
      await client.ask(get('/fleeting'))
      await client.ask(request)
    }
    expect(read.filter((said) => said.includes('/one'))).toHaveLength(6)
  })

  test('keeps its connection as alive as one that Node reads', async () => {
    const { port } = await serve({
      requestTimeout: 200,
      headersTimeout: 200,
      connectionsCheckingInterval: 50,
      keepAliveTimeout: 400,
    })
    const client = await open(port)
    for (let time = 0; time < 10; time++) {
      expect(await client.ask(get('/one'))).toContain('200 OK')
      await sleep(100)
    }
    await sleep(2000)
    expect(client.isEnded()).toBe(true)
  })

  test('is read again where what answers it has grown too large to be remembered', async () => {
    let kept = outgoing('short')
    const { port, read } = await serve({ repeatOf: () => () => kept })
    const client = await open(port)
    await client.ask(get('/one'))
    kept = outgoing('x'.repeat(100_000))
    for (let time = 0; time < 3; time++) expect(await client.ask(get('/one'))).toContain('200 OK')
    expect(read).toHaveLength(4)
  })

  test('waits for a client that takes no answers, and loses none', async () => {
    const { port, read } = await serve({ repeatOf: () => () => large })
    const large = outgoing('x'.repeat(60_000))
    const client = await open(port)
    await client.ask(get('/one'))
    client.socket.pause()
    let asked = 1
    for (; read.length === 1 && asked < 500; asked++) {
      client.write(get('/one'))
      await sleep(2)
    }
    expect(read).toHaveLength(2)
    client.socket.resume()
    await client.answers(asked)
    expect(client.heard().split('HTTP/1.1 200 OK')).toHaveLength(asked + 1)
  })

  test('is answered to its end where that takes longer than a connection may rest', async () => {
    const { port, server, read } = await serve({ repeatOf: () => () => large, keepAliveTimeout: 200 })
    const large = outgoing('x'.repeat(60_000))
    const waiting = new Promise<Socket>((resolve) => server.once('connection', resolve))
    const client = await open(port)
    const socket = await waiting
    await client.ask(get('/one'))
    client.socket.pause()
    let asked = 0
    for (; socket.writableLength === 0 && asked < 500; asked++) {
      const before = socket.bytesRead
      client.write(get('/one'))
      while (socket.bytesRead === before) await sleep(1)
    }
    await sleep(3000)
    expect(read).toHaveLength(1)
    client.socket.resume()
    await client.answers(asked + 1)
    await sleep(100)
    expect(client.heard().split('x'.repeat(60_000))).toHaveLength(asked + 1)
  })

  test('is not answered by a server that has stopped', async () => {
    const { port, server } = await serve()
    const client = await open(port)
    await client.ask(get('/one'))
    server.close()
    await sleep(20)
    await client.ask(get('/one'))
    expect(client.isEnded()).toBe(true)
  })
})

/** Requests that are answered before their end: their packet has just the bytes that it would have if its first empty line ended the head. */
const body = (length: number) => `GET /body HTTP/1.1\r\nHost: archive\r\nContent-Length: ${length}\r\n\r\n`
const longBody = get('/body').replace('\r\n\r\n', `\r\n${'a:\r\n'.repeat(2000)}Content-Length: 100\r\n\r\n`)
test.each([
  ['behind another', get('/two') + body(body(10).length)],
  ['behind empty lines', `\r\n\r\n${body(body(10).length)}`],
  ['of more headers than Node tells of', longBody],
])('what comes after a request that waits for its body is that body: %s', async (_, request) => {
  const heard = await Promise.all(
    [null, new RepeatedRequests()].map(async (repeats) => {
      const client = await open((await serve({ repeats })).port)
      await client.ask(get('/one'))
      for (let time = 0; time < 2; time++) {
        for (const packet of [request, get('/one')]) {
          client.write(packet)
          await sleep(20)
        }
      }
      return client.heard()
    }),
  )
  expect(heard[1]).toBe(heard[0])
})

test('what looks like a known request inside another is none, however packets fall', async () => {
  const { port: plainPort } = await serve({ repeats: null })
  const { port } = await serve()
  const known = [get('/one'), post('short')]
  const chunked = (text: string) =>
    `POST /graphql HTTP/1.1\r\nHost: archive\r\nTransfer-Encoding: chunked\r\n\r\n${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`
  const request = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...known).map(post),
    fc.constantFrom(...known).map(chunked),
    fc.constantFrom(...known).map((text) => post(`${text}${text}`)),
    fc.constant('HEAD /one HTTP/1.1\r\nHost: archive\r\n\r\n'),
    fc.constant(`\r\n${get('/one')}`),
    fc.constant(get('/fleeting')),
  )
  /** Where packets end: with requests, with what stands in them, or anywhere. */
  const packets = fc
    .tuple(
      fc.array(request, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(2000), { maxLength: 4 }),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([requests, cuts, isCutAtRequests, isCutAtKnown]) => {
      const text = requests.join('')
      const ends = new Set(cuts.filter((cut) => cut > 0 && cut < text.length))
      let end = 0
      for (const one of requests) {
        if (isCutAtRequests) ends.add(end)
        for (const inner of isCutAtKnown ? known : []) {
          for (let at = one.indexOf(inner); at !== -1; at = one.indexOf(inner, at + 1)) {
            ends.add(end + at)
            ends.add(end + at + inner.length)
          }
        }
        end += one.length
      }
      const edges = [0, ...[...ends].filter((edge) => edge > 0 && edge < text.length).sort((a, b) => a - b), text.length]
      return { count: requests.length, packets: edges.slice(1).map((edge, at) => text.slice(edges[at], edge)) }
    })
  await fc.assert(
    fc.asyncProperty(packets, fc.boolean(), async ({ packets: sent, count }, waits) => {
      const clients = [await open(plainPort), await open(port)]
      for (const client of clients) for (const request of known) await client.ask(request)
      for (const client of clients) {
        for (const packet of sent) {
          client.write(packet)
          await sleep(waits ? 4 : 1)
        }
      }
      for (const client of clients) await client.answers(count + 1)
      const [plain, repeated] = clients.map((client) => client.heard())
      for (const client of clients) client.socket.destroy()
      expect(repeated).toBe(plain)
    }),
    { numRuns: 150 },
  )
})
