import { readFileSync } from 'node:fs'
import { filesIn, loadPages } from './bare-loading.ts'
import { cpuTime } from './benchmark-row.ts'

// A process that loads the HTML files of one folder, once, and says how long it took: what a bare script spends on its first loading.
const [folder] = process.argv.slice(2) as [string]
const pages = filesIn([folder]).map((file) => readFileSync(file, 'utf8'))
process.stdout.write(JSON.stringify(cpuTime(() => loadPages(pages))))
