import { connect } from 'node:net'

/**
 * Asks `url` with `body` over so many connections until `milliseconds` have passed, each connection as soon as it has its answer. A client as thin as
 * it can be, so that the server is what is measured. Resolves with the times of all requests in milliseconds; rejects for any answer but a whole 200.
 */
export async function load(url, body, { milliseconds, requests = Number.POSITIVE_INFINITY, sockets = 8 }) {
  const { hostname, port, pathname } = new URL(url)
  const head = `POST ${pathname} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`
  const message = Buffer.from(head + body)
  const times = []
  const startedAt = performance.now()
  let sent = 0
  await Promise.all(
    Array.from(
      { length: sockets },
      () =>
        new Promise((resolve, reject) => {
          const socket = connect(Number(port), hostname)
          socket.setNoDelay(true)
          let askedAt = 0
          let missing = -1
          let headers = ''
          const ask = () => {
            if (performance.now() - startedAt > milliseconds || sent >= requests) {
              socket.end()
              resolve()
              return
            }
            sent++
            missing = -1
            headers = ''
            askedAt = performance.now()
            socket.write(message)
          }
          socket.on('connect', ask)
          socket.on('error', reject)
          socket.on('data', (chunk) => {
            if (missing === -1) {
              headers += chunk.toString('latin1')
              const end = headers.indexOf('\r\n\r\n')
              if (end === -1) return
              const length = /\r\ncontent-length: (\d+)/i.exec(headers)
              if (!headers.startsWith('HTTP/1.1 200') || length === null) {
                reject(new Error(`No whole answer: ${headers.slice(0, 500)}`))
                socket.destroy()
                return
              }
              missing = Number(length[1]) - (headers.length - end - 4)
            } else {
              missing -= chunk.length
            }
            if (missing > 0) return
            times.push(performance.now() - askedAt)
            ask()
          })
        }),
    ),
  )
  return { times, seconds: (performance.now() - startedAt) / 1000 }
}

/** The time that so large a part of all requests did not take longer than. */
export function percentile(times, part) {
  const sorted = Float64Array.from(times).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
}

export const median = (values) => percentile(values, 0.5)
