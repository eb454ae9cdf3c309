import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, type Parameters, statement } from '../paging/statement.ts'
import { type QueryText, readQueryText } from '../search/query-text.ts'

/** A page is best read along an order's index where most articles match; a count, from the index of the pieces. */
export type Purpose = 'PAGE' | 'COUNT'

/** From so many matches on, the first page of any order is met soon by walking along it. */
const manyMatches = 3000

const countMatches = statement(
  'search-count-bounded',
  `SELECT count(*)::integer AS "count" FROM (SELECT FROM article_search AS s WHERE s.grams @> $1::int[] LIMIT ${manyMatches}) AS found`,
)

/**
 * Whether a short query is in so many texts that reading them in order meets one soon. Longer ones are never taken for such: that
 * a text has their pieces does not say that it has them.
 */
export function isInManyTexts(context: RequestContext, { folded, grams, isExact }: QueryText): Promise<boolean> {
  if (!isExact) return Promise.resolve(false)
  return context.once(`search-count:${folded}`, async () => {
    const [row] = await context.db.query<{ count: number }>(countMatches, [grams])
    return row!.count >= manyMatches
  })
}

/** SQL that holds for the rows `s` of `article_search` which have the query in title, lead or text. */
export function textMatches({ folded, grams, isExact }: QueryText, parameters: Parameters): string {
  const hasPieces = `s.grams @> ${parameters.add(grams, 'int[]')}`
  if (isExact) return hasPieces
  const words = parameters.add(folded, 'text')
  return `${hasPieces} AND (strpos(s.title, ${words}) > 0 OR strpos(s.lead, ${words}) > 0 OR strpos(s.text, ${words}) > 0)`
}

/** Holds for the articles `a` that have `text` in title, lead or text, all folded. */
export async function textCondition(context: RequestContext, text: string, purpose: Purpose): Promise<Condition> {
  const query = readQueryText(text, 'where.text')
  if (purpose === 'PAGE' && (await isInManyTexts(context, query))) {
    // A value, not a join: the planner walks along the order, and looks at each article in turn.
    return (parameters) => `(SELECT ${textMatches(query, parameters)} FROM article_search AS s WHERE s.article_id = a.id)`
  }
  // OFFSET keeps the planner from looking into texts one by one: it knows nothing of how often pieces occur.
  return (parameters) => `a.id IN (SELECT s.article_id FROM article_search AS s WHERE ${textMatches(query, parameters)} OFFSET 0)`
}
