import type pg from 'pg'
import { bigint, copyBinary, text } from '../../database/copy-binary.ts'
import { gramArray, gramsOf } from '../../text/name-grams.ts'
import { PieceCollector, searchText } from '../../text/search-pieces.ts'
import { type StoredBlock, withText } from '../article/stored-blocks.ts'
import { addSegment, forgetOrdinals } from './segment.store.ts'

/** What search reads of an article. */
export interface SearchedArticle {
  id: string
  title: string
  lead: string | null
  blocks: readonly { text: string }[]
}

/** The same as search compares it. */
export interface FoldedText {
  title: string
  lead: string
  text: string
}

/**
 * Makes these articles, which are stored already, findable by their words as they are now. Call it in the transaction that stores
 * them. One that says the same as before is left as it is.
 */
export function saveSearchTexts(client: pg.ClientBase, articles: readonly SearchedArticle[]): Promise<void> {
  return saveFoldedTexts(
    client,
    articles.map((article) => ({ id: article.id, searched: foldForSearch(article) })),
  )
}

interface Searched {
  id: string
  searched: FoldedText
}

export async function saveFoldedTexts(client: pg.ClientBase, articles: readonly Searched[]): Promise<void> {
  const ordinals = await allotOrdinals(client, articles)
  if (ordinals.size === 0) return
  const fresh = articles
    .filter(({ id }) => ordinals.has(id))
    .sort((one, other) => ordinals.get(one.id)! - ordinals.get(other.id)!)
  await copyBinary(client, 'article_search', { article_id: bigint, title: text, lead: text, text }, rowsOf(fresh))
  const pieces = { titles: new PieceCollector(), texts: new PieceCollector() }
  for (const { searched } of fresh) {
    const { title, lead, text } = searched
    pieces.titles.add([title])
    pieces.texts.add([title, lead, text])
  }
  await addSegment(client, Int32Array.from(ordinals.values()).sort(), pieces)
}

/** One after the other: texts may lie where they are no strings yet. */
function* rowsOf(articles: readonly Searched[]) {
  for (const { id, searched } of articles) yield { article_id: id, ...searched }
}

/**
 * The ordinals of those of these articles that are not found by their words yet, or by others: above all that the index holds.
 * What was found of them before is gone.
 */
async function allotOrdinals(client: pg.ClientBase, articles: readonly Searched[]): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; ordinal: number; isThere: boolean; last: number }>(
    `SELECT a.id, a.ordinal, s.article_id IS NOT NULL AS "isThere", (SELECT COALESCE(max(last_ordinal), 0) FROM search_segment) AS last
     FROM article AS a LEFT JOIN article_search AS s ON s.article_id = a.id WHERE a.id = ANY($1::bigint[])`,
    [articles.map(({ id }) => id)],
  )
  const ordinals = new Map(rows.map(({ id, ordinal }) => [id, ordinal]))
  const there = new Set(rows.filter(({ isThere }) => isThere).map(({ id }) => id))
  if (there.size > 0) {
    const changed = await removeChanged(
      client,
      articles.filter(({ id }) => there.has(id)),
    )
    for (const id of there) if (!changed.includes(id)) ordinals.delete(id)
  }
  const last = rows[0]?.last ?? 0
  const used = [...ordinals].filter(([, ordinal]) => ordinal <= last)
  if (used.length > 0) {
    await forgetOrdinals(
      client,
      used.map(([, ordinal]) => ordinal),
    )
    const { rows: renewed } = await client.query<{ id: string; ordinal: number }>(
      'UPDATE article SET ordinal = DEFAULT WHERE id = ANY($1::bigint[]) RETURNING id, ordinal',
      [used.map(([id]) => id)],
    )
    for (const { id, ordinal } of renewed) ordinals.set(id, ordinal)
  }
  return ordinals
}

