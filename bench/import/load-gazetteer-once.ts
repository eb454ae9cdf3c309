import { loadGazetteer } from '../../src/commands/load-gazetteer.ts'

// A process that loads the gazetteer, once, and says how long it took.
const [seeds, compiled] = process.argv.slice(2) as [string, string]
const before = process.cpuUsage()
await loadGazetteer(seeds, compiled)
const { user, system } = process.cpuUsage(before)
process.stdout.write(JSON.stringify((user + system) / 1000))
