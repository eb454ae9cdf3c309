/*
 * Measures this server beside what users would otherwise pick, on the same rows of the same database: `npm run bench`.
 *
 *   (cd bench && npm ci) && npm run build && npm run bench -- [--only compare,cached,aliases,memory] [--rounds 5] [--seconds 1] [--url postgresql://…]
 *   npm run bench -- --only growth --articles 10000,100000,1000000
 *
 * compare, cached, aliases and memory take about ten minutes together, and are what runs without `--only`; growth takes four, once its
 * archives are made (see generate-articles.mjs). Prints tables and puts what was measured
 * into docs/bench/side-by-side.json (other parts stay as they were) and docs/bench/side-by-side.svg. Archives are generated once and kept in
 * .interlinear-bench/, or in the folder --archives; with --url the database that is there is measured alone.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { measureAliases } from './side-by-side/aliases.mjs'
import { withArchive } from './side-by-side/archives.mjs'
import { measureCached } from './side-by-side/cached.mjs'
import { drawChart } from './side-by-side/chart.mjs'
import { compare } from './side-by-side/compare.mjs'
import { measureGrowth } from './side-by-side/growth.mjs'
import { measureMemory } from './side-by-side/memory.mjs'
import { cachedRatios, compareRatios } from './side-by-side/ratios.mjs'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    requests: { type: 'string', default: '200000' },
    url: { type: 'string' },
    archives: { type: 'string', default: '.interlinear-bench' },
    only: { type: 'string', default: 'compare,cached,aliases,memory' },
  },
})
const parts = new Set(options.only.split(','))
const say = (line) => process.stderr.write(`${line}\n`)
const settings = { rounds: Number(options.rounds), roundMs: Number(options.seconds) * 1000, archives: options.archives, say }
const sizes = options.articles.split(',').map(Number)
const folder = 'docs/bench'
const file = `${folder}/side-by-side.json`

const known = await readFile(file, 'utf8').then(JSON.parse, () => ({}))
const loads = () => loadavg().map((value) => Number(value.toFixed(1)))
const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)
const show = (rows) =>
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))))

async function measure(name, work, ratiosOf) {
  if (!parts.has(name)) return
  say(`\n${name}`)
  const measuredAt = new Date().toISOString()
  const loadBefore = loads()
  const rows = await work()
  const ratios = ratiosOf?.(rows)
  known[name] = {
    measuredAt,
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loads() },
    settings: { rounds: settings.rounds, secondsPerRound: settings.roundMs / 1000, connections: 8 },
    rows,
    ...(ratios === undefined ? {} : { ratios }),
  }
  show(rows)
  if (ratios !== undefined) show(ratios)
  await mkdir(folder, { recursive: true })
  await writeFile(file, `${JSON.stringify(known, null, 2)}\n`)
  if (name === 'compare') await writeFile(`${folder}/side-by-side.svg`, drawChart(rows))
}

if (['compare', 'cached', 'aliases', 'memory'].some((name) => parts.has(name))) {
  const measureAll = async (url) => {
    await measure('compare', () => compare(url, settings), compareRatios)
    await measure('cached', () => measureCached(url, settings), cachedRatios)
    await measure('aliases', () => measureAliases(url, settings))
    await measure('memory', () => measureMemory(url, { requests: Number(options.requests), say }))
  }
  await (options.url === undefined ? withArchive(options.archives, sizes[0], measureAll) : measureAll(options.url))
}
if (options.url === undefined) await measure('growth', () => measureGrowth(sizes, settings))
