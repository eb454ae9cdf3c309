import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { withArchive } from './archives.mjs'
import { ask } from './compare.mjs'
import { databaseCpu } from './database-cpu.mjs'
import { loadInTurns, median } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const operationsFolder = path.resolve(import.meta.dirname, '..', '..', 'schema', 'operations')
const needsSearch = 'SearchInAnyScript'

/**
 * The same operations on archives of several sizes, the archives taking turns request by request: those of the side-by-side comparison, every
 * one of schema/operations about whatever is most frequent in each archive and the article that is joined to most others, and the ends
 * of the list of all articles. Of each: the median of all its requests, and what they cost Node and PostgreSQL together, which
 * neither the turns nor what else the machine does can even out. Archives not found in the folder `archives` are made.
 */
export async function measureGrowth(sizes, { rounds, archives, only, say }) {
  const running = []
  const withAll = async (rest) => {
    const [articles, ...others] = rest
    if (articles === undefined) return measure(running, { rounds, only, say })
    return withArchive(archives, articles, async (url) => {
      say(`growth: ${articles} articles`)
      const pool = new pg.Pool({ connectionString: url })
      // One that is closing when the server ends is told so.
      pool.on('error', () => undefined)
      const peer = await startPeer('interlinear', url, { BENCH_CACHE_BYTES: '0' })
      try {
        running.push({ articles, peer, bodies: await bodiesFor(pool), databaseSeconds: databaseCpu(pool) })
        return await withAll(others)
      } finally {
        await peer.stop()
        await pool.end()
      }
    })
  }
  return withAll(sizes)
}

/** Pages of one list, which are compared with each other and so take turns as the archives do. */
const ends = ['first page', 'page before the end', 'last page']

async function measure(running, { rounds, only, say }) {
  const names = Object.keys(running[0].bodies).filter((name) => only === undefined || only.test(name))
  const groups = [
    ...names.filter((name) => !ends.includes(name)).map((name) => [name]),
    ends.filter((name) => names.includes(name)),
  ]
  const asked = (group) =>
    group.flatMap((name) =>
      running.flatMap(({ articles, peer, bodies }) =>
        bodies[name] === undefined ? [] : [{ name, articles, url: peer.url, body: bodies[name] }],
      ),
    )
  // Every server has been asked everything, and as often as the others, before anything is measured.
  for (const each of asked(names)) await ask(each.url, each.body)
  await loadInTurns(asked(names), { milliseconds: 30_000, requests: 20 })
  const rows = []
  for (const group of groups) {
    say(`growth: ${group.join(', ')}`)
    const inTurns = asked(group)
    await loadInTurns(inTurns, { milliseconds: 3000, requests: 100 })
    const before = await Promise.all(running.map(cpuMs))
    const times = await loadInTurns(inTurns, { milliseconds: 1500 * rounds * group.length, requests: 80 * rounds })
    const after = await Promise.all(running.map(cpuMs))
    const cpu = after.map((ms, at) => ms - before[at])
    for (const name of group) {
      const p50 = inTurns.flatMap((each, at) => (each.name === name ? [[each.articles, median(times[at])]] : []))
      const ratios = { ratio: p50.at(-1)[1] / p50[0][1], ...(group.length === 1 ? { cpuRatio: cpu.at(-1) / cpu[0] } : {}) }
      rows.push({ operation: name, ...Object.fromEntries(p50), ...ratios })
    }
  }
  const [first, ...others] = rows.filter(({ operation }) => ends.includes(operation))
  for (const row of others)
    rows.push({
      operation: `${row.operation}, against the first`,
      ...Object.fromEntries(running.map(({ articles }) => [articles, row[articles] / first[articles]])),
    })
  return rows
}

async function cpuMs({ peer, databaseSeconds }) {
  const [{ cpuSeconds }, inDatabase] = await Promise.all([peer.usage('cpu'), databaseSeconds()])
  return (cpuSeconds + (inDatabase ?? 0)) * 1000
}

