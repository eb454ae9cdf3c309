import type pg from 'pg'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { StagedJson, type StagedValue, stageRows } from '../../database/stage-rows.ts'
import { saveSearchTexts } from './search.store.ts'

export interface ArticleInput {
  id: string
  slug: string
  canonicalUrl: string
  language: string
  url: string | null
  publisherId: string
  externalId: string | null
  title: string
  lead: string | null
  publishedAt: Date
  isPublishedAtKnown: boolean
  wordCount: number
  byline: string | null
  imageUrl: string | null
  imageAlt: string | null
  originalId: string | null
  originalUrl: string | null
  originalTitle: string | null
  originalLanguage: string | null
  originalProvenance: 'DECLARED' | 'DERIVED' | null
  contentHash: string
  parserVersion: number
  sourceFile: string
  blocks: readonly { kind: string; text: string; html: string }[]
  images: readonly { url: string; alt: string | null; caption: string | null }[]
}

type Column = Exclude<keyof ArticleInput, 'id' | 'blocks' | 'images'>

/** Columns of `article` that come from the document, with their types; the rest is ours. */
const columns: Record<Column, [name: string, type: string]> = {
  slug: ['slug', 'text'],
  canonicalUrl: ['canonical_url', 'text'],
  language: ['language', 'text'],
  url: ['url', 'text'],
  publisherId: ['publisher_id', 'bigint'],
  externalId: ['external_id', 'text'],
  title: ['title', 'text'],
  lead: ['lead', 'text'],
  publishedAt: ['published_at', 'timestamptz(3)'],
  isPublishedAtKnown: ['is_published_at_known', 'boolean'],
  wordCount: ['word_count', 'int'],
  byline: ['byline', 'text'],
  imageUrl: ['image_url', 'text'],
  imageAlt: ['image_alt', 'text'],
  originalId: ['original_id', 'bigint'],
  originalUrl: ['original_url', 'text'],
  originalTitle: ['original_title', 'text'],
  originalLanguage: ['original_language', 'text'],
  originalProvenance: ['original_provenance', 'original_provenance'],
  contentHash: ['content_hash', 'text'],
  parserVersion: ['parser_version', 'int'],
  sourceFile: ['source_file', 'text'],
}
const fields = Object.keys(columns) as Column[]
const names = fields.map((field) => columns[field][0])
const list = (prefix: string) => names.map((name) => `${prefix}.${name}`).join(', ')

const incoming = {
  name: 'incoming_article',
  columns: { id: 'bigint', ...Object.fromEntries(Object.values(columns)), blocks: 'jsonb', images: 'jsonb' },
}

const findChanges = `
  SELECT new.id, array_remove(ARRAY[
    ${fields.map((field) => `CASE WHEN old.${columns[field][0]} IS DISTINCT FROM new.${columns[field][0]} THEN '${field}' END`).join(',\n    ')},
    CASE WHEN content.blocks IS DISTINCT FROM new.blocks THEN 'blocks' END,
    CASE WHEN content.images IS DISTINCT FROM new.images THEN 'images' END], NULL) AS fields
  FROM incoming_article AS new
  JOIN article AS old ON old.id = new.id
  LEFT JOIN article_content AS content ON content.article_id = new.id`

const findRenamed = `
  SELECT old.slug, NULL::bigint AS "formerId", old.id FROM article AS old JOIN incoming_article AS new ON new.id = old.id
  WHERE old.slug <> new.slug`

const saveRows = `
  INSERT INTO article AS old (id, ${names.join(', ')}, imported_at, import_id)
  SELECT new.id, ${list('new')}, import.started_at, import.id
  FROM incoming_article AS new, import WHERE import.id = $1
  ON CONFLICT (id) DO UPDATE SET ${[...names, 'imported_at', 'import_id'].map((name) => `${name} = excluded.${name}`).join(', ')}
    WHERE (${list('old')}) IS DISTINCT FROM (${list('excluded')})`

const saveContents = `
  INSERT INTO article_content AS old (article_id, blocks, images)
  SELECT id, blocks, images FROM incoming_article
  ON CONFLICT (article_id) DO UPDATE SET blocks = excluded.blocks, images = excluded.images
    WHERE (old.blocks, old.images) IS DISTINCT FROM (excluded.blocks, excluded.images)`

/** What makes the text that recognition reads. */
const textFields = new Set(['title', 'lead', 'language', 'blocks'])

export interface SavedArticles {
  /** How many rows changed. */
  changes: number
  /** For every article that was there before, what is different now: names of ArticleInput's fields, `[]` for nothing. */
  changedFields: Map<string, string[]>
  /** Articles whose text is another now: what was found in the old one is gone. Value: the organisations that it named. */
  rewritten: Map<string, string[]>
}

/**
 * Writes articles with their content. A row that says the same as before is left as it is; one whose text changed waits for
 * recognition again, and what was found in the old text goes with it, since its offsets no longer fit. Takes at most one row an id.
 */
