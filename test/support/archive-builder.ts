import type pg from 'pg'
import { saveSearchTexts } from '../../src/modules/search/search.store.ts'
import { canonicalUrl } from '../../src/text/canonical-url.ts'
import { foldName } from '../../src/text/fold-name.ts'
import { gramArray, gramsOf } from '../../src/text/name-grams.ts'
import { stableId } from '../../src/text/stable-id.ts'

export interface BuiltArticle {
  slug: string
  title?: string
  lead?: string
  publisher?: string
  language?: string
  /** ISO; null for a document without a time. */
  publishedAt?: string | null
  url?: string
  paragraphs?: string[]
  translators?: string[]
  authors?: string[]
  original?: string
  /** Organisation's name → form or forms, with the number of mentions. */
  organisations?: Record<string, number>
  people?: string[]
}

export interface BuiltOrganisation {
  name: string
  slug?: string
  kind?: string
  aliases?: string[]
  mergedInto?: string
}

export const articleKey = (slug: string): string => stableId('article', slug)
export const organisationKey = (name: string): string => stableId('organisation', name)
const contributorKey = (name: string, publisher = 'desk'): string => stableId('contributor', publisher, name)
const originalKey = (url: string): string => stableId('original', url)
const publisherKey = (slug: string): string => stableId('publisher', slug)

