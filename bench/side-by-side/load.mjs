import { connect } from 'node:net'

const endOfHead = Buffer.from('\r\n\r\n')

/**
 * Asks `url` with `body` over so many connections until `milliseconds` have passed, each connection as soon as it has its answer. A client as thin as
 * it can be, so that the server is what is measured: answers are read into one buffer for each connection, and only their heads are looked at.
 * Resolves with the times of all requests in milliseconds; rejects for any answer but a whole 200.
 */
export async function load(url, body, { milliseconds, requests = Number.POSITIVE_INFINITY, sockets = 8 }) {
  const { hostname, port, pathname } = new URL(url)
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  const message = Buffer.from(head + body)
  const times = []
  const usageBefore = process.cpuUsage()
  const startedAt = performance.now()
  let sent = 0
  const askAgainAndAgain = (resolve, reject) => {
    let askedAt = 0
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
          if (missing === 0) {
            times.push(performance.now() - askedAt)
            ask()
          }
          return true
        },
      },
    })
    const ask = () => {
      if (performance.now() - startedAt > milliseconds || sent >= requests) {
        socket.end()
        resolve()
        return
      }
      sent++
      missing = -1
      askedAt = performance.now()
      socket.write(message)
    }
    const missingAfter = (bytes) => {
      const end = bytes.indexOf(endOfHead)
      if (end === -1) {
        begun += bytes.latin1Slice()
        return -1
      }
      const answered = begun + bytes.latin1Slice(0, end + 2)
      begun = ''
      const length = /\r\ncontent-length: (\d+)\r/i.exec(answered)
      if (answered.startsWith('HTTP/1.1 200') && length !== null) return Number(length[1]) - (bytes.length - end - 4)
      reject(new Error(`No whole answer: ${answered}`))
      socket.destroy()
      return -1
    }
    socket.on('connect', ask)
    socket.on('error', reject)
  }
  await Promise.all(Array.from({ length: sockets }, () => new Promise(askAgainAndAgain)))
  const { user, system } = process.cpuUsage(usageBefore)
  return { times, seconds: (performance.now() - startedAt) / 1000, clientCpuSeconds: (user + system) / 1e6 }
}

/** The time that so large a part of all requests did not take longer than. */
export function percentile(times, part) {
  const sorted = Float64Array.from(times).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export const median = (values) => percentile(values, 0.5)
