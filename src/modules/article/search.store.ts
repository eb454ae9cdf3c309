import type pg from 'pg'
import { bigint, copyBinary, int4Array, text, timestamptz } from '../../database/copy-binary.ts'
import { gramArray, gramsOf, piecesOf, searchText } from '../../text/search-grams.ts'

/** What search reads of an article. */
export interface SearchedArticle {
  id: string
  title: string
  lead: string | null
  publishedAt: Date
  blocks: readonly { text: string }[]
}

interface FoldedArticle {
  article_id: string
  published_at: Date
  title: string
  lead: string
  text: string
}

const columns = {
  article_id: bigint,
  published_at: timestamptz,
  title: text,
  lead: text,
  text,
  title_grams: int4Array,
  grams: int4Array,
}

/** Makes these articles findable by their words as they are now. A row that says the same as before is left as it is. */
export async function saveSearchTexts(client: pg.ClientBase, articles: readonly SearchedArticle[]): Promise<void> {
  const stale = await removeStale(client, articles)
  if (stale.size === 0) return
  await copyBinary(client, 'article_search', columns, toRows(articles.filter(({ id }) => stale.has(id))))
}

/** Which of these articles have no row, or had one that said something else. */
async function removeStale(client: pg.ClientBase, articles: readonly SearchedArticle[]): Promise<Set<string>> {
  const stale = new Set(articles.map(({ id }) => id))
  const { rows: stored } = await client.query<{ id: string }>(
    'SELECT article_id AS id FROM article_search WHERE article_id = ANY($1::bigint[])',
    [[...stale]],
  )
  if (stored.length === 0) return stale
  const there = new Set(stored.map(({ id }) => id))
  const folded = articles.filter(({ id }) => there.has(id)).map(fold)
  const { rows: removed } = await client.query<{ id: string }>(
    `DELETE FROM article_search AS old
     USING unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) AS new (article_id, published_at, title, lead, text)
     WHERE old.article_id = new.article_id AND (old.published_at, old.title, old.lead, old.text) IS DISTINCT FROM
       (new.published_at, new.title, new.lead, new.text)
     RETURNING old.article_id AS id`,
    [
      folded.map((row) => row.article_id),
      folded.map((row) => row.published_at.toISOString()),
      ...(['title', 'lead', 'text'] as const).map((field) => folded.map((row) => row[field])),
    ],
  )
  for (const { id } of removed) there.delete(id)
  for (const id of there) stale.delete(id)
  return stale
}

/** One at a time: the pieces of a batch together are many times its text. */
function* toRows(articles: readonly SearchedArticle[]) {
  for (const article of articles) {
    const row = fold(article)
    yield { ...row, title_grams: piecesOf([row.title]), grams: piecesOf([row.title, row.lead, row.text]) }
  }
}

const fold = ({ id, title, lead, publishedAt, blocks }: SearchedArticle): FoldedArticle => ({
  article_id: id,
  published_at: publishedAt,
  title: searchText(title),
  lead: searchText(lead ?? ''),
  text: searchText(bodyText(blocks)),
})

/** What `Article.text` answers. */
const bodyText = (blocks: SearchedArticle['blocks']): string =>
  blocks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n')

const articlesPerBatch = 200

/**
 * Gives articles and names that an older version stored without their pieces what they lack. Returns how many rows changed: none,
 * as a rule.
 */
export async function completeSearch(client: pg.ClientBase): Promise<number> {
  const { rows: names } = await client.query<{ organisation_id: string; text: string; folded: string }>(
    `SELECT organisation_id, text, folded FROM alias WHERE grams = '{}' AND folded <> ''`,
  )
  if (names.length > 0) {
    await client.query(
      `UPDATE alias SET grams = new.grams::int[] FROM unnest($1::bigint[], $2::text[], $3::text[]) AS new (organisation_id, text, grams)
       WHERE (alias.organisation_id, alias.text) = (new.organisation_id, new.text)`,
      [names.map((row) => row.organisation_id), names.map((row) => row.text), names.map((row) => gramArray(gramsOf(row.folded)))],
    )
  }
  const { rows: missing } = await client.query<{ id: string }>(
    'SELECT id FROM article WHERE NOT EXISTS (SELECT FROM article_search WHERE article_id = article.id)',
  )
  for (let at = 0; at < missing.length; at += articlesPerBatch) {
    const { rows } = await client.query<SearchedArticle>(
      `SELECT article.id, title, lead, published_at AS "publishedAt", blocks
       FROM article JOIN article_content AS content ON content.article_id = article.id WHERE article.id = ANY($1::bigint[])`,
      [missing.slice(at, at + articlesPerBatch).map(({ id }) => id)],
    )
    await saveSearchTexts(client, rows)
  }
  return names.length + missing.length
}

const indexes = ['article_search_grams_idx', 'article_search_title_grams_idx', 'alias_grams_idx', 'alias_folded_trgm_idx']

/** Sorts into the indexes what waits for it: until then every search looks through all that waits. */
export async function settleSearchIndexes(client: pg.ClientBase): Promise<void> {
  for (const index of indexes) await client.query(`SELECT gin_clean_pending_list('${index}')`)
}
