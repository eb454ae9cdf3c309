import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { startEmbeddedPostgres } from '../../dist/database/embedded.js'

/** Lends the database at `url`, or a generated archive of so many articles, which is made once and kept as long as its tables are up to date. */
export async function withArchive(url, articles, use) {
  if (url !== undefined) return use(url)
  const folder = path.resolve('.interlinear-bench', String(articles))
  const isWhole = path.join(folder, 'whole')
  const tables = (await readdir('prisma/migrations')).sort().join('\n')
  if ((await readFile(isWhole, 'utf8').catch(() => null)) !== tables) {
    await rm(folder, { recursive: true, force: true })
    const generator = path.resolve(import.meta.dirname, '..', 'generate-articles.mjs')
    await promisify(execFile)(process.execPath, [generator, '--articles', String(articles), '--data', folder], { maxBuffer: 1e8 })
    await writeFile(isWhole, tables)
  }
  const server = await startEmbeddedPostgres(folder, { isDurable: false })
  try {
    return await use(server.url)
  } finally {
    await server.stop()
  }
}
