import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, type Parameters, statement } from '../paging/statement.ts'
import { type QueryText, readQueryText } from '../search/query-text.ts'

/** A page is best read along an order's index where most articles match; a count, from the index of the pieces. */
export type Purpose = 'PAGE' | 'COUNT'

/**
 * From so many texts on, walking along an order until enough have the query is faster than sorting all that have it. The more are
 * wanted, the more texts it takes.
 */
export const manyForPage = 6000
export const manyForSearch = 25_000
/** Where pieces are not enough: so many texts with the pieces, of which one in five has the words in a sample of so many. */
const manyToLookAt = 3000
const sample = 50

const countExact = statement(
  'search-count-bounded',
  `SELECT count(*) >= $2::integer AS "isInMany"
   FROM (SELECT FROM article_search AS s WHERE s.grams @> $1::int[] LIMIT $2::integer) AS candidate`,
)
const countSample = statement(
  'search-sample',
  `WITH candidate AS MATERIALIZED (
     SELECT s.title, s.lead, s.text FROM article_search AS s WHERE s.grams @> $1::int[] LIMIT ${manyToLookAt}
   )
   SELECT (SELECT count(*) FROM candidate) >= ${manyToLookAt} AND (
     SELECT count(*) FROM (SELECT * FROM candidate LIMIT ${sample}) AS s
     WHERE strpos(s.title, $2::text) > 0 OR strpos(s.lead, $2::text) > 0 OR strpos(s.text, $2::text) > 0
   ) >= ${sample / 5} AS "isInMany"`,
)

/** Whether a query is in so many texts that reading them in any order meets one soon. */
export function isInManyTexts(context: RequestContext, { folded, grams, isExact }: QueryText, many: number): Promise<boolean> {
  return context.once(`search-count:${many}:${folded}`, async () => {
    const [row] = isExact
      ? await context.db.query<{ isInMany: boolean }>(countExact, [grams, many])
      : await context.db.query<{ isInMany: boolean }>(countSample, [grams, folded])
    return row!.isInMany
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
  if (purpose === 'PAGE' && (await isInManyTexts(context, query, manyForPage))) {
    // A value, not a join: the planner walks along the order, and looks at each article in turn.
    return (parameters) => `(SELECT ${textMatches(query, parameters)} FROM article_search AS s WHERE s.article_id = a.id)`
  }
  // OFFSET keeps the planner from looking into texts one by one: it knows nothing of how often pieces occur.
  return (parameters) => `a.id IN (SELECT s.article_id FROM article_search AS s WHERE ${textMatches(query, parameters)} OFFSET 0)`
}
