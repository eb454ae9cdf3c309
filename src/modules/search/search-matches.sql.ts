import { areMany, hasOrdinal, hasWords, isMetWithText, isOneOf, isWithText } from '../article/text.filter.ts'
import type { NamedOrganisations } from '../organisation/organisation-names.queries.ts'
import { allOf } from '../paging/conditions.ts'
import type { Condition, Parameters } from '../paging/statement.ts'
import type { FoundTexts } from './found-texts.queries.ts'

/** What a search looks for, and by which plans: with what is rare one begins, what is everywhere one meets by walking along time. */
export interface Wanted {
  /** Null where only names are looked for: the words were mistyped. */
  text: FoundTexts | null
  /** Those of them that have it in the title; null where all of them are compared anyhow. */
  titles: Int32Array | null
  names: NamedOrganisations
  areNamesInMany: boolean
  /** Conditions on the article `a`. */
  conditions: readonly Condition[]
}

/** Of each kind of match, so many of the newest are compared. */
export const compared = 100
/** From so many articles on, the newest are found faster by walking along time than by sorting all. */
const manyToSort = 6000

const newestFirst = (published: string, id: string) => `ORDER BY ${published} DESC, ${id} DESC`

/** One article at a time: OFFSET keeps it from becoming a join, for which everything would be read before anything is kept. */
const holdsFor = (id: string, conditions: readonly Condition[], parameters: Parameters): string =>
  conditions.length === 0
    ? 'true'
    : `EXISTS (SELECT FROM article AS a WHERE a.id = ${id} AND ${allOf(conditions)(parameters)} OFFSET 0)`

/** SQL that holds where `sql` is one of the organisations. Always a hashed list, however long. */
const isBody = (sql: string, keys: string, parameters: Parameters): string =>
  `(${sql} IN (SELECT unnest(${parameters.add(keys, 'bigint[]')}))) IS TRUE`

const isNamed = (sql: string, { whole, partly }: NamedOrganisations, parameters: Parameters): string =>
  `(${isBody(sql, whole, parameters)} OR ${isBody(sql, partly, parameters)})`

const atLeastMajor = ` AND named.strength >= 'MAJOR'`

/** The newest of these articles that the condition on the row `s` of their words holds for; null where it does for all. */
function newestOf(
  ordinals: Int32Array,
  words: ((parameters: Parameters) => string) | null,
  conditions: readonly Condition[],
  parameters: Parameters,
): string {
  const order = newestFirst('m.published_at', 'm.id')
  // Walking: whatever could find them by an index is hidden from the planner.
  const articles =
    ordinals.length > manyToSort
      ? `article AS m WHERE (CASE WHEN ${hasOrdinal('m', ordinals, parameters)} THEN true END) IS TRUE`
      : `(SELECT m.id, m.published_at FROM article AS m WHERE ${isOneOf('m', ordinals, parameters)} ${order} OFFSET 0) AS m WHERE true`
  // One text after the other, the newest first, until there are enough.
  const looked =
    words === null ? '' : ` AND (SELECT ${words(parameters)} FROM article_search AS s WHERE s.article_id = m.id OFFSET 0)`
  return `SELECT m.id AS article_id, m.published_at FROM ${articles}${looked} AND ${holdsFor('m.id', conditions, parameters)} ${order} LIMIT ${compared}`
}

function newestByTitle({ query }: FoundTexts, titles: Int32Array, { conditions }: Wanted, parameters: Parameters): string {
  const inTitle = (values: Parameters) => `strpos(s.title, ${values.add(query.folded, 'text')}) > 0`
  return newestOf(titles, query.isExact ? null : inTitle, conditions, parameters)
}

function newestByText({ query, ordinals }: FoundTexts, { conditions }: Wanted, parameters: Parameters): string {
  const anywhere = (values: Parameters) => hasWords(query.folded, values)
  return newestOf(ordinals, query.isExact ? null : anywhere, conditions, parameters)
}

function newestByName({ names, areNamesInMany, conditions }: Wanted, strong: string, parameters: Parameters): string {
  if (areNamesInMany) {
    const named = `SELECT true FROM article_organisation AS named
      WHERE named.article_id = m.id${strong} AND ${isNamed('named.organisation_id', names, parameters)} LIMIT 1`
    return `SELECT m.id AS article_id, m.published_at FROM article AS m
      WHERE (${named}) AND ${holdsFor('m.id', conditions, parameters)} ${newestFirst('m.published_at', 'm.id')} LIMIT ${compared}`
  }
  return `SELECT DISTINCT named.article_id, named.published_at FROM article_organisation AS named
    WHERE ${isAnyOf('named.organisation_id', names, parameters)}${strong} AND ${holdsFor('named.article_id', conditions, parameters)}
    ${newestFirst('named.published_at', 'named.article_id')} LIMIT ${compared}`
}

const isAnyOf = (sql: string, { whole, partly }: NamedOrganisations, parameters: Parameters): string =>
  `${sql} = ANY(${parameters.add(whole, 'bigint[]')} || ${parameters.add(partly, 'bigint[]')})`

/**
 * SQL of the articles that are compared, with their scores, best first: docs/search.md says the formula in words; change both
 * together. `isAll` says whether they are all that match.
 */
