import type DataLoader from 'dataloader'
import { paragraphsLoader } from '../article/article.loaders.ts'
import { articleTable } from '../article/article.table.ts'
import type { Article } from '../article/article.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { type FoundPlace, findHighlights } from './find-highlights.ts'
import type { SearchPlan } from './search.queries.ts'
import type { SearchHighlight, SearchMatch } from './search.type.ts'

const columns = `named.article_id AS "articleKey", named.organisation_id AS "organisationKey", named.strength AS "strength",
  named.forms AS "forms", called.text AS "name", called.is_whole AS "isWhole"`

/** Names of the body itself and of those that were merged into it. */
const calledBy = (condition: string, isWhole: string) => `
  SELECT ${columns} FROM article_organisation AS named CROSS JOIN LATERAL (
    SELECT alias.text, ${isWhole} AS is_whole FROM alias
    WHERE alias.organisation_id IN (
      SELECT named.organisation_id UNION ALL SELECT merged.id FROM organisation AS merged WHERE merged.merged_into_id = named.organisation_id
    ) AND ${condition}
    ORDER BY length(alias.text), alias.text LIMIT 1
  ) AS called
  WHERE named.article_id = ANY($1::bigint[])
  ORDER BY named.article_id, named.strength DESC, called.is_whole DESC, named.mention_count DESC, named.organisation_id`

const matchesByPart = statement('search-matches', calledBy('strpos(alias.folded, $2::text) > 0', 'alias.folded = $2::text'))
const matchesByName = statement('search-matches-corrected', calledBy('alias.folded = ANY($2::text[])', 'true'))

/** Organisations by whose names a search found an article, those first that matter most to it. */
export function matchesLoader(context: RequestContext, { name, names }: SearchPlan): DataLoader<string, SearchMatch[]> {
  const { corrected } = names
  return context.loader(`search-matches:${JSON.stringify(corrected ?? name)}`, async (articleKeys) => {
    const byArticle = new Map<string, SearchMatch[]>(articleKeys.map((key) => [key, []]))
    if (names.count > 0) {
      const rows = await context.db.query<SearchMatch & { articleKey: string }>(
        corrected === null ? matchesByPart : matchesByName,
        [articleKeys, corrected ?? name],
      )
      for (const row of rows) byArticle.get(row.articleKey)!.push({ ...row, isCorrected: corrected !== null })
    }
    return articleKeys.map((key) => byArticle.get(key)!)
  })
}

const places = statement(
  'search-mentions',
  `SELECT article_id AS "articleKey", organisation_id AS "organisationKey", field, paragraph, start, "end" FROM mention
   WHERE article_id = ANY($1::bigint[]) AND organisation_id IS NOT NULL AND judgement = 'POSITIVE'
   ORDER BY article_id, field, paragraph, start`,
)

type MentionRow = FoundPlace & { articleKey: string; organisationKey: string }

function mentionsLoader(context: RequestContext): DataLoader<string, MentionRow[]> {
  return context.loader('search-mentions', async (articleKeys) => {
    const rows = await context.db.query<MentionRow>(places, [articleKeys])
    const byArticle = new Map<string, MentionRow[]>(articleKeys.map((key) => [key, []]))
    for (const row of rows) byArticle.get(row.articleKey)!.push(row)
    return articleKeys.map((key) => byArticle.get(key)!)
  })
}

/** Places in an article where it has the words, or names an organisation that was found by them. */
export async function readHighlights(context: RequestContext, plan: SearchPlan, articleKey: string): Promise<SearchHighlight[]> {
  const [article, paragraphs, matches, mentions] = await Promise.all([
    nodesByKey<Article>(context, articleTable).load(articleKey),
    paragraphsLoader(context).load(articleKey),
    matchesLoader(context, plan).load(articleKey),
    plan.names.count === 0 ? [] : mentionsLoader(context).load(articleKey),
  ])
  const found = new Set(matches.map(({ organisationKey }) => organisationKey))
  const named = mentions.filter(({ organisationKey }) => found.has(organisationKey))
  return findHighlights(article!, paragraphs, plan.text?.folded ?? null, named)
}
