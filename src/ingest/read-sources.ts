import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { DocumentProblem } from '../archive/parsed-article.ts'
import { readEntries } from './archive-entries.ts'
import type { Place, Source } from './discover.ts'
import { readBounded, TooLargeError } from './read-bounded.ts'
import { reasonOf } from './walk-folder.ts'

/** Larger than any article by far; what is larger is not taken into memory at all. */
export const maxBytes = 10 * 1024 * 1024

export type ReadSource =
  | { source: Source; bytes: Buffer; problem: null }
  | { source: Source; bytes: null; problem: DocumentProblem }

type MakeRoom = (bytes: number) => Buffer

/**
 * The bytes of each source, or why there are none. Every source comes out once; those of one archive in the archive's order. `makeRoom`
 * gives the memory that a file is read into.
 */
export async function* readSources(
  sources: readonly Source[],
  stdin: Readable = process.stdin,
  makeRoom: MakeRoom = Buffer.allocUnsafeSlow,
): AsyncGenerator<ReadSource> {
  let at = 0
  while (at < sources.length) {
    const { place } = sources[at]!
    if (place.kind === 'ARCHIVE') {
      const end = endOfRun(sources, at, place)
      yield* readFromArchive(place.path, sources.slice(at, end))
      at = end
    } else {
      const source = sources[at]!
      yield await attempt(source, () => (place.kind === 'STDIN' ? readBounded(stdin, maxBytes) : readFile(source, makeRoom)))
      at += 1
    }
  }
}

function endOfRun(sources: readonly Source[], start: number, place: Place): number {
  const length = sources.slice(start).findIndex((source) => source.place !== place)
  return length === -1 ? sources.length : start + length
}

async function* readFromArchive(archive: string, sources: readonly Source[]): AsyncGenerator<ReadSource> {
  const wanted = new Map(sources.map((source) => [source.name, source]))
  try {
    for await (const entry of readEntries(archive)) {
      const source = wanted.get(entry.name)
      if (source === undefined) continue
      wanted.delete(entry.name)
      yield await attempt(source, () => entry.read(maxBytes))
    }
  } catch {
    // The damage was told when the archive was listed; what lies behind it follows here.
  }
  for (const source of wanted.values()) yield { source, bytes: null, problem: vanished }
}

/** At once: handing small files to other threads takes several times as long as reading them. */
function readFile({ place, name }: Source, makeRoom: MakeRoom): Buffer {
  // Where something else than a file stands now, do not wait for it to speak.
  const file = openSync(path.join(place.path, name), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const { size } = fstatSync(file)
    if (size > maxBytes) throw new TooLargeError()
    // Empty, or something that has no size.
    if (size === 0) return readFileSync(file)
    const bytes = makeRoom(size)
    let end = 0
    for (let read = 1; read > 0 && end < size; end += read) read = readSync(file, bytes, end, size - end, null)
    return bytes.subarray(0, end)
  } finally {
    closeSync(file)
  }
}

async function attempt(source: Source, read: () => Buffer | Promise<Buffer>): Promise<ReadSource> {
  try {
    return { source, bytes: await read(), problem: null }
  } catch (error) {
    return { source, bytes: null, problem: problemOf(error, source.place.kind === 'ARCHIVE') }
  }
}

const vanished: DocumentProblem = {
  severity: 'ERROR',
  code: 'VANISHED_FILE',
  message: 'The file was there when the import began and is gone now: run the import again if it should come back.',
  place: null,
}

function problemOf(error: unknown, isArchived: boolean): DocumentProblem {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return vanished
  if (error instanceof TooLargeError) {
    const message = `The file is larger than ${maxBytes / 1024 / 1024} MB, more than any article: split it, or leave it out of the import.`
    return { severity: 'ERROR', code: 'TOO_LARGE', message, place: null }
  }
  const advice = isArchived ? 'fetch the archive again' : 'give yourself leave to read it'
  const message = `The file cannot be read (${reasonOf(error)}): ${advice}, or leave it out of the import.`
  return { severity: 'ERROR', code: 'UNREADABLE_FILE', message, place: null }
}
