import type pg from 'pg'
import { type FormerName, rememberFormerNames } from '../../database/former-names.ts'
import { settleSlugs } from '../../database/settle-slugs.ts'
import { stageRows } from '../../database/stage-rows.ts'
import { gramArray, gramsOf } from '../../text/search-grams.ts'

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

const incomingOrganisation = {
  name: 'incoming_organisation',
  columns: {
    id: 'bigint',
    slug: 'text',
    name: 'text',
    name_zh: 'text',
    name_en: 'text',
    kind: 'organisation_kind',
    country: 'text',
    wikidata_id: 'text',
  },
}
const incomingAlias = {
  name: 'incoming_alias',
  columns: {
    organisation_id: 'bigint',
    text: 'text',
    folded: 'text',
    language: 'text',
    script: 'text',
    is_weak: 'boolean',
    source: 'alias_source',
    grams: 'int[]',
  },
}

/**
 * Adds organisations and brings known ones up to date, each with exactly these aliases beside those that a person decided
 * (CURATED).
 */
export async function saveOrganisations(
  client: pg.ClientBase,
  organisations: readonly OrganisationInput[],
  aliases: readonly AliasInput[],
): Promise<number> {
  const slugs = await settleSlugs(client, 'organisation', organisations)
  await stageRows(
    client,
    incomingOrganisation,
    organisations.map((row) => [
      row.id,
      slugs.get(row.id)!,
      row.name,
      row.nameZh,
      row.nameEn,
      row.kind,
      row.country,
      row.wikidataId,
    ]),
  )
  await stageRows(
    client,
    incomingAlias,
    aliases.map((row) => [
      row.organisationId,
      row.text,
      row.folded,
      row.language,
      row.script,
      row.isWeak,
      row.source,
      gramArray(gramsOf(row.folded)),
    ]),
  )
  const saved = await client.query(`
    INSERT INTO organisation AS old (id, slug, name, name_zh, name_en, kind, country, wikidata_id)
    SELECT id, slug, name, name_zh, name_en, kind, country, wikidata_id FROM incoming_organisation
    ON CONFLICT (id) DO UPDATE
      SET slug = excluded.slug, name = excluded.name, name_zh = excluded.name_zh, name_en = excluded.name_en, kind = excluded.kind,
          country = excluded.country, wikidata_id = excluded.wikidata_id
      WHERE (old.slug, old.name, old.name_zh, old.name_en, old.kind, old.country, old.wikidata_id) IS DISTINCT FROM
        (excluded.slug, excluded.name, excluded.name_zh, excluded.name_en, excluded.kind, excluded.country, excluded.wikidata_id)`)
  const removed = await client.query(`
    DELETE FROM alias USING incoming_organisation AS body
    WHERE alias.organisation_id = body.id AND alias.source <> 'CURATED'
      AND NOT EXISTS (SELECT FROM incoming_alias AS new WHERE (new.organisation_id, new.text) = (alias.organisation_id, alias.text))`)
  const named = await client.query(`
    INSERT INTO alias AS old (organisation_id, text, folded, language, script, is_weak, source, grams)
    SELECT organisation_id, text, folded, language, script, is_weak, source, grams FROM incoming_alias
    ON CONFLICT (organisation_id, text) DO UPDATE
      SET folded = excluded.folded, language = excluded.language, script = excluded.script, is_weak = excluded.is_weak,
          source = excluded.source, grams = excluded.grams
      WHERE old.source <> 'CURATED' AND (old.folded, old.language, old.script, old.is_weak, old.source) IS DISTINCT FROM
        (excluded.folded, excluded.language, excluded.script, excluded.is_weak, excluded.source)`)
  return (saved.rowCount ?? 0) + (removed.rowCount ?? 0) + (named.rowCount ?? 0)
}

/** Counts the articles of these organisations again. */
export async function refreshOrganisations(client: pg.ClientBase, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const counted = await client.query(
    `UPDATE organisation SET article_count = counted.articles
     FROM (SELECT key.id, count(pair.article_id)::int AS articles
           FROM unnest($1::bigint[]) AS key(id) LEFT JOIN article_organisation AS pair ON pair.organisation_id = key.id
           GROUP BY key.id) AS counted
     WHERE organisation.id = counted.id AND organisation.article_count <> counted.articles`,
    [ids],
  )
  return counted.rowCount ?? 0
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
