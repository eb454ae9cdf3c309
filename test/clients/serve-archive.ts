import { startServer } from '../../src/server/start-server.ts'
import { buildArchive } from '../support/archive-builder.ts'
import { createTestDatabase } from '../support/database.ts'

export const articleCount = 25

/** A real server over an archive of 25 articles, all of which name 谷歌, newest last. */
export async function serveArchive(): Promise<{ url: string; stop(): Promise<void> }> {
  const database = await createTestDatabase()
  await buildArchive(database.connection.pool, {
    organisations: [{ name: '谷歌', slug: 'google', aliases: ['Google'] }],
    articles: Array.from({ length: articleCount }, (_, index) => ({
      slug: `article-${index}`,
      title: `第${index}篇`,
      publishedAt: new Date(Date.UTC(2020, 0, 1 + index)).toISOString(),
      organisations: { 谷歌: 1 },
      translators: [index % 2 === 0 ? '何黎' : '沈若琳'],
    })),
  })
  const server = await startServer({ connection: database.connection, port: 0, host: '127.0.0.1', log: () => undefined })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await database.drop()
    },
  }
}
