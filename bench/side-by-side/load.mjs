import { connect } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')

/**
 * Opens a connection that asks `url` for `body` as often as it is told to, once it has the answer before. A client as thin as it can be, so that
 * the server is what is measured: answers are read into one buffer, and only their heads are looked at. Resolves when it is open; `fail` is
 * called for any answer but a whole 200.
 */
function openConnection(url, body, fail) {
  const { hostname, port, pathname } = new URL(url)
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  const message = Buffer.from(head + body)
  let askedAt = 0
  let answered
  /** Bytes of the answer that are not there yet; -1 before its head is. */
  let missing = -1
  let begun = ''
  const socket = connect({
    port: Number(port),
    host: hostname,
    noDelay: true,
    onread: {
      buffer: Buffer.allocUnsafe(64 * 1024),
      callback(size, buffer) {
        missing = missing === -1 ? missingAfter(buffer.subarray(0, size)) : missing - size
        if (missing === 0) answered(performance.now() - askedAt)
        return true
      },
    },
  })
  const missingAfter = (bytes) => {
    const end = bytes.indexOf(endOfHead)
    if (end === -1) {
      begun += bytes.latin1Slice()
      return -1
    }
    const answer = begun + bytes.latin1Slice(0, end + 2)
    begun = ''
    const length = /\r\ncontent-length: (\d+)\r/i.exec(answer)
    if (answer.startsWith('HTTP/1.1 200') && length !== null) return Number(length[1]) - (bytes.length - end - 4)
    fail(new Error(`No whole answer: ${answer}`))
    socket.destroy()
    return -1
  }
  socket.on('error', fail)
  const connection = {
    /** Calls `then` with the milliseconds that the answer took. */
    ask(then) {
      missing = -1
      answered = then
      askedAt = performance.now()
      socket.write(message)
    },
    close: () => socket.end(),
  }
  return new Promise((resolve) => socket.on('connect', () => resolve(connection)))
}

/**
 * Asks `url` for `body` over so many connections until `milliseconds` have passed, each connection as soon as it has its answer. Resolves with the
 * times of all requests in milliseconds.
 */
export async function load(url, body, { milliseconds, requests = Number.POSITIVE_INFINITY, sockets = 8 }) {
  const times = []
  const usageBefore = process.cpuUsage()
  const startedAt = performance.now()
  let sent = 0
  const askAgainAndAgain = async (resolve, reject) => {
    const connection = await openConnection(url, body, reject)
    const askNext = () => {
      if (performance.now() - startedAt > milliseconds || sent >= requests) {
        connection.close()
        resolve()
        return
      }
      sent++
      connection.ask((time) => {
        times.push(time)
        askNext()
      })
    }
    askNext()
  }
  await Promise.all(Array.from({ length: sockets }, () => new Promise(askAgainAndAgain)))
  const { user, system } = process.cpuUsage(usageBefore)
  return { times, seconds: (performance.now() - startedAt) / 1000, clientCpuSeconds: (user + system) / 1e6 }
}

/**
 * Asks several servers in turn, one request at a time, until each was asked so often or `milliseconds` have passed: what else the machine does
 * meets all of them alike. Resolves with the times of each.
 */
export function loadInTurns(asked, { requests, milliseconds }) {
  return new Promise((resolve, reject) => {
    const opened = asked.map(({ url, body }) => openConnection(url, body, reject))
    Promise.all(opened).then((connections) => {
      const times = connections.map(() => [])
      const startedAt = performance.now()
      const askFrom = (at) => {
        const isOver = times.at(-1).length >= requests || performance.now() - startedAt > milliseconds
        if (at === 0 && isOver) {
          for (const connection of connections) connection.close()
          resolve(times)
          return
        }
        connections[at].ask((time) => {
          times[at].push(time)
          askFrom((at + 1) % connections.length)
        })
      }
      askFrom(0)
    }, reject)
  })
}

/** The time that so large a part of all requests did not take longer than. */
export function percentile(times, part) {
  const sorted = Float64Array.from(times).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export const median = (values) => percentile(values, 0.5)