/** Writes rows as an import would leave them, without documents: for tests of what is answered, not of what is read. */
export async function buildArchive(
  pool: pg.Pool,
  { articles, organisations = [] }: { articles: BuiltArticle[]; organisations?: BuiltOrganisation[] },
): Promise<void> {
  const statements: [string, unknown[]][] = []
  const run: Run = (text, values) => statements.push([text, values])
  run(
    `INSERT INTO import (id, started_at, ended_at, parser_version) VALUES (1, '2024-01-01', '2024-01-01', 1) ON CONFLICT DO NOTHING`,
    [],
  )
  const named = new Set(articles.flatMap((article) => Object.keys(article.organisations ?? {})))
  const known = new Set(organisations.map(({ name }) => name))
  for (const organisation of [...organisations, ...[...named].filter((name) => !known.has(name)).map((name) => ({ name }))]) {
    insertOrganisation(run, organisation)
  }
  for (const article of articles) insertArticle(run, article)
  sumUp(run)
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    for (const [text, values] of statements) await client.query(text, values)
    await saveSearchTexts(client, articles.map(toSearched))
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

const toSearched = ({ slug, title, lead, paragraphs = [] }: BuiltArticle) => ({
  id: articleKey(slug),
  title: title ?? slug,
  lead: lead ?? null,
  blocks: paragraphs.map((text) => ({ text })),
})

type Run = (text: string, values: unknown[]) => unknown

function insertOrganisation(run: Run, { name, slug, kind = 'COMPANY', aliases = [], mergedInto }: BuiltOrganisation) {
  const key = organisationKey(name)
  run(
    `INSERT INTO organisation (id, slug, name, kind, merged_into_id) VALUES ($1, $2, $3, $4::organisation_kind, $5) ON CONFLICT DO NOTHING`,
    [key, slug ?? `organisation-${key}`, name, kind, mergedInto === undefined ? null : organisationKey(mergedInto)],
  )
  for (const text of [name, ...aliases]) {
    run(
      `INSERT INTO alias (organisation_id, text, folded, grams, source) VALUES ($1, $2, $3, $4, 'GAZETTEER') ON CONFLICT DO NOTHING`,
      [key, text, foldName(text), gramArray(gramsOf(foldName(text)))],
    )
  }
}

function insertArticle(run: Run, article: BuiltArticle) {
  const { slug, publisher = 'desk', publishedAt = '2020-01-01T00:00:00.000Z', original, paragraphs = [] } = article
  const key = articleKey(slug)
  const url = article.url ?? `https://${publisher}.example/${slug}`
  run(`INSERT INTO publisher (id, slug, name, hostnames) VALUES ($1, $2, $2, $3) ON CONFLICT DO NOTHING`, [
    publisherKey(publisher),
    publisher,
    [`${publisher}.example`],
  ])
  if (original !== undefined) {
    run(`INSERT INTO original (id, canonical_url, url, provenance) VALUES ($1, $2, $3, 'DECLARED') ON CONFLICT DO NOTHING`, [
      originalKey(original),
      canonicalUrl(original),
      original,
    ])
  }
  run(
    `INSERT INTO article (id, slug, canonical_url, language, url, publisher_id, title, lead, published_at, is_published_at_known, imported_at,
       word_count, original_id, content_hash, parser_version, source_file, import_id, organisation_count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '2024-01-01', 100, $11, 'hash', 1, $12, 1, $13)`,
    [
      key,
      slug,
      canonicalUrl(url),
      article.language ?? 'zh-Hans',
      url,
      publisherKey(publisher),
      article.title ?? slug,
      article.lead ?? null,
      publishedAt ?? '1970-01-01T00:00:00.000Z',
      publishedAt !== null,
      original === undefined ? null : originalKey(original),
      `${slug}.md`,
      Object.keys(article.organisations ?? {}).length,
    ],
  )
  const blocks = paragraphs.map((text) => ({ kind: 'PARAGRAPH', html: `<p>${text}</p>` }))
  run(`INSERT INTO article_content (article_id, blocks, images) VALUES ($1, $2, '[]')`, [key, JSON.stringify(blocks)])
  insertCredits(run, article, key, publisher, publishedAt)
  insertMentions(run, article, key, publishedAt)
}

function insertCredits(run: Run, article: BuiltArticle, key: string, publisher: string, publishedAt: string | null) {
  for (const [role, names] of [
    ['TRANSLATOR', article.translators ?? []],
    ['AUTHOR', article.authors ?? []],
  ] as const) {
    for (const [position, name] of names.entries()) {
      const contributor = contributorKey(name, publisher)
      run(`INSERT INTO contributor (id, slug, name, publisher_id, folded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`, [
        contributor,
        `contributor-${contributor}`,
        name,
        publisherKey(publisher),
        foldName(name),
      ])
      run(
        `INSERT INTO credit (article_id, role, position, contributor_id, as_printed, published_at) VALUES ($1, $2::credit_role, $3, $4, $5, $6)`,
        [key, role, position, contributor, `${role}/${name}`, publishedAt ?? '1970-01-01T00:00:00.000Z'],
      )
    }
  }
}

function insertMentions(run: Run, article: BuiltArticle, key: string, publishedAt: string | null) {
  let start = 0
  for (const [name, count] of Object.entries(article.organisations ?? {})) {
    run(
      `INSERT INTO article_organisation (article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at)
       VALUES ($1, $2, $3, 0, $4::strength, $5, $6)`,
      [key, organisationKey(name), count, count > 2 ? 'MAJOR' : 'MENTION', [name], publishedAt ?? '1970-01-01T00:00:00.000Z'],
    )
    for (let index = 0; index < count; index++) {
      run(
        `INSERT INTO mention (article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, organisation_id)
         VALUES ($1, 'PARAGRAPH', 0, $2, $3, 'ORGANISATION', $4, 'gazetteer', 0.9, 'POSITIVE', $5)`,
        [key, start, start + name.length, name, organisationKey(name)],
      )
      start += name.length + 1
    }
  }
  for (const name of article.people ?? []) {
    run(`INSERT INTO person (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [stableId('person', name), name])
    run(
      `INSERT INTO mention (article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, person_id)
       VALUES ($1, 'PARAGRAPH', 1, $2, $3, 'PERSON', $4, 'gloss', 0.9, 'POSITIVE', $5)`,
      [key, start, start + name.length, name, stableId('person', name)],
    )
    start += name.length + 1
  }
}

/** The sums that an import keeps. */
function sumUp(run: Run) {
  run('UPDATE publisher SET article_count = (SELECT count(*) FROM article WHERE publisher_id = publisher.id)', [])
  run('UPDATE original SET translation_count = (SELECT count(*) FROM article WHERE original_id = original.id)', [])
  run(
    'UPDATE organisation SET article_count = (SELECT count(*) FROM article_organisation WHERE organisation_id = organisation.id)',
    [],
  )
  // Articles that name too many for it hold none: here every third is taken for one.
  run(
    `UPDATE article_organisation AS named SET named_ids =
       (SELECT array_agg(organisation_id) FROM article_organisation AS beside WHERE beside.article_id = named.article_id)
     WHERE article_id % 3 <> 0`,
    [],
  )
  for (const [column, role] of [
    ['translator_count', 'TRANSLATOR'],
    ['author_count', 'AUTHOR'],
  ]) {
    run(
      `UPDATE contributor SET ${column} =
         (SELECT count(DISTINCT article_id) FROM credit WHERE contributor_id = contributor.id AND role = $1::credit_role)`,
      [role],
    )
  }
  run(
    `INSERT INTO archive (id, version, changed_at) VALUES (1, 1, '2024-01-01') ON CONFLICT (id) DO UPDATE SET version = archive.version + 1`,
    [],
  )
}
