import type { Readable } from 'node:stream'
import { parserVersion } from '../archive/parse-document.ts'
import type { Connection } from '../database/connect.ts'
import { vacuumChanged } from '../database/vacuum-changed.ts'
import type { Gazetteer } from '../entities/gazetteer/gazetteer.ts'
import type { TagNames } from '../entities/tagger/tagged-names.ts'
import { type BegunImport, beginImport, beginTrialImport, countImport } from '../modules/import/import.store.ts'
import { clearUnreadUnder, saveProblems } from '../modules/import/problem.store.ts'
import { settleSearchIndexes } from '../modules/search/search.store.ts'
import { Shelf } from '../text/shelf.ts'
import { type ArchiveWriter, withArchiveWriter } from './archive-writer.ts'
import { buildReport } from './build-report.ts'
import { completeArchive } from './complete-archive.ts'
import { type Discovery, discover, type Source } from './discover.ts'
import type { ImportReport } from './import-report.ts'
import { ImportRun } from './import-run.ts'
import { type PreparedDocument, prepareDocuments } from './prepare-documents.ts'
import { type ReadSource, readSources } from './read-sources.ts'
import { recogniseWaiting } from './recognise-waiting.ts'
import { storeBatch } from './store-batch.ts'
import { withSmallHeap } from './with-small-heap.ts'

/** Whichever comes first closes a batch; together they bound what is in memory at once. */
const defaultBatchSize = 300
const bytesPerBatch = 3 * 1024 * 1024

export interface ImportOptions {
  /** Files, folders, globs, `.zip`, `.tar`, `.tar.gz`; `-` for standard input. */
  paths: readonly string[]
  /** What relative paths are relative to; the process's own folder by default. */
  cwd?: string
  /** Read for `-`. */
  stdin?: Readable
  onProgress?: (progress: ImportProgress) => void
  /** Ends the import after the batch that is being written. What is reported as kept is kept. */
  signal?: AbortSignal
  /** Reads documents again that have not changed. */
  reparse?: boolean
  /** Writes nothing; the report says what would change. */
  dryRun?: boolean
  /** Asked about names that nothing else decides; null for none. */
  tagger?: TagNames | null
  /** Documents a transaction, at most. */
  batchSize?: number
}

export interface ImportProgress {
  pass: 'READING' | 'RECOGNISING'
  /** Documents in the first pass, articles in the second. */
  done: number
  total: number
  /** A batch is in the database now, and `done` of them for good; otherwise only the bar moves on. */
  isStored: boolean
  kept: number
  unchanged: number
  superseded: number
  rejected: number
}

/**
 * Brings an archive up to date with documents: reads those that are new or changed, stores them batch by batch, each in one
 * transaction, then finds the organisations of every article that waits for it. Doing it twice changes nothing. Killed at any
 * moment, it leaves only whole batches, and the next run goes on from there to the same end.
 *
 * Throws MissingPathError for a path that does not exist, ArchiveBusyError while another import runs, and what the database
 * throws when it fails; a document that cannot be kept is no error but a line of the report.
 */
export function importArchive(connection: Connection, gazetteer: Gazetteer, options: ImportOptions): Promise<ImportReport> {
  return withSmallHeap(() => bringIn(connection, gazetteer, options))
}

async function bringIn(connection: Connection, gazetteer: Gazetteer, options: ImportOptions): Promise<ImportReport> {
  const startedAt = performance.now()
  const discovery = await discover(options.paths, options.cwd)
  const isDryRun = options.dryRun ?? false
  return withArchiveWriter(connection.pool, isDryRun, async (writer) => {
    const begun = await beginRun(writer, isDryRun)
    const given = new Map(discovery.sources.map((source) => [source.file, source]))
    const { tagger = null, reparse: isReparse = false } = options
    const run = new ImportRun({ writer, ...begun, gazetteer, tagger, given, isReparse })
    await noteUnreadable(run, discovery)
    const database = isDryRun ? writer.client : connection.pool
    const skipped = await readAndStore(run, discovery.sources, database, options)
    // Copies that were overtaken by an article which is gone now: they are read as new, and one of them takes its place.
    const revived = discovery.sources.filter(
      // Standard input cannot be read twice.
      ({ file, place }) => run.forgotten.has(file) && run.tally.outcomes.get(file) === 'UNCHANGED' && place.kind !== 'STDIN',
    )
    if (!options.signal?.aborted) await readAndStore(run, revived, database, options)
    // Before names are looked for: recognition asks the index of words which articles have them.
    if (!options.signal?.aborted) await completeArchive(writer)
    const { read, waiting } = await recognise(run, options)
    const isAborted = options.signal?.aborted ?? false
    await writer.unit(async () => {
      const changes = isAborted ? 0 : await takeBackUnreadable(run, discovery)
      // Also after an import that was stopped: what is kept is found as fast as ever.
      await settleSearchIndexes(writer.client)
      await countImport(writer.client, run.importId, run.tally.counts, true)
      return { changes, result: undefined }
    })
    // What is stored stays stored, whatever comes of this.
    if (!isDryRun && !isAborted) await vacuumChanged(writer.client).catch(() => undefined)
    return buildReport(run, discovery, skipped, { recognised: read, waiting, isDryRun, isAborted, startedAt })
  })
}

