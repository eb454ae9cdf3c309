import type { RequestContext } from '../paging/request-context.ts'
import type { Condition, Parameters } from '../paging/statement.ts'
import { type FoundTexts, findTexts } from '../search/found-texts.queries.ts'
import { readQueryText } from '../search/query-text.ts'
import type { ArticleFilter } from './article.filter.args.ts'

/** A page is best read along an order where many articles match; what is counted is looked up one by one. */
export type Purpose = 'PAGE' | 'COUNT'

/**
 * From so many articles on, walking along an order until enough of them are met is faster than reading all and sorting them. It takes
 * fewer where each has to be looked at.
 */
const many = 6000
const manyToLookAt = 600

export const areMany = ({ query, ordinals }: FoundTexts): boolean => ordinals.length > (query.isExact ? many : manyToLookAt)

/** As PostgreSQL reads an `int4[]`. */
const intArray = (numbers: Int32Array): string => `{${numbers.join(',')}}`

/** SQL of a boolean that holds for the article `alias` if its ordinal is one of these: as fast for many as for few. */
export function hasOrdinal(alias: string, ordinals: Int32Array, parameters: Parameters): string {
  // One bit more than ordinals, for all that are larger: 0.
  const end = (ordinals.at(-1) ?? -1) + 1
  const bits = Buffer.alloc((end >>> 3) + 1)
  for (const ordinal of ordinals) bits[ordinal >>> 3]! |= 1 << (ordinal & 7)
  return `get_bit(${parameters.add(bits, 'bytea')}, least(${alias}.ordinal, ${parameters.add(end, 'integer')})) = 1`
}

/** SQL of the articles `alias` whose ordinals are these, for WHERE. */
export const isOneOf = (alias: string, ordinals: Int32Array, parameters: Parameters): string =>
  `${alias}.ordinal = ANY(${parameters.add(intArray(ordinals), 'int[]')})`

/** SQL that holds for the row `s` of `article_search` if it has the words. */
export function hasWords(folded: string, parameters: Parameters): string {
  const words = parameters.add(folded, 'text')
  return `(strpos(s.title, ${words}) > 0 OR strpos(s.lead, ${words}) > 0 OR strpos(s.text, ${words}) > 0)`
}

/** SQL of the ids of all articles that have the text. */
export function idsWithText({ query, ordinals }: FoundTexts, parameters: Parameters): string {
  const among = isOneOf('found', ordinals, parameters)
  if (query.isExact) return `SELECT found.id FROM article AS found WHERE ${among}`
  return `SELECT found.id FROM article AS found JOIN article_search AS s ON s.article_id = found.id
    WHERE ${among} AND ${hasWords(query.folded, parameters)}`
}

/** SQL of a value that is true for the article `alias` if it has the text, for walking along an order. */
export function hasText(alias: string, { query, ordinals }: FoundTexts, parameters: Parameters): string {
  const among = hasOrdinal(alias, ordinals, parameters)
  const looked = query.isExact
    ? 'true'
    : `(SELECT ${hasWords(query.folded, parameters)} FROM article_search AS s WHERE s.article_id = ${alias}.id)`
  // The planner takes a CASE for true now and then, and so walks; and what costs more is asked last.
  return `(CASE WHEN ${among} THEN ${looked} END) IS TRUE`
}

/** Holds for the articles `a` that have `text` in title, lead or text, all folded. */
export async function textCondition(context: RequestContext, text: string, purpose: Purpose): Promise<Condition> {
  const found = await findTexts(context, readQueryText(text, 'where.text'))
  if (purpose === 'PAGE' && areMany(found)) return (parameters) => hasText('a', found, parameters)
  // OFFSET keeps the planner from walking along an order where few match.
  return (parameters) => `a.id IN (${idsWithText(found, parameters)} OFFSET 0)`
}

/** SQL of how many articles a filter by nothing but a text holds for, where the index of words knows without looking at each; or null. */
export async function countOfText(context: RequestContext, filter: ArticleFilter | null | undefined): Promise<Condition | null> {
  const { text, ...others } = filter ?? {}
  if (text == null || Object.values(others).some((other) => other != null)) return null
  const { query, ordinals } = await findTexts(context, readQueryText(text, 'where.text'))
  return query.isExact ? (parameters) => parameters.add(ordinals.length, 'integer') : null
}
