import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@jest/globals'
import { globSync } from 'tinyglobby'

const documents = globSync(['*.md', 'docs/**/*.md', 'seeds/*.md'])
const files = globSync(['{src,test,bench,scripts,docs,schema,prisma,seeds}/**'], { ignore: ['**/node_modules/**'] })
/** What docs/adding-a-publisher.md writes. */
const toBeWritten = /river-daily/

test.each(documents)('%s leads to files that are there', (document) => {
  const text = readFileSync(document, 'utf8')
  const links = [...text.replace(/`[^`\n]*`/g, '').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link]) => link!)
  expect(links.filter((link) => !existsSync(path.join(path.dirname(document), link)))).toEqual([])
  const named = [...text.matchAll(/`((?:[\w-]+\/)*[\w-][\w.-]*\.(?:ts|mjs|md|json|prisma))`/g)].map(([, file]) => file!)
  const isThere = (name: string) => files.some((file) => `/${file}`.endsWith(`/${name}`))
  expect(named.filter((name) => !isThere(name) && !toBeWritten.test(name))).toEqual([])
})
