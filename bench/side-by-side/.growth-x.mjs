import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { withArchive } from './archives.mjs'
import { ask } from './compare.mjs'
import { load, median } from './load.mjs'
import { chooseSubjects, createOperations } from './operations.mjs'
import { startPeer } from './start-peer.mjs'

const operationsFolder = path.resolve(import.meta.dirname, '..', '..', 'schema', 'operations')
const needsSearch = 'SearchInAnyScript'

/**
 * The same operations on archives of several sizes, one request at a time, the archives taking turns: those of the side-by-side
 * comparison, every one of schema/operations about whatever is most frequent in each archive and the article that is joined to
 * most others, and the ends of the list of all articles. A figure is the least of the rounds' medians. Those not found in the folder `archives` are made.
 */
export async function measureGrowth(sizes, { rounds, archives, only, say }) {
  const running = []
  const withAll = async (rest) => {
    const [articles, ...others] = rest
    if (articles === undefined) return measure(running, { rounds, only, say })
    return withArchive(archives, articles, async (url) => {
      say(`growth: ${articles} articles`)
      const peer = await startPeer('interlinear', url, { BENCH_CACHE_BYTES: '0' })
      running.push({ articles, peer, bodies: await bodiesFor(url) })
      try {
        return await withAll(others)
      } finally {
        await peer.stop()
      }
    })
  }
  return withAll(sizes)
}

async function measure(running, { rounds, only, say }) {
  const rows = []
  const names = Object.keys(running[0].bodies).filter((name) => only === undefined || only.test(name))
  for (const name of names) {
    say(`growth: ${name}`)
    const asked = running.filter(({ bodies }) => bodies[name] !== undefined)
    const medians = new Map(asked.map(({ articles }) => [articles, []]))
    for (const { peer, bodies } of asked) {
      await ask(peer.url, bodies[name])
      await load(peer.url, bodies[name], { milliseconds: 1500, requests: 100 })
    }
    for (let round = 0; round < rounds; round++)
      for (const { articles, peer, bodies } of asked)
        medians
          .get(articles)
          .push(median((await load(peer.url, bodies[name], { milliseconds: 700, requests: 60, sockets: 1 })).times))
    const p50Ms = [...medians].map(([articles, each]) => [articles, Math.min(...each)])
    rows.push({ operation: name, ...Object.fromEntries(p50Ms), ratio: p50Ms.at(-1)[1] / p50Ms[0][1] })
  }
  const ends = ['first page', 'page before the end', 'last page'].map((name) => rows.find(({ operation }) => operation === name))
  if (ends.every((row) => row !== undefined))
    for (const row of ends.slice(1))
      rows.push({
        operation: `${row.operation}, against the first`,
        ...Object.fromEntries(running.map(({ articles }) => [articles, row[articles] / ends[0][articles]])),
      })
  return rows
}

/** Requests by name, about what is most frequent in this archive. */
export async function bodiesFor(url) {
  const pool = new pg.Pool({ connectionString: url })
  try {
    const subjects = { ...(await chooseSubjects(pool)), slug: await mostJoined(pool) }
    const variables = await variablesFor(pool, subjects.slug)
    const bodies = Object.fromEntries(createOperations(subjects).map(({ name, bodyFor }) => [name, bodyFor('interlinear')]))
    for (const file of await readdir(operationsFolder)) {
      const query = await readFile(path.join(operationsFolder, file), 'utf8')
      const [, name] = /query (\w+)/.exec(query)
      if (variables[name] !== null) bodies[name] = JSON.stringify({ query, variables: variables[name] ?? {} })
    }
    return { ...bodies, ...(await pagesOf(pool)) }
  } finally {
    await pool.end()
  }
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
