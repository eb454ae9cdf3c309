import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { filesIn, loadPages, renderPages } from './bare-loading.ts'
import { type BenchmarkRow, cpuTime } from './benchmark-row.ts'
import { createFreshArchive, loadGazetteer } from './fresh-archive.ts'
import { importOnce, inOwnProcess } from './in-own-process.ts'
import { type ProcessorTime, sumOf, timeOf } from './processor-time.ts'

const pairs = 5
const turns = 8
const limit = 10

/**
 * The whole import, recognition and writing included, against bare loading of the same documents' HTML: like against like. Both for the
 * first time in a process of its own, where V8 compiles all that runs, as a user's import and a bare script do; and both in one process that
 * has done it before. Each import goes into an archive of its own, in a PostgreSQL of its own.
 */
export async function rows(folders: string[]): Promise<BenchmarkRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-'))
  const postgres = await startEmbeddedPostgres(join(scratch, 'data'))
  try {
    const files = filesIn(folders)
    const pages = renderPages(files)
    const html = join(scratch, 'html')
    mkdirSync(html)
    for (const [index, page] of pages.entries()) writeFileSync(join(html, `${index}.html`), page)
    return [...measureFirst(folders, html, postgres), ...(await measureWarm(folders, pages, postgres))]
  } finally {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

interface Pair {
  loading: number
  import: ProcessorTime
}

/** Processes of their own by turns. */
function measureFirst(folders: string[], html: string, postgres: EmbeddedPostgres): BenchmarkRow[] {
  const bare: Pair[] = []
  const tagged: Pair[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const loading = inOwnProcess<number>('load-once.js', [html])
    bare.push({ loading, import: importOnce(postgres, `first_${pair}`, 'lists', folders).time })
    tagged.push({ loading, import: importOnce(postgres, `tagged_${pair}`, 'tagger', folders).time })
  }
  return [
    ...rowsOf('first in a process', middle(bare)),
    { name: 'the same with the tagger: import against loading', value: ratio(middle(tagged)), unit: 'ratio', limit: null },
  ]
}

/** In one process, by turns; the first of each is left out. */
async function measureWarm(folders: string[], pages: string[], postgres: EmbeddedPostgres): Promise<BenchmarkRow[]> {
  const gazetteer = loadGazetteer()
  const measured: Pair[] = []
  const again: Pair[] = []
  for (let turn = 0; turn <= turns; turn++) {
    const loading = cpuTime(() => loadPages(pages))
    const archive = await createFreshArchive(postgres.url, `warm_${turn}`, gazetteer)
    measured.push({ loading, import: await timeOf(postgres.folder, () => archive.import(folders)) })
    again.push({ loading, import: await timeOf(postgres.folder, () => archive.import(folders)) })
    await archive.close()
  }
  return [
    ...rowsOf('warm', middle(measured.slice(1))),
    {
      name: 'warm: import of unchanged documents against loading',
      value: ratio(middle(again.slice(1))),
      unit: 'ratio',
      limit: null,
    },
  ]
}

function rowsOf(state: string, pair: Pair): BenchmarkRow[] {
  const { main, helpers, postgres } = pair.import
  const inMs = { unit: 'ms', limit: null }
  return [
    { name: `${state}: bare loading`, value: pair.loading, ...inMs },
    { name: `${state}: import, Node's main thread`, value: main, ...inMs },
    { name: `${state}: import, Node's other threads`, value: helpers, ...inMs },
    { name: `${state}: import, PostgreSQL`, value: postgres, ...inMs },
    { name: `${state}: import against loading`, value: ratio(pair), unit: 'ratio', limit },
  ]
}

const ratio = (pair: Pair): number => sumOf(pair.import) / pair.loading
/** The pair in the middle by its ratio: what else the machine did in one of them, and whether the collector just came, is left out. */
const middle = (measured: readonly Pair[]): Pair =>
  measured.toSorted((one, other) => ratio(one) - ratio(other))[measured.length >> 1]!
