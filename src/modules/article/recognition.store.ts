import type pg from 'pg'
import { type StoredBlock, withText } from './stored-blocks.ts'

/** What recognition reads of a stored article. */
export interface ArticleText {
  id: string
  title: string
  lead: string | null
  language: string
  publishedAt: Date
  sourceFile: string
  blocks: { kind: string; text: string }[]
}

export async function countWaiting(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    'SELECT count(*)::int AS waiting FROM article WHERE recognised_with IS NULL',
  )
  return rows[0]!.waiting
}

/** The next articles behind `after` in which names are still to be looked for, always in the same order. */
export async function listWaiting(client: pg.ClientBase, after: string, limit: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM article WHERE recognised_with IS NULL AND id > $1 ORDER BY id LIMIT $2',
    [after, limit],
  )
  return rows.map((row) => row.id)
}

/** Whether any article has been read, by whatever rules. */
export async function isAnyRecognised(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ isAny: boolean }>(
    'SELECT EXISTS (SELECT FROM article WHERE recognised_with IS NOT NULL) AS "isAny"',
  )
  return rows[0]!.isAny
}

/** Texts of these articles, by id. */
export async function findTexts(client: pg.ClientBase, ids: readonly string[]): Promise<ArticleText[]> {
  if (ids.length === 0) return []
  const { rows } = await client.query<Omit<ArticleText, 'blocks'> & { blocks: StoredBlock[] }>(
    `SELECT article.id, title, lead, language, published_at AS "publishedAt", source_file AS "sourceFile", blocks
     FROM article JOIN article_content AS content ON content.article_id = article.id
     WHERE article.id = ANY($1::bigint[]) ORDER BY article.id`,
    [ids],
  )
  return rows.map(({ blocks, ...article }) => ({ ...article, blocks: blocks.map(withText) }))
}

/** Has these articles read again. */
export async function markWaiting(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  await client.query('UPDATE article SET recognised_with = NULL WHERE id = ANY($1::bigint[]) AND recognised_with IS NOT NULL', [
    ids,
  ])
}

/** Has every article read again that other rules than these read. No index knows what is not: none, as a rule, are before or behind. */
export async function markReadOtherwise(client: pg.ClientBase, version: string): Promise<void> {
  await client.query('UPDATE article SET recognised_with = NULL WHERE recognised_with < $1 OR recognised_with > $1', [version])
}

/** Says that these articles are read, and how many organisations they name. */
export async function saveRecognised(
  client: pg.ClientBase,
  version: string,
  articles: readonly { id: string; organisationCount: number }[],
): Promise<void> {
  await client.query(
    `UPDATE article SET recognised_with = $3, organisation_count = new.organisations
     FROM unnest($1::bigint[], $2::int[]) AS new (id, organisations)
     WHERE article.id = new.id AND (article.recognised_with, article.organisation_count) IS DISTINCT FROM ($3, new.organisations)`,
    [articles.map(({ id }) => id), articles.map(({ organisationCount }) => organisationCount), version],
  )
}
