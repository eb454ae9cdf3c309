import { readFileSync } from 'node:fs'
import { parseDocument } from '../../src/archive/parse-document.ts'
import { filesIn, loadPages, renderPages } from './bare-loading.ts'
import { type BenchmarkRow, leastTimes } from './benchmark-row.ts'

const turns = 12

/** Reading and parsing whole documents against bare cheerio over htmlparser2 loading the HTML of the same documents, rendered before the clock starts. */
export function rows(folders: string[]): BenchmarkRow[] {
  const files = filesIn(folders)
  const pages = renderPages(files)
  const least = leastTimes(
    {
      load: () => loadPages(pages),
      parse: () => {
        for (const file of files) parseDocument(readFileSync(file, 'utf8'), file)
      },
    },
    turns,
  )
  return [
    { name: `cheerio over htmlparser2 loads the HTML of ${files.length} documents`, value: least.load, unit: 'ms', limit: null },
    { name: 'the same documents read and parsed', value: least.parse, unit: 'ms', limit: null },
    { name: 'parsing against loading', value: least.parse / least.load, unit: 'ratio', limit: 3 },
  ]
}