export async function saveArticles(
  client: pg.ClientBase,
  importId: string,
  articles: readonly ArticleInput[],
): Promise<SavedArticles> {
  const slugs = await settleSlugs(client, 'article', articles)
  await stageRows(
    client,
    incoming,
    articles.map((article) => [
      article.id,
      ...fields.map((field): StagedValue => (field === 'slug' ? slugs.get(article.id)! : article[field])),
      new StagedJson(article.blocks),
      new StagedJson(article.images),
    ]),
  )
  await client.query('ANALYZE incoming_article')
  const { rows } = await client.query<{ id: string; fields: string[] }>(findChanges)
  const changedFields = new Map(rows.map((row) => [row.id, row.fields]))
  const rewritten = rows.filter((row) => row.fields.some((field) => textFields.has(field))).map((row) => row.id)
  const { rows: renamed } = await client.query<FormerName>(findRenamed)
  const written = await client.query(saveRows, [importId])
  await rememberFormerNames(client, 'article', renamed)
  const contents = await client.query(saveContents)
  await saveSearchTexts(client, articles)
  const forgotten = await forgetFindings(client, rewritten)
  await moveDates(
    client,
    [...changedFields].filter(([, changed]) => changed.includes('publishedAt')).map(([id]) => id),
  )
  return { changes: (written.rowCount ?? 0) + (contents.rowCount ?? 0), changedFields, rewritten: forgotten }
}

async function forgetFindings(client: pg.ClientBase, ids: readonly string[]): Promise<Map<string, string[]>> {
  const forgotten = new Map<string, string[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return forgotten
  await client.query('DELETE FROM mention WHERE article_id = ANY($1::bigint[])', [ids])
  const { rows } = await client.query<{ article: string; organisation: string }>(
    `DELETE FROM article_organisation WHERE article_id = ANY($1::bigint[])
     RETURNING article_id AS article, organisation_id AS organisation`,
    [ids],
  )
  await client.query('UPDATE article SET recognised_with = NULL, organisation_count = 0 WHERE id = ANY($1::bigint[])', [ids])
  for (const { article, organisation } of rows) forgotten.get(article)?.push(organisation)
  return forgotten
}

/** Keeps the copies of the time that the indexes need. Those of credits are written with the credits. */
async function moveDates(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await client.query(
    `UPDATE article_organisation SET published_at = article.published_at FROM article
     WHERE article.id = article_organisation.article_id AND article.id = ANY($1::bigint[])
       AND article_organisation.published_at <> article.published_at`,
    [ids],
  )
}

export interface StoredArticle {
  id: string
  sourceFile: string
  /** Null where the document did not say. */
  publishedAt: Date | null
}

/** What is stored under these ids, in no order; ids without an article are left out. */
export async function findStoredArticles(client: pg.ClientBase, ids: readonly string[]): Promise<StoredArticle[]> {
  const { rows } = await client.query<StoredArticle>(
    `SELECT id, source_file AS "sourceFile", CASE WHEN is_published_at_known THEN published_at END AS "publishedAt"
     FROM article WHERE id = ANY($1::bigint[])`,
    [ids],
  )
  return rows
}

/** Keys whose sums depend on these articles as they are stored now. */
export interface Dependents {
  publishers: string[]
  originals: string[]
  contributors: string[]
  organisations: string[]
}

export async function dependentsOf(client: pg.ClientBase, articleIds: readonly string[]): Promise<Dependents> {
  const read = async (sql: string) => (await client.query<{ id: string }>(sql, [articleIds])).rows.map((row) => row.id)
  return {
    publishers: await read('SELECT DISTINCT publisher_id AS id FROM article WHERE id = ANY($1::bigint[])'),
    originals: await read(
      'SELECT DISTINCT original_id AS id FROM article WHERE id = ANY($1::bigint[]) AND original_id IS NOT NULL',
    ),
    contributors: await read('SELECT DISTINCT contributor_id AS id FROM credit WHERE article_id = ANY($1::bigint[])'),
    organisations: await read(
      'SELECT DISTINCT organisation_id AS id FROM article_organisation WHERE article_id = ANY($1::bigint[])',
    ),
  }
}

/**
 * Removes articles with all that hangs on them. Those that have an heir answer as that from now on: the article, by id, that the
 * same document gives now.
 */
export async function removeArticles(
  client: pg.ClientBase,
  ids: readonly string[],
  heirs: ReadonlyMap<string, string> = new Map(),
): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await client.query<{ id: string; slug: string }>(
    'DELETE FROM article WHERE id = ANY($1::bigint[]) RETURNING id, slug',
    [ids],
  )
  await rememberFormerNames(
    client,
    'article',
    rows.flatMap(({ id, slug }) => (heirs.has(id) ? [{ slug, formerId: id, id: heirs.get(id)! }] : [])),
  )
  return rows.length
}
