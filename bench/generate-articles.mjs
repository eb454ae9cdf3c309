/*
 * Fills an empty database with an invented archive of any size, in the shape of a real one: organisations, translators and words
 * occur as Zipf says, so that a few are everywhere and most are rare. The same seed writes the same archive.
 *
 *   npm run build && node bench/generate-articles.mjs --articles 100000 (--url postgresql://… | --data FOLDER) [--seed 1]
 *
 * Rows go in by COPY without their GIN indexes, which are built at the end. 100,000 articles take a few minutes.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { from as copyFrom } from 'pg-copy-streams'
import { connect } from '../dist/database/connect.js'
import { startEmbeddedPostgres } from '../dist/database/embedded.js'
import { migrate } from '../dist/database/migrate.js'
import { foldName } from '../dist/text/fold-name.js'
import { gramArray, gramsOf, searchText } from '../dist/text/search-grams.js'
import { stableId } from '../dist/text/stable-id.js'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    url: { type: 'string' },
    data: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
})
const articleCount = Number(options.articles)

let state = Number(options.seed) || 1
/** Mulberry32: 0 ≤ x < 1. */
function random() {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), state | 1)
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
const below = (limit) => Math.floor(random() * limit)
/** A rank below `limit`, of which each is as frequent as Zipf says, with Mandelbrot's `shift` for words: 0 most of all. */
const zipf = (limit, shift = 1) => Math.min(limit - 1, Math.floor(shift * ((limit + shift) / shift) ** random() - shift))
const some = (most) => 1 + below(most)
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index))

const characters = times(3000, (index) => String.fromCharCode(0x4e00 + ((index * 6007) % 20900)))
const chinese = (length) => times(length, () => characters[zipf(characters.length, 20)]).join('')
const syllables = 'ba ko lin dar mes to ver shi gan ro el pra zu nor ti cal ed min os hua'.split(' ')
const latin = (length) => times(length, () => syllables[below(syllables.length)]).join('')
const capital = (word) => word[0].toUpperCase() + word.slice(1)

const words = times(40_000, () => chinese(1 + (random() < 0.9 ? some(2) : below(4))))
const kinds = ['COMPANY', 'BANK', 'FUND', 'GOVERNMENT', 'UNIVERSITY', 'MEDIA', 'NGO', 'OTHER']
const suffixes = ['公司', '银行', '基金', '部', '大学', '报', '协会', '']

const organisations = times(Math.min(30_000, Math.ceil(articleCount / 4) + 50), (index) => {
  const kind = index % kinds.length
  const zh = chinese(1 + some(3)) + suffixes[kind]
  const en = `${capital(latin(some(3)))} ${capital(latin(2))}`
  const slug = `${en.toLowerCase().replace(' ', '-')}-${index}`
  return { id: stableId('Organisation', slug), slug, zh, en, kind: kinds[kind], count: 0 }
})
const publishers = times(4, (index) => ({ id: stableId('Publisher', `desk-${index}`), slug: `desk-${index}`, count: 0 }))
const contributors = times(Math.min(2000, Math.ceil(articleCount / 20) + 20), (index) => {
  const publisher = publishers[index % publishers.length]
  const name = `${chinese(2 + below(2))}${index}`
  return { id: stableId('Contributor', publisher.slug, name), name, publisher, translated: 0, written: 0 }
})
const byPublisher = publishers.map((publisher) => contributors.filter((one) => one.publisher === publisher))
const originals = new Map()

