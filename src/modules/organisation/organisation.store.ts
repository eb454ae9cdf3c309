import type pg from 'pg'
import { bigint, boolean, int4Array, oneOf, text } from '../../database/binary-types.ts'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { replaceRows, rowsFrom, type Table, toParameter } from '../../database/write-rows.ts'
import { gramsOf } from '../../text/name-grams.ts'

export interface OrganisationInput {
  id: string
  slug: string
  name: string
  nameZh: string | null
  nameEn: string | null
  kind: string
  country: string | null
  wikidataId: string | null
}

export interface AliasInput {
  organisationId: string
  text: string
  folded: string
  language: string | null
  script: string | null
  isWeak: boolean
  source: string
}

const organisation: Table<OrganisationInput> = {
  name: 'organisation',
  key: ['id'],
  columns: {
    id: bigint,
    slug: text,
    name: text,
    nameZh: text,
    nameEn: text,
    kind: oneOf('organisation_kind'),
    country: text,
    wikidataId: text,
  },
}
const alias: Table<AliasInput & { grams: Int32Array }> = {
  name: 'alias',
  key: ['organisationId', 'text'],
  columns: {
    organisationId: bigint,
    text,
    folded: text,
    language: text,
    script: text,
    isWeak: boolean,
    source: oneOf('alias_source'),
    grams: int4Array,
  },
}

const counts = 'article_count, major_count, about_count'
/** The same of the organisation `key.id`, as the pairs give them: each is read from an index of its own. */
const counted = ['', `AND strength >= 'MAJOR'`, `AND strength >= 'ABOUT'`]
  .map((part) => `(SELECT count(*)::int FROM article_organisation WHERE organisation_id = key.id ${part})`)
  .join(', ')
const listIn = (prefix: string, columns: string): string => columns.replace(/\w+/g, `${prefix}.$&`)

/**
 * Adds organisations and brings known ones up to date, with the number of articles that name them (whose pairs are there already),
 * each with exactly these aliases beside those that a person decided (CURATED).
 */
export async function saveOrganisations(
  client: pg.ClientBase,
  organisations: readonly OrganisationInput[],
  aliases: readonly AliasInput[],
): Promise<number> {
  if (organisations.length === 0) return 0
  const { slugs } = await settleSlugs(client, 'organisation', organisations)
  const ids = organisations.map(({ id }) => id)
  const columns = `slug, name, name_zh, name_en, kind, country, wikidata_id, ${counts}`
  const saved = await client.query(
    `INSERT INTO organisation AS old (id, ${columns})
     SELECT id, slug, name, name_zh, name_en, kind, country, wikidata_id, ${counted}
     FROM ${rowsFrom(organisation, '$1', 'key')}
     ON CONFLICT (id) DO UPDATE SET (${columns}) = ROW (${listIn('excluded', columns)})
       WHERE (${listIn('old', columns)}) IS DISTINCT FROM (${listIn('excluded', columns)})`,
    [
      toParameter(
        organisation,
        organisations.map((row) => ({ ...row, slug: slugs.get(row.id)! })),
      ),
    ],
  )
  const rows = aliases.map((row) => ({ ...row, grams: gramsOf(row.folded) }))
  const named = await replaceRows(client, alias, 'organisationId', ids, rows, {
    scope: `old.source <> 'CURATED'`,
    unless: `old.source = 'CURATED'`,
    following: ['grams'],
  })
  return (saved.rowCount ?? 0) + named.length
}

/** Counts the articles of these organisations again, in all and by how much they are about them. */
export async function refreshOrganisations(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const refreshed = await client.query(
    `UPDATE organisation SET (${counts}) = ROW (${listIn('counted', counts)})
     FROM (SELECT id, ${counted} FROM unnest($1::bigint[]) AS key (id)) AS counted (id, ${counts})
     WHERE organisation.id = counted.id AND (${listIn('organisation', counts)}) IS DISTINCT FROM (${listIn('counted', counts)})`,
    [ids],
  )
  return refreshed.rowCount ?? 0
}

const isUnmentioned = `
  article_count = 0 AND merged_into_id IS NULL
  AND NOT EXISTS (SELECT FROM mention WHERE mention.organisation_id = organisation.id)
  AND NOT EXISTS (SELECT FROM organisation AS merged WHERE merged.merged_into_id = organisation.id)
  AND NOT EXISTS (SELECT FROM alias WHERE alias.organisation_id = organisation.id AND alias.source = 'CURATED')`

/**
 * Removes organisations that no article names any more, unless a person has decided something about them. Should one be named
 * again, it comes back with the id and the slug that it had. Until then it answers as the one organisation that articles name
 * and that has at least half of its names, if there is one: what a gloss taught and the gazetteer has learned since is still found.
 */
export async function removeUnmentionedOrganisations(client: pg.ClientBase): Promise<number> {
  const { rows: replaced } = await client.query<FormerName>(`
    WITH gone AS (
      SELECT organisation.id, organisation.slug, array_agg(DISTINCT alias.folded) AS names
      FROM organisation JOIN alias ON alias.organisation_id = organisation.id AND NOT alias.is_weak
      WHERE ${isUnmentioned} GROUP BY organisation.id
    ), heir AS (
      SELECT gone.id, gone.slug, other.organisation_id AS heir
      FROM gone JOIN alias AS other ON other.folded = ANY(gone.names) AND NOT other.is_weak AND other.organisation_id <> gone.id
      JOIN organisation AS named ON named.id = other.organisation_id AND named.article_count > 0 AND named.merged_into_id IS NULL
      GROUP BY gone.id, gone.slug, gone.names, other.organisation_id
      HAVING 2 * count(DISTINCT other.folded) >= cardinality(gone.names)
    )
    SELECT id AS "formerId", slug, min(heir) AS id FROM heir GROUP BY id, slug HAVING count(*) = 1`)
  const removed = await client.query(`DELETE FROM organisation WHERE ${isUnmentioned}`)
  await rememberFormerNames(client, 'organisation', replaced)
  return removed.rowCount ?? 0
}

/** Articles that mention an organisation which bears one of these names. */
export async function findArticlesNaming(client: pg.ClientBase, folded: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT mention.article_id AS id FROM alias JOIN mention ON mention.organisation_id = alias.organisation_id
     WHERE alias.folded = ANY($1::text[])`,
    [folded],
  )
  return rows.map((row) => row.id)
}