/** Requests by name, about what is most frequent in this archive. */
async function bodiesFor(pool) {
  const subjects = { ...(await chooseSubjects(pool)), slug: await mostJoined(pool) }
  const variables = await variablesFor(pool, subjects.slug)
  const bodies = Object.fromEntries(createOperations(subjects).map(({ name, bodyFor }) => [name, bodyFor('interlinear')]))
  for (const file of await readdir(operationsFolder)) {
    const query = await readFile(path.join(operationsFolder, file), 'utf8')
    const [, name] = /query (\w+)/.exec(query)
    if (variables[name] !== null) bodies[name] = JSON.stringify({ query, variables: variables[name] ?? {} })
  }
  return { ...bodies, ...(await pagesOf(pool)) }
}

/** Of the newest articles the one that most others are looked at for as related: within bounds that it comes to in any archive. */
async function mostJoined(pool) {
  const { rows } = await pool.query(`
    SELECT slug FROM (
      SELECT newest.id, newest.slug, least(o.article_count, 200) AS candidates,
        COALESCE(sum(least(o.article_count, 200)) OVER (PARTITION BY newest.id ORDER BY o.article_count, o.id DESC
          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
      FROM (SELECT * FROM article WHERE organisation_count BETWEEN 5 AND 8 ORDER BY published_at DESC, id DESC LIMIT 500) AS newest
      JOIN article_organisation AS named ON named.article_id = newest.id JOIN organisation AS o ON o.id = named.organisation_id
      WHERE o.article_count <= (SELECT sum(article_count) FROM publisher) / 2
    ) AS joined WHERE before < 400 GROUP BY id, slug ORDER BY sum(candidates) DESC, id DESC LIMIT 1`)
  return rows[0].slug
}

async function variablesFor(pool, slug) {
  const values = async (sql, ...given) =>
    (await pool.query({ text: sql, values: given, rowMode: 'array' })).rows.map(([value]) => value)
  const [url] = await values('SELECT url FROM article WHERE slug = $1', slug)
  const bodies = await values('SELECT slug FROM organisation ORDER BY article_count DESC, id DESC LIMIT 100')
  const [body] = await values('SELECT name_en FROM organisation ORDER BY article_count DESC, id DESC LIMIT 1')
  const [translator] = await values('SELECT name FROM contributor ORDER BY translator_count DESC, id DESC LIMIT 1')
  const [author] = await values('SELECT name FROM contributor ORDER BY author_count DESC, id DESC LIMIT 1')
  const [original] = await values('SELECT url FROM original WHERE translation_count > 1 ORDER BY translation_count, id LIMIT 1')
  const [publisher] = await values('SELECT slug FROM publisher ORDER BY article_count DESC LIMIT 1')
  const [isSearched] = await values('SELECT EXISTS (SELECT FROM article_search)')
  const [title] = await values('SELECT title FROM article WHERE slug = $1', slug)
  return {
    ArticleForSearchEngines: { url },
    ArticlePage: { url },
    ArticlesAboutAnOrganisation: { organisation: bodies[0] },
    ArticlesOfATranslator: { name: translator },
    BodiesATranslatorWritesOf: { name: translator },
    NamedTogether: { both: bodies.slice(0, 2) },
    OneOriginalSeveralDesks: { url: original },
    OrganisationPage: { name: body },
    OriginalsOfAPublisher: { publisher },
    PathBetweenOrganisations: { from: bodies[0], to: bodies.at(-1) },
    RenderingsOfAName: { name: body },
    WhereANameStands: { url },
    WhoTranslatedThis: { url },
    WhoTranslatesAnAuthor: { name: author },
    // Left out where the archive was made without what search reads.
    [needsSearch]: isSearched ? { query: title.slice(0, 3) } : null,
  }
}

const page = (rest) =>
  JSON.stringify({ query: `{ articles(${rest}) { pageInfo { endCursor } nodes { title publishedAt publisher { name } } } }` })

async function pagesOf(pool) {
  const { rows } = await pool.query('SELECT published_at AS at, id FROM article ORDER BY published_at, id OFFSET 20 LIMIT 1')
  // A cursor is the order's name and a place in it.
  const place = Buffer.from(JSON.stringify(['articles:NEWEST', rows[0].at.toISOString(), rows[0].id])).toString('base64url')
  return {
    'first page': page('first: 20'),
    'page before the end': page(`first: 20, after: ${JSON.stringify(place)}`),
    'last page': page('last: 20'),
  }
}