/** Removes the rows that say something else, and returns the ids of their articles. */
async function removeChanged(client: pg.ClientBase, articles: readonly Searched[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `DELETE FROM article_search AS old
     USING unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS new (article_id, title, lead, text)
     WHERE old.article_id = new.article_id AND (old.title, old.lead, old.text) IS DISTINCT FROM (new.title, new.lead, new.text)
     RETURNING old.article_id AS id`,
    [
      articles.map(({ id }) => id),
      ...(['title', 'lead', 'text'] as const).map((field) => articles.map(({ searched }) => searched[field])),
    ],
  )
  return rows.map(({ id }) => id)
}

export const foldForSearch = ({ title, lead, blocks }: Omit<SearchedArticle, 'id'>): FoldedText => ({
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

const isUnknown = 'NOT EXISTS (SELECT FROM article_search WHERE article_id = article.id)'
const nameless = `grams = '{}' AND folded <> ''`

/** Whether `completeNames` and `completeTexts` would find nothing to do. Both numbers of articles are kept: to look for each took half a second a million. */
export async function isSearchComplete(database: pg.Pool | pg.ClientBase): Promise<boolean> {
  const { rows } = await database.query<{ lacks: boolean }>(
    `SELECT (SELECT COALESCE(sum(article_count), 0) FROM publisher) <> (SELECT COALESCE(sum(articles), 0) FROM search_segment)
       OR EXISTS (SELECT FROM alias WHERE ${nameless}) AS lacks`,
  )
  return !rows[0]!.lacks
}

/** Gives names that an older version stored without their pieces what they lack. Returns how many: none, as a rule. */
export async function completeNames(client: pg.ClientBase): Promise<number> {
  const { rows: names } = await client.query<{ organisation_id: string; text: string; folded: string }>(
    `SELECT organisation_id, text, folded FROM alias WHERE ${nameless}`,
  )
  if (names.length > 0) {
    await client.query(
      `UPDATE alias SET grams = new.grams::int[] FROM unnest($1::bigint[], $2::text[], $3::text[]) AS new (organisation_id, text, grams)
       WHERE (alias.organisation_id, alias.text) = (new.organisation_id, new.text)`,
      [names.map((row) => row.organisation_id), names.map((row) => row.text), names.map((row) => gramArray(gramsOf(row.folded)))],
    )
  }
  return names.length
}

/**
 * Makes those of a batch of articles that an older version stored findable by their words. Call it again with the ordinal that it
 * returns until that is null: it goes on behind the articles that it has looked at, so that it looks at each about once.
 */
export async function completeTexts(client: pg.ClientBase, after: number): Promise<{ last: number | null; completed: number }> {
  const { rows: looked } = await client.query<{ id: string; ordinal: number; lacks: boolean }>(
    `SELECT id, ordinal, ${isUnknown} AS lacks
     FROM (SELECT id, ordinal FROM article WHERE ordinal > $1 ORDER BY ordinal LIMIT $2) AS article ORDER BY ordinal`,
    [after, articlesPerBatch],
  )
  const missing = looked.filter(({ lacks }) => lacks).map(({ id }) => id)
  if (missing.length > 0) {
    const { rows } = await client.query<Omit<SearchedArticle, 'blocks'> & { blocks: StoredBlock[] }>(
      `SELECT article.id, title, lead, blocks
       FROM article JOIN article_content AS content ON content.article_id = article.id WHERE article.id = ANY($1::bigint[])`,
      [missing],
    )
    await saveSearchTexts(
      client,
      rows.map((row) => ({ ...row, blocks: row.blocks.map(withText) })),
    )
  }
  return { last: looked.at(-1)?.ordinal ?? null, completed: missing.length }
}

/**
 * Sorts into the indexes of names what waits for it: until then every search looks through all that waits. A role that does not own
 * them leaves it to autovacuum.
 */
export async function settleSearchIndexes(client: pg.ClientBase): Promise<void> {
  await client.query(`SELECT gin_clean_pending_list(index.oid) FROM pg_class AS index
    WHERE index.oid IN ('alias_grams_idx'::regclass, 'alias_folded_trgm_idx'::regclass) AND pg_has_role(index.relowner, 'USAGE')`)
}
