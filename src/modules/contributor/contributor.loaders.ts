import type DataLoader from 'dataloader'
import { asNode, nodeColumns } from '../paging/list.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { contributorTable } from './contributor.table.ts'
import type { Credit, CreditRole } from './contributor.type.ts'

const contributorColumns = nodeColumns(contributorTable, Object.keys(contributorTable.columns)).join(', ')

const creditsByArticle = statement(
  'credits-by-article',
  `SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", ${contributorColumns}
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position`,
)

/** A credit and the contributor that it names. The counts make a Translator or an Author of the contributor. */
export interface CreditRow extends Credit {
  key: string
  slug: string
  name: string
  url: string | null
  publisherKey: string
  translatorCount: number
  authorCount: number
}

/** All credits of an article, by role and position. Serves authors, translators and credits with one statement. */
export function creditsByArticleLoader(context: RequestContext): DataLoader<string, CreditRow[]> {
  return context.loader('credits-by-article', async (articleKeys) => {
    const rows = await context.db.query<CreditRow>(creditsByArticle, [articleKeys])
    const byArticle = new Map<string, CreditRow[]>(articleKeys.map((key) => [key, []]))
    for (const row of rows) byArticle.get(row.articleKey)!.push(row)
    return articleKeys.map((key) => byArticle.get(key)!)
  })
}

/** People with one role in an article's credits, each once, in the order of print. */
export function contributorsWithRole<Row>(credits: readonly CreditRow[], role: CreditRole, type: string): Row[] {
  const byKey = new Map<string, Row>()
  for (const credit of credits) {
    if (credit.role !== role || byKey.has(credit.key)) continue
    const { key, slug, name, url, publisherKey } = credit
    const articleCount = role === 'AUTHOR' ? credit.authorCount : credit.translatorCount
    byKey.set(key, asNode(type, { key, slug, name, url, publisherKey, articleCount }) as Row)
  }
  return [...byKey.values()]
}

export interface CreditSpan {
  first: Date | null
  last: Date | null
}

/** One step along the index of somebody's credits by time, however many they are. */
const spanEnd = (direction: 'ASC' | 'DESC'): string => `(
  SELECT credit.published_at FROM credit JOIN article AS a ON a.id = credit.article_id
  WHERE credit.contributor_id = asked.key AND credit.role = $2::credit_role AND a.is_published_at_known
  ORDER BY credit.published_at ${direction}, credit.article_id ${direction} LIMIT 1)`

const creditSpans = statement(
  'credit-spans-by-contributor',
  `SELECT asked.key AS "key", ${spanEnd('ASC')} AS "first", ${spanEnd('DESC')} AS "last" FROM unnest($1::bigint[]) AS asked(key)`,
)

/** Times of the first and the last article that credits somebody in a role; null where no time is known. */
export function creditSpansLoader(context: RequestContext, role: CreditRole): DataLoader<string, CreditSpan> {
  return context.loader(`credit-spans-${role}`, async (keys) => {
    const rows = await context.db.query<CreditSpan & { key: string }>(creditSpans, [keys, role])
    const byKey = new Map(rows.map((row) => [row.key, row]))
    return keys.map((key) => byKey.get(key) ?? { first: null, last: null })
  })
}
