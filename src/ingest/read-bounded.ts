import type { Readable } from 'node:stream'

export class TooLargeError extends Error {
  override name = 'TooLargeError'
}

/** All bytes of a stream; gives up as soon as there are more than `limit`. */
export async function readBounded(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw new TooLargeError(`more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
