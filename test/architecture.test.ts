import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { globSync } from 'tinyglobby'

/** Which folder of `src` may import which. `modules/*.store` stands for the writes that ingest calls. */
const mayImport: Record<string, string[]> = {
  text: [],
  graphql: [],
  database: [],
  archive: ['text'],
  entities: ['text'],
  modules: ['graphql', 'database', 'text'],
  ingest: ['archive', 'entities', 'modules/*.store', 'database', 'text'],
  server: ['modules', 'graphql', 'database'],
}

const imports = globSync('src/*/**/*.ts', { ignore: 'src/database/generated/**' }).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map((match) => ({
    file,
    to: new URL(match[1]!, `file:///${file}`).pathname.slice(1),
  })),
)

const folderOf = (path: string): string =>
  path.endsWith('.store.ts') && path.startsWith('src/modules/') ? 'modules/*.store' : path.split('/')[1]!

describe('each folder imports only what the table allows', () => {
  test.each(Object.keys(mayImport))('%s', (folder) => {
    const allowed = new Set([folder, ...mayImport[folder]!, ...(folder === 'modules' ? ['modules/*.store'] : [])])
    const strays = imports.filter(({ file, to }) => file.split('/')[1] === folder && !allowed.has(folderOf(to)))
    expect(strays).toEqual([])
  })
})
