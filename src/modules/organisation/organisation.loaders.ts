import type DataLoader from 'dataloader'
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

const renderings = statement(
  'renderings-by-organisation',
  `WITH used AS (
     SELECT named.organisation_id, form.text AS form, a.id, a.language, a.published_at, a.is_published_at_known
     FROM article_organisation AS named CROSS JOIN LATERAL unnest(named.forms) AS form(text) JOIN article AS a ON a.id = named.article_id
     WHERE named.organisation_id = ANY($1::bigint[])
   ), credited AS (
     SELECT used.organisation_id, used.form, array_agg(DISTINCT credit.contributor_id) AS translators
     FROM used JOIN credit ON credit.article_id = used.id AND credit.role = 'TRANSLATOR'
     GROUP BY used.organisation_id, used.form
   )
   SELECT used.organisation_id AS "key", used.form AS "form", count(DISTINCT used.id)::integer AS "count",
     array_agg(DISTINCT used.language) AS "languages", COALESCE(credited.translators, '{}') AS "translators",
     min(used.published_at) FILTER (WHERE used.is_published_at_known) AS "firstUsed",
     max(used.published_at) FILTER (WHERE used.is_published_at_known) AS "lastUsed"
   FROM used LEFT JOIN credited ON credited.organisation_id = used.organisation_id AND credited.form = used.form
   GROUP BY used.organisation_id, used.form, credited.translators
   ORDER BY used.organisation_id, count(DISTINCT used.id) DESC, used.form`,
)

/** Forms in which articles name an organisation, most used first. */
export function renderingsLoader(context: RequestContext): DataLoader<string, Rendering[]> {
  return context.loader('renderings-by-organisation', async (keys) => {
    const rows = await context.db.query<Omit<Rendering, 'script'> & Keyed & { languages: string[] }>(renderings, [keys])
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
