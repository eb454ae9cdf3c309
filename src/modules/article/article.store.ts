import type pg from 'pg'
import { bigint, boolean, int4, json, oneOf, storableJson, text, timestamptz } from '../../database/binary-types.ts'
import { rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { insertRows, listColumns, rowsFrom, type Table, toParameter, upsertRows } from '../../database/write-rows.ts'
import { type FoldedText, saveFoldedTexts } from '../search/search.store.ts'
import { forgetOrdinals } from '../search/segment.store.ts'
import { toStored } from './stored-blocks.ts'

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
  content: ArticleContent
  searched: FoldedText
}

/** An article's blocks and images, as JSON in UTF-8. */
export interface ArticleContent {
  blocks: Uint8Array
  images: Uint8Array
}

export const toContent = (
  article: {
    blocks: readonly { kind: string; html: string }[]
    images: readonly { url: string; alt: string | null; caption: string | null }[]
  },
  encode: (json: string) => Uint8Array,
): ArticleContent => ({
  blocks: encode(storableJson(article.blocks.map(toStored))),
  images: encode(storableJson(article.images)),
})

/** When and by which import an article was written as it is. */
export interface Importing {
  importId: string
  importedAt: Date
}

const article: Table<Omit<ArticleInput, 'content' | 'searched'> & Importing> = {
  name: 'article',
  key: ['id'],
  columns: {
    id: bigint,
    slug: text,
    canonicalUrl: text,
    language: text,
    url: text,
    publisherId: bigint,
    externalId: text,
    title: text,
    lead: text,
    publishedAt: timestamptz,
    isPublishedAtKnown: boolean,
    wordCount: int4,
    byline: text,
    imageUrl: text,
    imageAlt: text,
    originalId: bigint,
    originalUrl: text,
    originalTitle: text,
    originalLanguage: text,
    originalProvenance: oneOf('original_provenance'),
    contentHash: text,
    parserVersion: int4,
    sourceFile: text,
    importId: bigint,
    importedAt: timestamptz,
  },
}
const contents: Table<{ articleId: string } & ArticleContent> = {
  name: 'article_content',
  key: ['articleId'],
  columns: { articleId: bigint, blocks: json, images: json },
}
const contentOf = ({ id, content }: ArticleInput) => ({ articleId: id, ...content })
/** One after the other, since none is needed for long: what content holds may lie where it is no string yet. */
function* each<Item, Row>(items: readonly Item[], toRow: (item: Item) => Row): Generator<Row> {
  for (const item of items) yield toRow(item)
}

const compared = Object.keys(article.columns).filter((field) => !['id', 'importId', 'importedAt'].includes(field))
const findChanges = `
  SELECT old.id, old.slug, array_remove(ARRAY[
    ${compared.map((field) => `CASE WHEN ${listColumns([field], 'old.')} IS DISTINCT FROM ${listColumns([field], 'new.')} THEN '${field}' END`).join(',\n    ')},
    CASE WHEN content.blocks::jsonb IS DISTINCT FROM said.blocks::jsonb THEN 'blocks' END,
    CASE WHEN content.images::jsonb IS DISTINCT FROM said.images::jsonb THEN 'images' END], NULL) AS fields
  FROM ${rowsFrom(article, '$1', 'new')}
  JOIN ${rowsFrom(contents, '$2', 'said')} ON said.article_id = new.id
  JOIN article AS old ON old.id = new.id
  LEFT JOIN article_content AS content ON content.article_id = new.id`

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
 * Publishers are there before, originals are saved after them.
 */
export async function saveArticles(
  client: pg.ClientBase,
  importing: Importing,
  articles: readonly ArticleInput[],
): Promise<SavedArticles> {
  const { slugs, stored } = await settleSlugs(client, 'article', articles)
  const toRow = (row: ArticleInput) => ({ ...row, ...importing, slug: slugs.get(row.id)! })
  const added = articles.filter(({ id }) => !stored.has(id))
  await insertRows(client, article, each(added, toRow))
  await insertRows(client, contents, each(added, contentOf))
  const changed = await updateArticles(client, articles.filter(({ id }) => stored.has(id)).map(toRow))
  await saveFoldedTexts(client, articles)
  return { ...changed, changes: changed.changes + added.length }
}

async function updateArticles(client: pg.ClientBase, rows: readonly (ArticleInput & Importing)[]): Promise<SavedArticles> {
  if (rows.length === 0) return { changes: 0, changedFields: new Map(), rewritten: new Map() }
  const { rows: found } = await client.query<{ id: string; slug: string; fields: string[] }>(findChanges, [
    toParameter(article, rows),
    toParameter(contents, rows.map(contentOf)),
  ])
  const changedFields = new Map(found.map(({ id, fields }) => [id, fields]))
  const withChanged = (isMeant: (field: string) => boolean) => rows.filter(({ id }) => changedFields.get(id)?.some(isMeant))
  const isContent = (field: string): boolean => field === 'blocks' || field === 'images'
  const articles = withChanged((field) => !isContent(field))
  const rewrittenContents = withChanged(isContent)
  await upsertRows(client, article, articles, { following: ['importId', 'importedAt'] })
  await rememberFormerNames(
    client,
    'article',
    found.flatMap(({ id, slug, fields }) => (fields.includes('slug') ? [{ slug, formerId: null, id }] : [])),
  )
  await upsertRows(client, contents, rewrittenContents.map(contentOf), { following: ['blocks', 'images'] })
  const idsOf = (some: readonly ArticleInput[]) => some.map(({ id }) => id)
  const rewritten = await forgetFindings(client, idsOf(withChanged((field) => textFields.has(field))))
  await moveDates(client, idsOf(withChanged((field) => field === 'publishedAt')))
  return { changes: articles.length + rewrittenContents.length, changedFields, rewritten }
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
  if (articleIds.length === 0) return { publishers: [], originals: [], contributors: [], organisations: [] }
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
  const { rows } = await client.query<{ id: string; slug: string; ordinal: number }>(
    'DELETE FROM article WHERE id = ANY($1::bigint[]) RETURNING id, slug, ordinal',
    [ids],
  )
  await forgetOrdinals(
    client,
    rows.map(({ ordinal }) => ordinal),
  )
  await rememberFormerNames(
    client,
    'article',
    rows.flatMap(({ id, slug }) => (heirs.has(id) ? [{ slug, formerId: id, id: heirs.get(id)! }] : [])),
  )
  return rows.length
}
