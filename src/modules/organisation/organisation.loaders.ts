import type DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { Statement } from '../../database/database.ts'
import { objectSelection } from '../../graphql/selection.ts'
import { translatorTable } from '../contributor/contributor.table.ts'
import { asNode, nodeColumns } from '../paging/list.ts'
import { jsonColumn } from '../paging/plan-rows.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import type { Alias } from './organisation.type.ts'
import type { Rendering } from './rendering.type.ts'

const aliases = statement(
  'aliases-by-organisation',
  `SELECT organisation_id AS "key", text, language, script, source, is_weak AS "weak" FROM alias
   WHERE organisation_id = ANY($1::bigint[]) ORDER BY organisation_id, source, text`,
)

/** Names of an organisation: the gazetteer's, then those from glosses, then those that people gave. */
export function aliasesLoader(context: RequestContext): DataLoader<string, Alias[]> {
  return context.loader('aliases-by-organisation', async (keys) =>
    grouped(keys, await context.db.query<Alias & Keyed>(aliases, [keys])),
  )
}

/** Articles of a body that are looked at, newest first: what bounds the work for one that thousands name. */
const articlesPerOrganisation = 2000

/**
 * docs/related.md says this in words; change both together. Articles and credits are looked up one by one (OFFSET keeps it so), by time:
 * see `organisationsNamedBy`. An article has a form once.
 */
const renderings = (translatorColumns: string[] | null): Statement =>
  statement(
    'renderings-by-organisation',
    `WITH used AS MATERIALIZED (
     SELECT asked.key AS organisation_id, unnest(named.forms) AS form, newest.article_id AS id, a.language, newest.published_at,
       a.is_published_at_known
     FROM unnest($1::bigint[]) AS asked(key) CROSS JOIN LATERAL (
       SELECT named.article_id, named.published_at FROM article_organisation AS named WHERE named.organisation_id = asked.key
       ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${articlesPerOrganisation}
     ) AS newest CROSS JOIN LATERAL (
       SELECT named.forms FROM article_organisation AS named
       WHERE named.article_id = newest.article_id AND named.organisation_id = asked.key OFFSET 0
     ) AS named CROSS JOIN LATERAL (
       SELECT a.language, a.is_published_at_known FROM article AS a
       WHERE a.published_at = newest.published_at AND a.id = newest.article_id OFFSET 0
     ) AS a
   ), counted AS (
     SELECT organisation_id, form, count(*)::integer AS count, array_agg(DISTINCT language) AS languages,
       min(published_at) FILTER (WHERE is_published_at_known) AS first_used,
       max(published_at) FILTER (WHERE is_published_at_known) AS last_used
     FROM used GROUP BY organisation_id, form
   ), credited AS (
     SELECT organisation_id, form, array_agg(contributor_id ORDER BY contributor_id) AS translators
     FROM (
       SELECT DISTINCT used.organisation_id, used.form, credit.contributor_id
       FROM used CROSS JOIN LATERAL (
         SELECT credit.contributor_id FROM credit
         WHERE credit.published_at = used.published_at AND credit.article_id = used.id AND credit.role = 'TRANSLATOR' OFFSET 0
       ) AS credit
     ) AS translator GROUP BY organisation_id, form
   )
   SELECT counted.organisation_id AS "key", counted.form AS "form", counted.count AS "count", counted.languages AS "languages",
     counted.first_used AS "firstUsed", counted.last_used AS "lastUsed", ${
       translatorColumns === null
         ? `'[]'::json`
         : `COALESCE((
       SELECT json_agg("row") FROM (
         SELECT ${translatorColumns.join(', ')} FROM unnest(credited.translators) AS asked(key) JOIN contributor AS c ON c.id = asked.key
         WHERE ${translatorTable.where} ORDER BY c.id
       ) AS "row"), '[]')`
     } AS "translators"
   FROM counted LEFT JOIN credited ON credited.organisation_id = counted.organisation_id AND credited.form = counted.form
   ORDER BY counted.organisation_id, counted.count DESC, counted.form`,
  )

/** Forms in which articles name an organisation, most used first, with what `info` asks of their translators. */
export function renderingsLoader(
  context: RequestContext,
  { fieldNodes, fragments }: GraphQLResolveInfo,
): DataLoader<string, Rendering[]> {
  const { fields } = objectSelection(fieldNodes, fragments)
  const asked = fields.flatMap(({ name, nodes }) => (name === 'translators' ? nodes : []))
  const { names } = objectSelection(asked, fragments)
  const read = renderings(asked.length === 0 ? null : nodeColumns(translatorTable, names, jsonColumn))
  return context.loader(read.text, async (keys) => {
    const rows = await context.db.query<Omit<Rendering, 'script'> & Keyed & { languages: string[] }>(read, [keys])
    if (names.has('id')) for (const { translators } of rows) for (const one of translators) asNode(translatorTable.type, one)
    return grouped(
      keys,
      rows.map((row) => ({ ...row, script: scriptOf(row.form, row.languages) })),
    )
  })
}

function scriptOf(form: string, languages: readonly string[]): string {
  if (!/\p{Script=Han}/u.test(form)) return 'Latn'
  if (languages.every((language) => language === 'zh-Hans')) return 'Hans'
  if (languages.every((language) => language === 'zh-Hant')) return 'Hant'
  return 'Hani'
}

interface Keyed {
  key: string
}

function grouped<Row extends Keyed>(keys: readonly string[], rows: readonly Row[]): Row[][] {
  const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]))
  for (const row of rows) byKey.get(row.key)!.push(row)
  return keys.map((key) => byKey.get(key)!)
}
