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

/** SQL of whether the article `alias` has the words: looked up for each by itself, so that no text is read but those asked for. */
const areWordsIn = (alias: string, folded: string, parameters: Parameters): string =>
  `(SELECT ${hasWords(folded, parameters)} FROM article_search AS s WHERE s.article_id = ${alias}.id)`

/** SQL that holds for the article `alias` if it has the text, for plans that read those with its pieces one by one. */
export function isWithText(alias: string, { query, ordinals }: FoundTexts, parameters: Parameters): string {
  const among = isOneOf(alias, ordinals, parameters)
  return query.isExact ? among : `${among} AND ${areWordsIn(alias, query.folded, parameters)}`
}

/** The same for plans that walk along an order. */
export function isMetWithText(alias: string, { query, ordinals }: FoundTexts, parameters: Parameters): string {
  const among = hasOrdinal(alias, ordinals, parameters)
  const looked = query.isExact ? 'true' : areWordsIn(alias, query.folded, parameters)
  // The planner takes a CASE for true now and then, and so walks; and what costs more is asked last.
  return `(CASE WHEN ${among} THEN ${looked} END) IS TRUE`
}

/** Holds for the articles `a` that have `text` in title, lead or text, all folded. */
export async function textCondition(context: RequestContext, text: string, purpose: Purpose): Promise<Condition> {
  const found = await findTexts(context, readQueryText(text, 'where.text'))
  const holds = purpose === 'PAGE' && areMany(found) ? isMetWithText : isWithText
  return (parameters) => holds('a', found, parameters)
}

/** SQL of how many articles a filter by nothing but a text holds for, where the index of words knows without looking at each; or null. */
export async function countOfText(context: RequestContext, filter: ArticleFilter | null | undefined): Promise<Condition | null> {
  const { text, ...others } = filter ?? {}
  if (text == null || Object.values(others).some((other) => other != null)) return null
  const { query, ordinals } = await findTexts(context, readQueryText(text, 'where.text'))
  return query.isExact ? (parameters) => parameters.add(ordinals.length, 'integer') : null
}
