import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { pgSmartTags } from 'postgraphile/utils'
import { announce, connections, databaseUrl } from './peer.mjs'

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Orders over columns without an index are offered too: the operations need one.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  // An enum is no order by itself for PostGraphile; here it is what makes a name strong in an article.
  plugins: [
    // Prisma makes unique indexes, where PostGraphile looks for constraints.
    pgSmartTags({ kind: 'class', match: 'article', tags: { unique: 'slug' } }),
    pgSmartTags({ kind: 'class', match: 'organisation', tags: { unique: 'slug' } }),
    pgSmartTags({
      kind: 'attribute',
      match: 'article_organisation.strength',
      tags: { behavior: ['orderBy', 'attribute:orderBy'] },
    }),
  ],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ['public', 'bench'], poolConfig: { max: connections } })],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
})
const server = createServer()
await instance.createServ(grafserv).addTo(server)
await announce(server)
