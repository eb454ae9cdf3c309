// private: node bench/quick.mjs [--ops list,join] [--peers a,b] [--n 300] [--rounds 5]
import { readFileSync, readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { ask } from './side-by-side/compare.mjs'
import { load, percentile } from './side-by-side/load.mjs'
import { chooseSubjects, createOperations, shownIn } from './side-by-side/operations.mjs'
import { startPeer } from './side-by-side/start-peer.mjs'
const { values: o } = parseArgs({ options: { ops: { type: 'string', default: 'list,join,filtered,related' }, peers: { type: 'string', default: 'interlinear,postgraphile,bare-sql' }, n: { type: 'string', default: '300' }, rounds: { type: 'string', default: '5' }, sockets: { type: 'string', default: '8' } , extra: {type:'string'}} })
const url = readFileSync('/tmp/serving/url', 'utf8')
const pool = new pg.Pool({ connectionString: url, max: 2 })
await pool.query(readFileSync(new URL('./related-articles.sql', import.meta.url), 'utf8'))
const subjects = await chooseSubjects(pool)
const operations = createOperations(subjects).filter((x) => o.ops.split(',').includes(x.name))
const ticks = (pid) => { try { const s = readFileSync(`/proc/${pid}/stat`, 'utf8'); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); return Number(f[11]) + Number(f[12]) } catch { return 0 } }
// exact ns: schedstat
const ns = (pid) => { try { return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) } catch { return 0 } }
const pgPids = async () => (await pool.query(`SELECT pid FROM pg_stat_activity WHERE backend_type='client backend'`)).rows.map((r) => r.pid)
const peers = []
for (const p of o.peers.split(',')) peers.push(await startPeer(p, url, { BENCH_CACHE_BYTES: '0' }))
try {
  for (const op of operations) {
    const res = new Map(peers.map((p) => [p, []]))
    let expected
    for (const p of peers) { const s = shownIn(await ask(p.url, op.bodyFor(p.name))); expected ??= s; if (s !== expected) console.log('DIFFERS', p.name, s.slice(0,300), '----', expected.slice(0,300)); await load(p.url, op.bodyFor(p.name), { milliseconds: Number(process.env.WARM ?? 6000), requests: 3000 }) }
    for (let r = 0; r < Number(o.rounds); r++) for (const p of peers) {
      const b0 = new Map((await pgPids()).map((x) => [x, ns(x)])); const c0 = await p.usage('cpu')
      const { times, seconds } = await load(p.url, op.bodyFor(p.name), { milliseconds: 20000, requests: Number(o.n), sockets: Number(o.sockets) })
      const c1 = await p.usage('cpu'); let pgNs = 0; for (const x of await pgPids()) pgNs += ns(x) - (b0.get(x) ?? 0)
      res.get(p).push({ node: (c1.cpuSeconds - c0.cpuSeconds) * 1000 / times.length, pg: pgNs / 1e6 / times.length, rps: times.length / seconds, p50: percentile(times, .5) })
    }
    for (const [p, rs] of res) { const least = (k) => Math.min(...rs.map((x) => x[k])); console.log(op.name.padEnd(9), p.name.padEnd(15), 'node', least('node').toFixed(3), 'pg', least('pg').toFixed(3), 'sum', Math.min(...rs.map(x=>x.node+x.pg)).toFixed(3), 'rps', Math.max(...rs.map((x) => x.rps)).toFixed(0), 'p50', least('p50').toFixed(2)) }
  }
} finally { await Promise.all(peers.map((p) => p.stop())); await pool.end() }
