import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio/slim'
import MarkdownIt from 'markdown-it'
import { parseDocument } from '../../src/archive/parse-document.ts'
import { type BenchmarkRow, leastTimes } from './benchmark-row.ts'

const turns = 12

/** Reading and parsing whole documents against bare cheerio over htmlparser2 loading the HTML of the same documents, rendered before the clock starts. */
export function rows(folders: string[]): BenchmarkRow[] {
  const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  const markdown = new MarkdownIt('commonmark', { html: true }).enable(['table'])
  const pages = files.map((file) => markdown.render(readFileSync(file, 'utf8')))
  const least = leastTimes(
    {
      load: () => {
        for (const page of pages) load(page, { xml: { xmlMode: false, decodeEntities: true } }, false)
      },
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