function beginRun({ client, unit }: ArchiveWriter, isDryRun: boolean): Promise<BegunImport> {
  return unit(async () => ({ changes: 0, result: await (isDryRun ? beginTrialImport : beginImport)(client, parserVersion) }))
}

async function noteUnreadable(run: ImportRun, { problems }: Discovery): Promise<void> {
  await run.writer.unit(async () => {
    const rows = problems.map(({ file, problem }) => ({ file, ...problem }))
    const changes = await saveProblems(run.writer.client, run.importId, [...new Set(rows.map(({ file }) => file))], rows)
    return { changes, result: undefined }
  })
  for (const { file, problem } of problems) run.tally.addProblems(file, [problem])
}

/** What could not be read under these roots in earlier runs, and can be now or is no longer there, is no problem any more. */
function takeBackUnreadable(run: ImportRun, { roots, problems }: Discovery): Promise<number> {
  const rejected = [...run.tally.rejectedFiles.keys()]
  return clearUnreadUnder(run.writer.client, roots, [...problems.map(({ file }) => file), ...rejected])
}

/** Reads and parses one batch while the one before is written. Returns the files that turned out to be no documents. */
async function readAndStore(
  run: ImportRun,
  sources: readonly Source[],
  database: Parameters<typeof prepareDocuments>[1]['database'],
  { onProgress, signal, stdin, batchSize = defaultBatchSize }: ImportOptions,
): Promise<string[]> {
  const skipped: string[] = []
  let prepared = 0
  let stored = 0
  const tellProgress = (done: number, isStored: boolean): void => {
    const { kept, unchanged, superseded, rejected } = run.tally.counts
    onProgress?.({ pass: 'READING', done, total: sources.length, isStored, kept, unchanged, superseded, rejected })
  }
  const write = async (batch: readonly PreparedDocument[]): Promise<void> => {
    await storeBatch(run, batch)
    stored += batch.length
    tellProgress(stored, true)
  }
  let writing: Promise<void> = Promise.resolve()
  const files = new Shelf()
  // One for the batch that is prepared, one for that which is written.
  let shelves: [Shelf, Shelf] = [new Shelf(), new Shelf()]
  const read = readSources(sources, stdin, (bytes) => files.makeRoom(bytes))
  for await (const batch of inBatches(read, batchSize)) {
    if (signal?.aborted) break
    // In a dry run everything goes through one connection, one thing at a time.
    if (database === run.writer.client) await writing
    const [shelf, other] = shelves
    shelves = [other, shelf]
    shelf.clear()
    const documents = await prepareDocuments(
      batch,
      { gazetteer: run.gazetteer, given: run.given, isReparse: run.isReparse, texts: run.texts, shelf, database },
      signal,
      (done) => tellProgress(prepared + done, false),
    )
    files.clear()
    await writing
    if (signal?.aborted) break
    prepared += documents.length
    tellProgress(prepared, false)
    skipped.push(...documents.filter(({ kind }) => kind === 'SKIPPED').map(({ file }) => file))
    writing = write(documents)
    // Failures are met where the promise is awaited, after the next batch is prepared.
    writing.catch(() => undefined)
  }
  await writing
  return skipped
}

async function* inBatches(read: AsyncIterable<ReadSource>, batchSize: number): AsyncGenerator<ReadSource[]> {
  let batch: ReadSource[] = []
  let bytes = 0
  for await (const one of read) {
    batch.push(one)
    bytes += one.bytes?.length ?? 0
    if (batch.length >= batchSize || bytes >= bytesPerBatch) {
      yield batch
      batch = []
      bytes = 0
    }
  }
  if (batch.length > 0) yield batch
}

function recognise(
  run: ImportRun,
  { onProgress, signal, batchSize = defaultBatchSize }: ImportOptions,
): Promise<{ read: number; waiting: number }> {
  const tell = (done: number, total: number): void => {
    const { kept, unchanged, superseded, rejected } = run.tally.counts
    onProgress?.({ pass: 'RECOGNISING', done, total, isStored: true, kept, unchanged, superseded, rejected })
  }
  return recogniseWaiting(run, batchSize, tell, signal)
}
