import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { TagNames } from '../entities/tagger/tagged-names.ts'
import { findDocuments } from '../modules/import/document.store.ts'
import { readEntries } from './archive-entries.ts'
import type { ArchiveWriter } from './archive-writer.ts'
import type { Source } from './discover.ts'
import { ImportTally } from './import-report.ts'
import { KeptTexts } from './kept-texts.ts'
import { hashOf, isUnchanged } from './prepare-documents.ts'
import { maxBytes } from './read-sources.ts'

/** One import as it goes on. */
export class ImportRun {
  readonly tally = new ImportTally()
  /** Of files that were overtaken: the file whose copy stands. */
  readonly overtakers = new Map<string, string>()
  /** For articles whose text this run changed: the organisations that the old text named. */
  readonly organisationsBefore = new Map<string, string[]>()
  /** Files of which nothing is remembered any more, because the article that overtook them is gone: to be read as new. */
  readonly forgotten = new Set<string>()
  readonly writer: ArchiveWriter
  readonly importId: string
  readonly startedAt: Date
  readonly gazetteer: Gazetteer
  readonly tagger: TagNames | null
  readonly given: ReadonlyMap<string, Source>
  readonly isReparse: boolean
  readonly texts = new KeptTexts()
  readonly #archiveHashes = new Map<string, Map<string, string>>()

  constructor(start: {
    writer: ArchiveWriter
    importId: string
    startedAt: Date
    gazetteer: Gazetteer
    tagger: TagNames | null
    given: ReadonlyMap<string, Source>
    isReparse: boolean
  }) {
    this.writer = start.writer
    this.importId = start.importId
    this.startedAt = start.startedAt
    this.gazetteer = start.gazetteer
    this.tagger = start.tagger
    this.given = start.given
    this.isReparse = start.isReparse
  }

  /**
   * Whether the article that is stored from this file competes with copies that come now: this run holds the file, and has read it
   * or will find it unchanged. A file that has changed comes up itself, and competes then with what it says then.
   */
  async competes(file: string): Promise<boolean> {
    const source = this.given.get(file)
    if (source === undefined) return false
    const outcome = this.tally.outcomes.get(file)
    if (outcome !== undefined) return outcome !== 'REJECTED'
    const [known] = await findDocuments(this.writer.client, [file], [])
    if (known === undefined || known.state !== 'KEPT') return false
    const hash = await this.#hashOf(source)
    return hash !== null && isUnchanged(known, hash, this.isReparse)
  }

  /** Whether the article that is stored from this file was not in the archive before this run. */
  isNew(sourceFile: string): boolean {
    return this.tally.outcomes.get(sourceFile) === 'NEW'
  }

  async #hashOf({ place, name }: Source): Promise<string | null> {
    if (place.kind === 'STDIN') return null
    try {
      if (place.kind === 'FOLDER') return hashOf(await readFile(path.join(place.path, name)))
      return (await this.#hashArchive(place.path)).get(name) ?? null
    } catch {
      // It will be reported when its turn comes.
      return null
    }
  }

  async #hashArchive(archive: string): Promise<Map<string, string>> {
    const known = this.#archiveHashes.get(archive)
    if (known !== undefined) return known
    const hashes = new Map<string, string>()
    for await (const entry of readEntries(archive)) {
      const bytes = await entry.read(maxBytes).catch(() => null)
      if (bytes !== null) hashes.set(entry.name, hashOf(bytes))
    }
    this.#archiveHashes.set(archive, hashes)
    return hashes
  }
}