function* articles() {
  const firstDay = Date.UTC(2004, 0, 1)
  const days = 20 * 365
  for (let index = 0; index < articleCount; index++) {
    const desk = zipf(publishers.length)
    const publisher = publishers[desk]
    const url = `https://${publisher.slug}.example/story/${index}`
    const at = new Date(
      firstDay + Math.floor(((index * 7919) % articleCount) * ((days * 86_400_000) / articleCount)),
    ).toISOString()
    const named = [...new Set(times(some(12), () => zipf(organisations.length)))].map((rank) => ({
      organisation: organisations[rank],
      form: '',
      places: [],
    }))
    const blocks = times(4 + some(10), () => {
      let text = ''
      for (const target = 40 + below(120); text.length < target; ) {
        text += words[zipf(words.length, 3)]
        if (random() < 0.12) text += '，'
      }
      return { kind: 'PARAGRAPH', text: `${text}。`, html: '' }
    })
    for (const one of named) {
      one.form = random() < 0.8 ? one.organisation.zh : one.organisation.en
      const paragraphs = new Set(times(zipf(6) + 1, () => below(blocks.length)))
      for (const paragraph of paragraphs) {
        one.places.push([paragraph, blocks[paragraph].text.length])
        blocks[paragraph].text += one.form
      }
      one.organisation.count++
    }
    for (const block of blocks) block.html = `<p>${block.text}</p>`
    const original = random() < 0.7 ? `${publisher.slug}.test/original/${random() < 0.02 ? below(500) : `own-${index}`}` : null
    if (original !== null) originals.set(original, (originals.get(original) ?? 0) + 1)
    publisher.count++
    const people = byPublisher[desk]
    const translators = [...new Set(times(zipf(3) + 1, () => zipf(people.length)))].map((rank) => people[rank])
    const author = people[zipf(people.length)]
    for (const translator of translators) translator.translated++
    author.written++
    const title = `${chinese(4 + below(8))}${random() < 0.3 ? named[0].form : ''}${chinese(2 + below(6))}`
    const lead = random() < 0.8 ? chinese(20 + below(30)) : null
    yield {
      index,
      id: stableId('Article', url, 'zh-Hans'),
      url,
      publisher,
      at,
      named,
      blocks,
      original,
      translators,
      author,
      title,
      lead,
    }
  }
}

const escapeText = (value) =>
  value === null
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (unit) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[unit])
const line = (...values) => `${values.map(escapeText).join('\t')}\n`

const copies = {
  article:
    'id, slug, canonical_url, language, url, publisher_id, title, lead, published_at, is_published_at_known, imported_at, word_count, original_id, original_url, original_provenance, content_hash, parser_version, source_file, import_id, organisation_count, recognised_with',
  article_content: 'article_id, blocks, images',
  article_search: 'article_id, published_at, title, lead, text, title_grams, grams',
  credit: 'article_id, role, position, contributor_id, as_printed, published_at',
  article_organisation: 'article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at',
  mention: 'article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, organisation_id',
}

function addArticle(rows, article) {
  const { index, id, url, publisher, at, named, blocks, original, translators, author, title, lead } = article
  const body = blocks.map(({ text }) => text).join('\n\n')
  rows.article += line(
    id,
    `${publisher.slug}-${index}`,
    url.slice('https://'.length),
    'zh-Hans',
    url,
    publisher.id,
    title,
    lead,
    at,
    't',
    '2024-01-01',
    body.length,
    original && stableId('Original', original),
    original && `https://${original}`,
    original && 'DECLARED',
    `hash-${index}`,
    1,
    `${index}.md`,
    1,
    named.length,
    'generated',
  )
  rows.article_content += line(id, JSON.stringify(blocks), '[]')
  const folded = [title, lead ?? '', body].map(searchText)
  const grams = [...new Set(folded.flatMap(gramsOf))]
  rows.article_search += line(id, at, ...folded, gramArray(gramsOf(folded[0])), gramArray(grams))
  for (const [position, { id: contributor, name }] of translators.entries())
    rows.credit += line(id, 'TRANSLATOR', position, contributor, `译者/${name}`, at)
  rows.credit += line(id, 'AUTHOR', 0, author.id, `作者/${author.name}`, at)
  for (const { organisation, form, places } of named) {
    const strength = title.includes(form) ? 'ABOUT' : places.length > 2 ? 'MAJOR' : 'MENTION'
    rows.article_organisation += line(
      id,
      organisation.id,
      places.length,
      Math.min(...places.map(([paragraph]) => paragraph)),
      strength,
      `{"${form}"}`,
      at,
    )
    for (const [paragraph, start] of places)
      rows.mention += line(
        id,
        'PARAGRAPH',
        paragraph,
        start,
        start + form.length,
        'ORGANISATION',
        form,
        'generated',
        0.9,
        'POSITIVE',
        organisation.id,
      )
  }
}