export function rankedSql(wanted: Wanted, parameters: Parameters): string {
  const { text, titles, names } = wanted
  const kinds: string[] = []
  if (text !== null) {
    if (titles !== null) kinds.push(`title AS MATERIALIZED (${newestByTitle(text, titles, wanted, parameters)})`)
    kinds.push(`body AS MATERIALIZED (${newestByText(text, wanted, parameters)})`)
  }
  if (names.count > 0) {
    kinds.push(`strong AS MATERIALIZED (${newestByName(wanted, atLeastMajor, parameters)})`)
    kinds.push(`named AS MATERIALIZED (${newestByName(wanted, '', parameters)})`)
  }
  if (kinds.length === 0) return `SELECT '{}' AS "keys", '{}' AS "scores", 0 AS "count", true AS "isAll"`
  const union = kinds.map((kind) => `SELECT article_id, published_at FROM ${kind.split(' ', 1)[0]}`).join(' UNION ')
  const isAll = kinds
    .map((kind) => kind.split(' ', 1)[0])
    .filter((kind) => kind === 'body' || kind === 'named')
    .map((kind) => `(SELECT count(*) FROM ${kind}) < ${compared}`)
    .join(' AND ')
  return `WITH ${kinds.join(', ')}, candidate AS MATERIALIZED (${union}),
    scored AS MATERIALIZED (
      SELECT candidate.article_id, candidate.published_at, ${scoreSql(text?.query.folded ?? null, names, parameters)} AS score
      FROM candidate JOIN article_search AS s ON s.article_id = candidate.article_id
    )
    SELECT COALESCE(array_agg(article_id ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "keys",
      COALESCE(array_agg(score ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "scores",
      count(*)::integer AS "count", ${isAll} AS "isAll"
    FROM scored`
}

function scoreSql(folded: string | null, names: NamedOrganisations, parameters: Parameters): string {
  const parts: string[] = []
  if (folded !== null) {
    const words = parameters.add(folded, 'text')
    // Lengths in bytes are known without reading; in characters they are counted.
    const occurrences = `(octet_length(s.text) - octet_length(replace(s.text, ${words}, ''))) / octet_length(${words})`
    parts.push(`CASE WHEN strpos(s.title, ${words}) > 0 THEN 16 ELSE 0 END`)
    parts.push(`CASE WHEN strpos(s.lead, ${words}) > 0 THEN 6 ELSE 0 END`)
    parts.push(`least(8, ${occurrences})`)
  }
  if (names.count > 0) {
    const isWhole = isBody('named.organisation_id', names.whole, parameters)
    const isPart = isBody('named.organisation_id', names.partly, parameters)
    const strength = `CASE named.strength WHEN 'ABOUT' THEN 16 WHEN 'MAJOR' THEN 8 ELSE 4 END`
    parts.push(`COALESCE((
      SELECT max(${strength} / CASE WHEN ${isWhole} THEN 1 ELSE 2 END) FROM article_organisation AS named
      WHERE named.article_id = s.article_id AND (${isWhole} OR ${isPart})), 0)`)
  }
  return `(${parts.join(' + ')})::integer`
}

/**
 * SQL of the articles `a` that match, all of them, for FROM: by union where few do or all are counted, else by walking. To be counted without
 * a condition they need not be read.
 */
export function matchingArticles(wanted: Wanted, parameters: Parameters, isCounting: boolean): string {
  const { text, names, areNamesInMany, conditions } = wanted
  const parts: string[] = []
  if (!isCounting && ((text !== null && areMany(text)) || areNamesInMany)) {
    if (text !== null) {
      parts.push(areMany(text) ? isMetWithText('a', text, parameters) : isWithText('a', text, parameters))
    }
    if (names.count > 0) {
      parts.push(`(SELECT true FROM article_organisation AS named
        WHERE named.article_id = a.id AND ${isNamed('named.organisation_id', names, parameters)} LIMIT 1)`)
    }
    return `(SELECT a.* FROM article AS a WHERE (${parts.join(' OR ')}) IS TRUE) AS a`
  }
  if (text !== null) parts.push(`SELECT m.id FROM article AS m WHERE ${isWithText('m', text, parameters)}`)
  if (names.count > 0) {
    parts.push(
      `SELECT named.article_id FROM article_organisation AS named WHERE ${isAnyOf('named.organisation_id', names, parameters)}`,
    )
  }
  if (parts.length === 0) return '(SELECT a.* FROM article AS a WHERE false) AS a'
  const found = `(${parts.join(' UNION ')}) AS found(article_id)`
  return isCounting && conditions.length === 0 ? found : `${found} JOIN article AS a ON a.id = found.article_id`
}

/** SQL of how many articles name one of the organisations but are not among these. */
export function countOthersNaming(names: NamedOrganisations, ordinals: Int32Array, parameters: Parameters): string {
  // One article at a time: as a join, the whole table might be read.
  return `SELECT count(*)::integer AS "count" FROM (
      SELECT DISTINCT named.article_id FROM article_organisation AS named WHERE ${isAnyOf('named.organisation_id', names, parameters)}
    ) AS named WHERE NOT (SELECT ${hasOrdinal('a', ordinals, parameters)} FROM article AS a WHERE a.id = named.article_id)`
}
