import type pg from 'pg'
import { stageRows } from '../../database/stage-rows.ts'
import { gramArray, gramsOf, searchText } from '../../text/search-grams.ts'

/** What search reads of an article. */
export interface SearchedArticle {
  id: string
  title: string
  lead: string | null
  publishedAt: Date
  blocks: readonly { text: string }[]
}

const incoming = {
  name: 'incoming_article_search',
  columns: {
    article_id: 'bigint',
    published_at: 'timestamptz(3)',
    title: 'text',
    lead: 'text',
    text: 'text',
    title_grams: 'int[]',
    grams: 'int[]',
  },
}

/** Makes these articles findable by their words as they are now. A row that says the same as before is left as it is. */
export async function saveSearchTexts(client: pg.ClientBase, articles: readonly SearchedArticle[]): Promise<void> {
  await stageRows(client, incoming, toRows(articles))
  await client.query(`
    INSERT INTO article_search AS old (article_id, published_at, title, lead, text, title_grams, grams)
    SELECT article_id, published_at, title, lead, text, title_grams, grams FROM incoming_article_search
    ON CONFLICT (article_id) DO UPDATE
      SET published_at = excluded.published_at, title = excluded.title, lead = excluded.lead, text = excluded.text,
          title_grams = excluded.title_grams, grams = excluded.grams
      WHERE (old.published_at, old.title, old.lead, old.text) IS DISTINCT FROM
        (excluded.published_at, excluded.title, excluded.lead, excluded.text)`)
}

/** One at a time: the pieces of a batch together are many times its text. */
function* toRows(articles: readonly SearchedArticle[]) {
  for (const article of articles) yield toRow(article)
}

function toRow({ id, title, lead, publishedAt, blocks }: SearchedArticle) {
  const folded = { title: searchText(title), lead: searchText(lead ?? ''), text: searchText(bodyText(blocks)) }
  const titleGrams = gramsOf(folded.title)
  const grams = new Set(titleGrams)
  for (const part of [folded.lead, folded.text]) for (const gram of gramsOf(part)) grams.add(gram)
  return [id, publishedAt, folded.title, folded.lead, folded.text, gramArray(titleGrams), gramArray([...grams])]
}

/** What `Article.text` answers. */
const bodyText = (blocks: SearchedArticle['blocks']): string =>
  blocks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n')

const articlesPerBatch = 200

/**
 * Ends an import for search: articles and names that an older version stored without their pieces get them, and pieces that wait
 * to be sorted into the index are. Returns how many rows changed: none, as a rule.
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
  for (const index of ['article_search_grams_idx', 'article_search_title_grams_idx', 'alias_grams_idx', 'alias_folded_trgm_idx'])
    await client.query(`SELECT gin_clean_pending_list('${index}')`)
  return names.length + missing.length
}
