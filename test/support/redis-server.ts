import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'

export interface RedisServer {
  url: string
  /** What is kept, by key. */
  entries: Map<string, Buffer>
  stop(): Promise<void>
}

/** As much of a Redis server as sharing answers takes: GET, SET, and OK to all else. */
export async function startRedisServer(): Promise<RedisServer> {
  const entries = new Map<string, Buffer>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let rest: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk])
      for (let command = readCommand(rest); command !== null; command = readCommand(rest)) {
        rest = rest.subarray(command.length)
        socket.write(answerCommand(command.parts, entries))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    entries,
    stop() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function answerCommand([name, key, value]: Buffer[], entries: Map<string, Buffer>): Buffer {
  switch (name?.toString().toUpperCase()) {
    case 'GET': {
      const entry = entries.get(key!.toString())
      return entry === undefined ? Buffer.from('$-1\r\n') : bulk(entry)
    }
    case 'SET':
      entries.set(key!.toString(), value!)
      return Buffer.from('+OK\r\n')
    case 'INFO':
      return bulk(Buffer.from('loading:0\r\n'))
    default:
      return Buffer.from('+OK\r\n')
  }
}

const bulk = (value: Buffer) => Buffer.concat([Buffer.from(`$${value.length}\r\n`), value, Buffer.from('\r\n')])

/** The first command of a stream: an array of texts with their lengths. Null for one that has not come whole. */
function readCommand(stream: Buffer): { parts: Buffer[]; length: number } | null {
  let at = 0
  const readNumber = (): number | null => {
    const end = stream.indexOf('\r\n', at)
    if (end === -1) return null
    const number = Number(stream.subarray(at + 1, end).toString())
    at = end + 2
    return number
  }
  const count = readNumber()
  if (count === null) return null
  const parts: Buffer[] = []
  for (let index = 0; index < count; index++) {
    const length = readNumber()
    if (length === null || stream.length < at + length + 2) return null
    parts.push(Buffer.from(stream.subarray(at, at + length)))
    at += length + 2
  }
  return { parts, length: at }
}
