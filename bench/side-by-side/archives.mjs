import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { connect } from '../../dist/database/connect.js'
import { startEmbeddedPostgres } from '../../dist/database/embedded.js'
import { migrate } from '../../dist/database/migrate.js'

/**
 * Lends a generated archive of so many articles. It is made once and kept in `archives`: the tables of one that was made before are
 * brought up to date as any archive's are.
 */
export async function withArchive(archives, articles, use) {
  const folder = path.resolve(archives, String(articles))
  const isWhole = path.join(folder, 'whole')
  if (!existsSync(isWhole)) {
    await rm(folder, { recursive: true, force: true })
    const generator = path.resolve(import.meta.dirname, '..', 'generate-articles.mjs')
    await promisify(execFile)(process.execPath, [generator, '--articles', String(articles), '--data', folder], { maxBuffer: 1e8 })
    await writeFile(isWhole, '')
  }
  const server = await startEmbeddedPostgres(folder, { isDurable: false })
  try {
    const connection = connect(server.url)
    await migrate(connection).finally(() => connection.close())
    return await use(server.url)
  } finally {
    await server.stop()
  }
}