async function copyInto(client, table, columns, text) {
  if (text !== '') await pipeline(Readable.from([text]), client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)))
}

async function fill(client) {
  const { rows: found } = await client.query('SELECT count(*)::int AS count FROM article')
  if (found[0].count > 0) throw new Error('The database holds articles already: give an empty one.')
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'`)
  const { rows: indexes } = await client.query(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = current_schema() AND indexdef LIKE '% USING gin %'`,
  )
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`)
  await client.query(
    `INSERT INTO import (id, started_at, ended_at, parser_version, document_count, kept_count) VALUES (1, now(), now(), 1, $1, $1)`,
    [articleCount],
  )
  const empty = () => Object.fromEntries(Object.keys(copies).map((table) => [table, '']))
  const flush = async (rows) => {
    for (const [table, columns] of Object.entries(copies)) await copyInto(client, table, columns, rows[table])
  }
  let rows = empty()
  for (const article of articles()) {
    addArticle(rows, article)
    if ((article.index + 1) % 500 === 0) {
      await flush(rows)
      rows = empty()
    }
    if ((article.index + 1) % 10_000 === 0) console.log(`${article.index + 1} articles`)
  }
  await flush(rows)
  await copyInto(
    client,
    'publisher',
    'id, slug, name, hostnames, article_count',
    publishers.map((one) => line(one.id, one.slug, one.slug, `{${one.slug}.example}`, one.count)).join(''),
  )
  await copyInto(
    client,
    'contributor',
    'id, slug, name, publisher_id, author_count, translator_count',
    contributors
      .map((one) => line(one.id, `${one.publisher.slug}-${one.name}`, one.name, one.publisher.id, one.written, one.translated))
      .join(''),
  )
  await copyInto(
    client,
    'original',
    'id, canonical_url, url, provenance, translation_count',
    [...originals].map(([url, count]) => line(stableId('Original', url), url, `https://${url}`, 'DECLARED', count)).join(''),
  )
  await copyInto(
    client,
    'organisation',
    'id, slug, name, name_zh, name_en, kind, article_count',
    organisations.map((one) => line(one.id, one.slug, one.zh, one.zh, one.en, one.kind, one.count)).join(''),
  )
  await copyInto(
    client,
    'alias',
    'organisation_id, text, folded, grams, source',
    organisations
      .flatMap((one) =>
        [one.zh, one.en].map((text) => line(one.id, text, foldName(text), gramArray(gramsOf(foldName(text))), 'GAZETTEER')),
      )
      .join(''),
  )
  await client.query(
    `INSERT INTO archive (id, version, changed_at) VALUES (1, 1, now()) ON CONFLICT (id) DO UPDATE SET version = archive.version + 1`,
  )
  for (const { name, definition } of indexes) {
    console.log(`building ${name}`)
    await client.query(definition)
  }
  await client.query('VACUUM ANALYZE')
}

const startedAt = Date.now()
const server =
  options.url === undefined ? await startEmbeddedPostgres(options.data ?? '.interlinear-bench', { isDurable: false }) : undefined
const connection = connect(options.url ?? server.url)
try {
  await migrate(connection)
  const client = await connection.pool.connect()
  await fill(client)
  client.release(true)
  console.log(`${articleCount} articles in ${Math.round((Date.now() - startedAt) / 1000)} s`)
} finally {
  await connection.close()
  await server?.stop()
}
