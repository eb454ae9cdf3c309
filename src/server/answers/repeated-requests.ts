import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { LRUCache } from 'lru-cache'
import { lengthOf } from './answer.ts'
import type { Outgoing } from './send-answer.ts'

/** What a request is answered with now, the same object for as long as that is the same; undefined where it has to be read again. */
export type Repeat = () => Outgoing | undefined

interface Repeated {
  repeat: Repeat
  /** What was sent last, and as which bytes: they say which second it was. */
  sent: Outgoing
  date: string
  bytes: Buffer
}

/** Bytes of requests that are remembered and of what answers them. */
const rememberedBytes = 2 * 1024 * 1024
/** A larger answer costs so much to send that reading its request does not matter. */
const largestEntry = 64 * 1024
/** A longer request hardly comes in one packet. */
const longestRequest = 16 * 1024
const endOfHead = '\r\n\r\n'

/**
 * A connection as far as it is known where one request ends and the next begins: `fresh` before its first request, `asked` while a request
 * that was all of its packet is under way, `resting` between two, `lost` for good as soon as packets are not requests any more.
 */
interface Wire {
  at: 'fresh' | 'asked' | 'resting' | 'lost'
  /** The bytes of the request under way, a character each. */
  request: string
  /** What is to answer them from now on. */
  repeat?: Repeat | undefined
}

/**
 * Knows requests again by their bytes and answers them without having them parsed, which is half of what a kept answer costs. Stands
 * between a connection and Node's reader of HTTP, which gets the first request of each connection and all that is not known. Bytes are
 * looked up only where a request begins: what is a request's body to Node must never be a request here.
 */
export class RepeatedRequests {
  readonly #known = new LRUCache<string, Repeated>({ maxSize: rememberedBytes, maxEntrySize: largestEntry })
  readonly #wires = new WeakMap<Socket, Wire>()
  #server: Server | undefined

  /** Must be called once, before the server listens. */
  watch(server: Server): void {
    this.#server = server
    server.on('connection', (socket: Socket) => this.#standBefore(socket))
    server.prependListener('request', (request, response) => this.#follow(request, response))
  }

  /** Answers what has the bytes of this request by `repeat` once it has been answered, if its connection lets them be known. */
  remember({ socket }: IncomingMessage, repeat: Repeat): void {
    const wire = this.#wires.get(socket)
    if (wire?.at === 'asked') wire.repeat = repeat
  }

  #standBefore(socket: Socket): void {
    const [read, ...others] = socket.listeners('data') as ((packet: Buffer) => void)[]
    // Node's reader hears of packets by this event, alone. Were that to change, requests would all be read, which is right if slower.
    if (read === undefined || others.length > 0) return
    const wire: Wire = { at: 'fresh', request: '' }
    this.#wires.set(socket, wire)
    socket.off('data', read)
    socket.on('data', (packet: Buffer) => {
      const isBeginning = (wire.at === 'resting' || wire.at === 'fresh') && packet.length <= longestRequest
      const bytes = isBeginning ? packet.toString('latin1') : ''
      if (wire.at === 'resting' && isBeginning) {
        const answer = this.#answer(socket, bytes)
        if (answer !== undefined) {
          socket.write(answer)
          // Who has yet to take an answer is not idle: Node gives it as long as it takes, here it gets as long as a request.
          if (socket.writableLength > 0) socket.setTimeout(this.#server!.requestTimeout)
          release(packet)
          return
        }
      }
      // Until a request of just these bytes is heard of.
      wire.at = 'lost'
      wire.request = bytes
      read.call(socket, packet)
    })
  }

  /** Hears of a request while its packet is being read. */
  #follow(request: IncomingMessage, response: ServerResponse): void {
    const wire = this.#wires.get(request.socket)
    if (wire === undefined || !isWhole(request, wire.request)) return
    wire.at = 'asked'
    response.on('finish', () => {
      // Of one that is answered before its end, Node takes the next packet for the rest.
      if (wire.at === 'asked' && request.complete && response.shouldKeepAlive) {
        wire.at = 'resting'
        const sent = request.httpVersion === '1.1' ? wire.repeat?.() : undefined
        if (sent !== undefined) this.#know(wire.request, wire.repeat!, sent)
      }
      wire.request = ''
      wire.repeat = undefined
    })
  }

  /** Remembers the bytes of what is sent; too many are not even put together, and their request is not known any more. */
  #know(request: string, repeat: Repeat, sent: Outgoing): Buffer | undefined {
    if (lengthOf(sent.body) > largestEntry) {
      this.#known.delete(request)
      return undefined
    }
    const date = httpDate()
    const bytes = this.#bytesOf(sent, date)
    this.#known.set(request, { repeat, sent, date, bytes }, { size: request.length + bytes.length })
    return bytes
  }

  #answer(socket: Socket, request: string): Buffer | undefined {
    // Who takes no answers is left to Node, which then reads no more of them; so are those who come while the server stops.
    if (socket.writableLength > 0 || this.#server?.listening !== true) return undefined
    const known = this.#known.get(request)
    const sent = known?.repeat()
    if (known === undefined || sent === undefined) return undefined
    return known.sent === sent && known.date === httpDate() ? known.bytes : this.#know(request, known.repeat, sent)
  }

  /** What Node would send. */
  #bytesOf({ status, headers, body }: Outgoing, date: string): Buffer {
    const keepAlive = {
      Date: date,
      Connection: 'keep-alive',
      'Keep-Alive': `timeout=${Math.floor(this.#server!.keepAliveTimeout / 1000)}`,
    }
    const lines = Object.entries({ ...headers, ...keepAlive }).map(([name, value]) => `${name}: ${value}\r\n`)
    return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n`, 'latin1'), ...body])
  }
}

/** Whether these bytes are this request, from its first to its last. */
function isWhole({ headers }: IncomingMessage, bytes: string): boolean {
  const end = bytes.indexOf(endOfHead)
  // A client that expects something sends the rest when it has heard of it.
  if (end === -1 || headers['transfer-encoding'] !== undefined || headers.expect !== undefined) return false
  return bytes.length === end + endOfHead.length + Number(headers['content-length'] ?? 0)
}

/** Gives back a packet's memory now, where Node can (from 22 on): left to the garbage collector it costs a tenth of an answer. */
function release(packet: Buffer): void {
  const { buffer } = packet as { buffer: ArrayBuffer & { transfer?: (length: number) => void } }
  if (buffer.byteLength === packet.byteLength) buffer.transfer?.(0)
}

let second = 0
let date = ''

/** The time as HTTP writes it. */
function httpDate(): string {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second) {
    second = now
    date = new Date(now * 1000).toUTCString()
  }
  return date
}
