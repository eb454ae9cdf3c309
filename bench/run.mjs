/*
 * Measures this server beside what users would otherwise pick, on the same rows of the same database: `npm run bench`.
 *
 *   (cd bench && npm ci) && npm run build && npm run bench -- [--articles 10000,100000,1000000] [--rounds 5] [--seconds 2] [--url postgresql://…]
 *
 * Prints one table and writes docs/bench/side-by-side.json and docs/bench/side-by-side.svg. Archives are generated once and kept in .interlinear-bench/;
 * with --url the database that is there is measured alone.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { withArchive } from './side-by-side/archives.mjs'
import { measureCached } from './side-by-side/cached.mjs'
import { drawChart } from './side-by-side/chart.mjs'
import { compare } from './side-by-side/compare.mjs'
import { measureGrowth } from './side-by-side/growth.mjs'
import { measureMemory } from './side-by-side/memory.mjs'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000,100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    requests: { type: 'string', default: '200000' },
    url: { type: 'string' },
    only: { type: 'string', default: 'compare,cached,growth,memory' },
  },
})
const parts = new Set(options.only.split(','))
const say = (line) => process.stderr.write(`${line}\n`)
const settings = { rounds: Number(options.rounds), roundMs: Number(options.seconds) * 1000, say }
const sizes = options.articles.split(',').map(Number)

const load = () => loadavg().map((value) => Number(value.toFixed(1)))
const result = {
  measuredAt: new Date().toISOString(),
  machine: { cores: availableParallelism(), loadBefore: load() },
  settings: { rounds: settings.rounds, secondsPerRound: settings.roundMs / 1000, connections: 8 },
}
const measure = async (name, work) => {
  if (!parts.has(name)) return
  say(`\n${name}`)
  result[name] = await work()
  console.table(result[name].map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))))
}
const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)

await withArchive(options.url, sizes[0], async (url) => {
  await measure('compare', () => compare(url, settings))
  await measure('cached', () => measureCached(url, settings))
  await measure('memory', () => measureMemory(url, { requests: Number(options.requests), say }))
})
if (options.url === undefined) await measure('growth', () => measureGrowth(sizes, settings))
result.machine.loadAfter = load()

await mkdir('docs/bench', { recursive: true })
await writeFile('docs/bench/side-by-side.json', `${JSON.stringify(result, null, 2)}\n`)
if (result.compare !== undefined) await writeFile('docs/bench/side-by-side.svg', drawChart(result.compare))
