import type pg from 'pg'
import { bigint, int4, oneOf, text, timestamptz } from '../../database/binary-types.ts'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { replaceRows, rowsFrom, type Table, toParameter } from '../../database/write-rows.ts'
import { foldName } from '../../text/fold-name.ts'
import { shareHost } from '../publisher/publisher.store.ts'

export interface ContributorInput {
  id: string
  slug: string
  name: string
  publisherId: string
}

export interface CreditInput {
  articleId: string
  role: string
  position: number
  contributorId: string
  asPrinted: string
  url: string | null
  publishedAt: Date
}

const contributor: Table<ContributorInput & { folded: string }> = {
  name: 'contributor',
  key: ['id'],
  columns: { id: bigint, slug: text, name: text, folded: text, publisherId: bigint },
}
const credit: Table<CreditInput> = {
  name: 'credit',
  key: ['articleId', 'role', 'position'],
  columns: {
    articleId: bigint,
    role: oneOf('credit_role'),
    position: int4,
    contributorId: bigint,
    asPrinted: text,
    url: text,
    publishedAt: timestamptz,
  },
}

/** Gives these articles exactly these credits. Returns the articles whose credits changed. Their contributors are saved after them. */
export async function saveCredits(
  client: pg.ClientBase,
  articleIds: readonly string[],
  credits: readonly CreditInput[],
): Promise<string[]> {
  return (await replaceRows(client, credit, 'articleId', articleIds, credits)).map(({ articleId }) => articleId)
}

/** What follows from credits: how many articles, and the profile page, of the earliest article that prints one, then the smallest id. */
const sums = `
  SELECT contributor_id,
         (count(DISTINCT article_id) FILTER (WHERE role = 'AUTHOR'))::int AS authored,
         (count(DISTINCT article_id) FILTER (WHERE role = 'TRANSLATOR'))::int AS translated,
         (array_agg(url ORDER BY published_at, article_id, role, position) FILTER (WHERE url IS NOT NULL))[1] AS url
  FROM credit WHERE contributor_id = ANY($1::bigint[])
  GROUP BY contributor_id`

/** Adds contributors and brings known ones up to date, with what follows from their credits, which are there already. */
export async function saveContributors(client: pg.ClientBase, contributors: readonly ContributorInput[]): Promise<number> {
  if (contributors.length === 0) return 0
  const { slugs } = await settleSlugs(client, 'contributor', contributors)
  const rows = contributors.map((row) => ({ ...row, slug: slugs.get(row.id)!, folded: foldName(row.name) }))
  const saved = await client.query(
    `INSERT INTO contributor AS old (id, slug, name, folded, publisher_id, author_count, translator_count, url)
     SELECT id, slug, name, folded, publisher_id, authored, translated, told.url
     FROM ${rowsFrom(contributor, '$2', 'new')} JOIN (${sums}) AS told ON contributor_id = id
     ON CONFLICT (id) DO UPDATE
       SET slug = excluded.slug, folded = excluded.folded, author_count = excluded.author_count,
           translator_count = excluded.translator_count, url = excluded.url
       WHERE (old.slug, old.folded, old.author_count, old.translator_count, old.url) IS DISTINCT FROM
         (excluded.slug, excluded.folded, excluded.author_count, excluded.translator_count, excluded.url)`,
    [rows.map(({ id }) => id), toParameter(contributor, rows)],
  )
  return saved.rowCount ?? 0
}

/**
 * Works out these contributors again from their credits and removes those whom no article credits any more: they answer as who
 * bears their name at the publisher of the same host from then on, if anybody does.
 */
export async function refreshContributors(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const refreshed = await client.query(
    `UPDATE contributor SET author_count = told.authored, translator_count = told.translated, url = told.url
     FROM (${sums}) AS told
     WHERE contributor.id = told.contributor_id
       AND (contributor.author_count, contributor.translator_count, contributor.url)
         IS DISTINCT FROM (told.authored, told.translated, told.url)`,
    [ids],
  )
  const isUncredited =
    'contributor.id = ANY($1::bigint[]) AND NOT EXISTS (SELECT FROM credit WHERE credit.contributor_id = contributor.id)'
  const { rows: replaced } = await client.query<FormerName>(
    `SELECT contributor.id AS "formerId", contributor.slug, min(heir.id) AS id
     FROM contributor JOIN publisher AS old ON old.id = contributor.publisher_id
     JOIN contributor AS heir ON heir.name = contributor.name AND heir.id <> contributor.id
     JOIN publisher AS now ON now.id = heir.publisher_id AND ${shareHost('old', 'now')}
     WHERE ${isUncredited} GROUP BY contributor.id, contributor.slug`,
    [ids],
  )
  const removed = await client.query(`DELETE FROM contributor WHERE ${isUncredited}`, [ids])
  await rememberFormerNames(client, 'contributor', replaced)
  return (refreshed.rowCount ?? 0) + (removed.rowCount ?? 0)
}
