import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'cheerio/slim'
import MarkdownIt from 'markdown-it'
import pg from 'pg'
import { connect } from '../../src/database/connect.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { type BenchmarkRow, leastTimes } from './benchmark-row.ts'

const root = join(import.meta.dirname, '../../../..')
const migrations = join(root, 'prisma/migrations')
const turns = 3
const [few, many] = [1_000, Number(process.env['BENCH_DOCUMENTS'] ?? 20_000)] as const

/** The whole import, recognition and writing included, and how much memory it takes, with a PostgreSQL of its own. */
export async function rows(folders: string[]): Promise<BenchmarkRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'interlinear-bench-'))
  const postgres = await startEmbeddedPostgres(join(scratch, 'data'))
  try {
    return [...(await measureTime(folders, postgres)), ...measureMemory(folders, scratch, postgres)]
  } finally {
    await postgres.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function measureTime(folders: string[], postgres: EmbeddedPostgres): Promise<BenchmarkRow[]> {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table'])
  const pages = files.map((file) => markdown.render(readFileSync(file, 'utf8')))
  const loadPages = (): void => {
    for (const page of pages) load(page, { xml: { xmlMode: false, decodeEntities: true } }, false)
  }
  const bare = leastTimes({ load: loadPages }, 12).load
  const gazetteer = createGazetteer(JSON.parse(readFileSync(join(root, 'seeds/organisations.json'), 'utf8')) as GazetteerEntry[])
  const spent: { node: number; postgres: number; again: number }[] = []
  for (let turn = 0; turn < turns; turn++) {
    const url = await createDatabase(postgres.url, `time_${turn}`)
    const connection = connect(url)
    await migrate(connection, { folder: migrations })
    const before = processorTime(postgres.folder)
    await importArchive(connection, gazetteer, { paths: folders })
    const between = processorTime(postgres.folder)
    await importArchive(connection, gazetteer, { paths: folders })
    const after = processorTime(postgres.folder)
    spent.push({
      node: between.node - before.node,
      postgres: between.postgres - before.postgres,
      again: after.node + after.postgres - between.node - between.postgres,
    })
    await connection.close()
  }
  const best = spent.sort((a, b) => a.node + a.postgres - b.node - b.postgres)[0]!
  return [
    { name: `import of ${files.length} documents: Node`, value: best.node, unit: 'ms', limit: null },
    { name: 'import: PostgreSQL', value: best.postgres, unit: 'ms', limit: null },
    { name: 'import against loading', value: (best.node + best.postgres) / bare, unit: 'ratio', limit: 10 },
    { name: 'import of unchanged documents against loading', value: best.again / bare, unit: 'ratio', limit: null },
  ]
}

/** Processor time in milliseconds since they started: of this process, and (on Linux) of the server that runs in `folder`. */
function processorTime(folder: string): { node: number; postgres: number } {
  const { user, system } = process.cpuUsage()
  return { node: (user + system) / 1000, postgres: process.platform === 'linux' ? serverTime(folder) : 0 }
}

function serverTime(folder: string): number {
  const [postmaster] = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  let ticks = 0
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // Behind the name, which may hold anything: state, parent, … user, system, and the same of children that have ended.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (pid === postmaster) ticks += Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])
      else if (fields[1] === postmaster) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended while we looked.
    }
  }
  return ticks * 10
}

/** Peak memory of a process that imports few documents and of one that imports many, made by repeating these with changed URLs. */
function measureMemory(folders: string[], scratch: string, postgres: EmbeddedPostgres): BenchmarkRow[] {
  const texts = folders.flatMap((folder) => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')))
  const peaks = [few, many].map((count, turn) => {
    const folder = join(scratch, `documents-${count}`)
    for (let number = 0; number < count; number++) {
      const copy = Math.floor(number / texts.length)
      if (number % texts.length === 0) mkdirSync(join(folder, String(copy)), { recursive: true })
      const changed = texts[number % texts.length]!.replace(
        /https?:\/\/[^\s)\]"'<>]+/g,
        (url) => `${url}${url.includes('?') ? '&' : '?'}copy=${copy}`,
      )
      writeFileSync(join(folder, String(copy), `${number}.md`), changed)
    }
    const output = execFileSync(
      process.execPath,
      [join(import.meta.dirname, 'import-once.js'), postgres.url, `memory_${turn}`, folder],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    rmSync(folder, { recursive: true, force: true })
    return JSON.parse(output) as { megabytes: number; documents: number; seconds: number }
  })
  const [least, most] = peaks as [(typeof peaks)[0], (typeof peaks)[0]]
  return [
    { name: `peak memory, ${least.documents} documents`, value: least.megabytes, unit: 'MB', limit: 300 },
    { name: `peak memory, ${most.documents} documents`, value: most.megabytes, unit: 'MB', limit: 300 },
    { name: 'peak memory, many against few', value: most.megabytes / least.megabytes, unit: 'ratio', limit: 1.15 },
    {
      name: `time a document, ${most.documents} against ${least.documents}`,
      value: most.seconds / most.documents / (least.seconds / least.documents),
      unit: 'ratio',
      limit: null,
    },
  ]
}

export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
