import type pg from 'pg'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { stageRows } from '../../database/stage-rows.ts'
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

const incomingContributor = {
  name: 'incoming_contributor',
  columns: { id: 'bigint', slug: 'text', name: 'text', folded: 'text', publisher_id: 'bigint' },
}
const incomingCredit = {
  name: 'incoming_credit',
  columns: {
    article_id: 'bigint',
    role: 'credit_role',
    position: 'int',
    contributor_id: 'bigint',
    as_printed: 'text',
    url: 'text',
    published_at: 'timestamptz(3)',
  },
}

/** Makes sure that the rows exist; `refreshContributors` fills what follows from their credits. */
export async function saveContributors(client: pg.ClientBase, contributors: readonly ContributorInput[]): Promise<number> {
  const slugs = await settleSlugs(client, 'contributor', contributors)
  await stageRows(
    client,
    incomingContributor,
    contributors.map(({ id, name, publisherId }) => [id, slugs.get(id)!, name, foldName(name), publisherId]),
  )
  const saved = await client.query(`
    INSERT INTO contributor AS old (id, slug, name, folded, publisher_id)
    SELECT id, slug, name, folded, publisher_id FROM incoming_contributor
    ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, folded = excluded.folded
      WHERE (old.slug, old.folded) IS DISTINCT FROM (excluded.slug, excluded.folded)`)
  return saved.rowCount ?? 0
}

/** Gives these articles exactly these credits. Returns the articles whose credits changed. */
export async function saveCredits(
  client: pg.ClientBase,
  articleIds: readonly string[],
  credits: readonly CreditInput[],
): Promise<string[]> {
  await stageRows(
    client,
    incomingCredit,
    credits.map((credit) => [
      credit.articleId,
      credit.role,
      credit.position,
      credit.contributorId,
      credit.asPrinted,
      credit.url,
      credit.publishedAt,
    ]),
  )
  const removed = await client.query<{ article_id: string }>(
    `DELETE FROM credit WHERE article_id = ANY($1::bigint[])
       AND NOT EXISTS (SELECT FROM incoming_credit AS new
                       WHERE (new.article_id, new.role, new.position) = (credit.article_id, credit.role, credit.position))
     RETURNING article_id`,
    [articleIds],
  )
  const saved = await client.query<{ article_id: string }>(`
    INSERT INTO credit (article_id, role, position, contributor_id, as_printed, url, published_at)
    SELECT article_id, role, position, contributor_id, as_printed, url, published_at FROM incoming_credit
    ON CONFLICT (article_id, role, position) DO UPDATE
      SET contributor_id = excluded.contributor_id, as_printed = excluded.as_printed, url = excluded.url,
          published_at = excluded.published_at
      WHERE (credit.contributor_id, credit.as_printed, credit.url, credit.published_at)
        IS DISTINCT FROM (excluded.contributor_id, excluded.as_printed, excluded.url, excluded.published_at)
    RETURNING article_id`)
  return [...removed.rows, ...saved.rows].map((row) => row.article_id)
}

/**
 * Counts the articles of these contributors again, chooses their profile page (of the earliest article that prints one, then
 * the smallest article id) and removes those whom no article credits any more: they answer as who bears their name at the
 * publisher of the same host from then on, if anybody does.
 */
export async function refreshContributors(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const refreshed = await client.query(
    `UPDATE contributor SET author_count = told.authored, translator_count = told.translated, url = told.url
     FROM (SELECT contributor_id,
                  (count(DISTINCT article_id) FILTER (WHERE role = 'AUTHOR'))::int AS authored,
                  (count(DISTINCT article_id) FILTER (WHERE role = 'TRANSLATOR'))::int AS translated,
                  (array_agg(url ORDER BY published_at, article_id, role, position) FILTER (WHERE url IS NOT NULL))[1] AS url
           FROM credit WHERE contributor_id = ANY($1::bigint[])
           GROUP BY contributor_id) AS told
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
