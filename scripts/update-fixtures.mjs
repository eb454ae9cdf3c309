/**
 * Writes what the built parser makes of every fixture as its expected file: npm run fixtures:update [NAME…]. Look at the difference before committing it.
 * Never under CI: there the expected files judge the parser, not the other way round.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '../dist/archive/parse-document.js'

if (process.env.CI) {
  console.error('fixtures:update does not run under CI: run it at your desk and commit the files.')
  process.exit(1)
}
const folder = join(import.meta.dirname, '../test/fixtures/archive')
const wanted = process.argv.slice(2)
for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue
  const parsed = parseDocument(readFileSync(join(folder, name), 'utf8'), `fixtures/${name}`)
  writeFileSync(join(folder, name.replace(/\.md$/, '.json')), `${JSON.stringify(parsed, null, 2)}\n`)
  console.log(`${name}: ${parsed.article === null ? 'not kept' : `${parsed.article.blocks.length} blocks`}`)
}
