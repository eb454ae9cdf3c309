/*
 * How long searches take in the archive of bench/generate-articles.mjs: queries of one to six characters cut from random places
 * of random articles, each new to the server, in this process, one after another.
 *
 *   npm run build && node bench/search-latency.mjs (--url postgresql://… | --data FOLDER) [--queries 100] [--explain]
 */
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { connect } from '../dist/database/connect.js'
import { startEmbeddedPostgres } from '../dist/database/embedded.js'
import { RequestContext } from '../dist/modules/paging/request-context.js'
import { createSchema } from '../dist/modules/schema.js'

// The package's own: measurements beside this one bring another.
const { graphql } = createRequire(new URL('../package.json', import.meta.url))('graphql')
const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    data: { type: 'string' },
    queries: { type: 'string', default: '100' },
    explain: { type: 'boolean' },
  },
})
const largeTables = ['article', 'article_search', 'article_content', 'article_organisation', 'mention', 'credit', 'alias']
const operations = {
  filtered: 'query ($query: String!) { articles(first: 20, where: { text: $query }) { nodes { title } } }',
  ranked: 'query ($query: String!) { search(query: $query, first: 20) { edges { score node { title } } } }',
  explained: `query ($query: String!) { search(query: $query, first: 20) { edges { score highlights { fragment } matched { name } node { title } } } }`,
  counted: 'query ($query: String!) { search(query: $query, first: 20) { totalCount } }',
}

const server = options.url === undefined ? await startEmbeddedPostgres(options.data ?? '.interlinear-bench') : undefined
const connection = connect(options.url ?? server.url)
const schema = createSchema()
const scans = new Map()

/** A plan may read a large table as a whole only where it says so here. */
async function noteScans({ text }, values, query) {
  const { rows } = await connection.pool.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values: [...values] })
  const visit = (node) => {
    if (node['Node Type'] === 'Seq Scan' && largeTables.includes(node['Relation Name'])) {
      const scan = `${node['Relation Name']} in ${text.slice(0, 60).replace(/\s+/g, ' ')}`
      scans.set(scan, [...(scans.get(scan) ?? []), query])
    }
    for (const inner of node.Plans ?? []) visit(inner)
  }
  visit(rows[0]['QUERY PLAN'][0].Plan)
}

async function time(source, query) {
  const slow = []
  const db = {
    async query(statement, values) {
      const at = performance.now()
      const rows = await connection.db.query(statement, values)
      slow.push([statement.name, performance.now() - at])
      if (options.explain) await noteScans(statement, values, query)
      return rows
    },
  }
  const at = performance.now()
  const { errors } = await graphql({ schema, source, variableValues: { query }, contextValue: new RequestContext(db) })
  if (errors !== undefined) throw errors[0]
  return { ms: performance.now() - at, slow }
}

const { rows } = await connection.pool.query(
  `SELECT title || coalesce(lead, '') || (SELECT string_agg(regexp_replace(block ->> 'html', '<[^>]*>', '', 'g'), '') FROM json_array_elements(blocks) AS block) AS text
   FROM article JOIN article_content ON article_id = id ORDER BY content_hash LIMIT 400`,
)
let state = 7
const below = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
  return state % limit
}
const cut = (length) => {
  for (;;) {
    const { text } = rows[below(rows.length)]
    const query = text.substr(below(text.length - length), length)
    if (query.trim().length === length) return query
  }
}

for (const source of Object.values(operations)) await time(source, cut(2))
for (const [name, source] of Object.entries(operations)) {
  for (const length of [1, 2, 3, 4, 6]) {
    const measured = []
    for (let index = 0; index < Number(options.queries); index++) {
      const query = cut(length)
      measured.push({ query, ...(await time(source, query)) })
    }
    measured.sort((a, b) => a.ms - b.ms)
    const at = (share) => measured[Math.min(measured.length - 1, Math.floor(measured.length * share))]
    const worst = at(0.95)
    const [statement, ms] = worst.slow.sort((a, b) => b[1] - a[1])[0]
    console.log(
      `${name.padEnd(9)} ${length} characters: median ${at(0.5).ms.toFixed(1)} ms, 95 % within ${worst.ms.toFixed(1)} ms (${worst.query}: ${statement} ${ms.toFixed(1)})`,
    )
  }
}
for (const [scan, queries] of scans) console.log(`SCAN ${scan}: ${queries.length} × e.g. ${queries[0]}`)
await connection.close()
await server?.stop()
