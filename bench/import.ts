/**
 * How fast documents are taken in, as ratios within one run on one core: `npm run bench:import -- FOLDER…`. Each part of the import adds its rows from a
 * file of its own beside this one (`import/*.ts`): a module that exports `rows(folders)`.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchmarkRow } from './import/benchmark-row.ts'

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('usage: npm run bench:import -- FOLDER…   (folders of Markdown documents with credits)')
  process.exit(2)
}

const here = import.meta.dirname
const rows: BenchmarkRow[] = []
for (const file of readdirSync(join(here, 'import')).sort()) {
  if (!/-rows\.[jt]s$/.test(file)) continue
  const module = (await import(join(here, 'import', file))) as {
    rows(folders: string[]): BenchmarkRow[] | Promise<BenchmarkRow[]>
  }
  rows.push(...(await module.rows(folders)))
}
console.table(
  rows.map(({ name, value, unit, limit }) => ({
    measured: name,
    value: Number(value.toPrecision(3)),
    unit,
    limit: limit ?? '',
    holds: limit === null ? '' : value <= limit ? 'yes' : 'NO',
  })),
)
if (rows.some(({ value, limit }) => limit !== null && value > limit)) process.exitCode = 1
