import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import yauzl from 'yauzl'
import type { DocumentProblem } from '../archive/parsed-article.ts'
import { readBounded, TooLargeError } from './read-bounded.ts'
import { reasonOf } from './walk-folder.ts'

const zipName = /\.zip$/i
const tarName = /\.(?:tar|tar\.gz|tgz)$/i

export const isArchive = (file: string): boolean => zipName.test(file) || tarName.test(file)

export interface Entry {
  /** Path inside the archive, with `/`. */
  name: string
  /** The bytes, unpacked; throws TooLargeError past `limit`, whatever the archive says of the size. Only until the next entry. */
  read(limit: number): Promise<Buffer>
}

/** The files of an archive, one after the other, in the archive's order: no more than one is unpacked at a time. */
export function readEntries(archive: string): AsyncGenerator<Entry> {
  return zipName.test(archive) ? readZip(archive) : readTar(archive)
}

/** Names every file of an archive. Returns what stopped it, if anything did; names found before that were told. */
export async function listArchive(archive: string, tell: (name: string) => void): Promise<DocumentProblem | null> {
  try {
    for await (const entry of readEntries(archive)) tell(entry.name)
    return null
  } catch (error) {
    const message = `The archive is damaged or cannot be read (${reasonOf(error)}): fetch it again; what stands before the damage is read.`
    return { severity: 'ERROR', code: 'DAMAGED_ARCHIVE', message, place: null }
  }
}

async function* readZip(archive: string): AsyncGenerator<Entry> {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true, autoClose: false })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      yield { name: entry.fileName, read: async (limit) => readBounded(await zip.openReadStreamPromise(entry), limit) }
    }
  } finally {
    zip.close()
  }
}

async function* readTar(archive: string): AsyncGenerator<Entry> {
  const file = createReadStream(archive)
  const extract = tar.extract()
  const streams: { destroy(error?: Error): void }[] = [file, extract]
  const fail = (error: Error) => extract.destroy(error)
  file.on('error', fail)
  let packed: Readable = file
  if (!/\.tar$/i.test(archive)) {
    const gunzip = createGunzip().on('error', fail)
    streams.push(gunzip)
    packed = file.pipe(gunzip)
  }
  packed.pipe(extract)
  try {
    for await (const entry of extract) {
      const { name, type, size = 0 } = entry.header
      if (type === 'file' || type === 'contiguous-file') {
        yield {
          name: name.replace(/^(?:\.\/)+/, ''),
          read: (limit) => {
            // Said before reading: an entry that is given up half-way takes the whole archive with it.
            if (size > limit) return Promise.reject(new TooLargeError())
            return readBounded(entry as unknown as Readable, limit)
          },
        }
      }
      entry.resume()
    }
  } finally {
    for (const stream of streams) stream.destroy()
  }
}
