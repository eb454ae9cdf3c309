import { textMatches } from '../article/text.filter.ts'
import type { NamedOrganisations } from '../organisation/organisation-names.queries.ts'
import { allOf } from '../paging/conditions.ts'
import type { Condition, Parameters } from '../paging/statement.ts'
import type { QueryText } from './query-text.ts'

/** What a search looks for, and by which plans: with what is rare one begins, what is everywhere one meets by walking along time. */
export interface Wanted {
  /** Null where only names are looked for: the words were mistyped. */
  text: QueryText | null
  isTextInMany: boolean
  names: NamedOrganisations
  areNamesInMany: boolean
  /** Conditions on the article `a`. */
  conditions: readonly Condition[]
}

/** Of each kind of match, so many of the newest are compared. */
const compared = 100

const newestFirst = (alias: string) => `ORDER BY ${alias}.published_at DESC, ${alias}.article_id DESC`

/** One article at a time: OFFSET keeps it from becoming a join, for which everything would be read before anything is kept. */
const holdsFor = (alias: string, conditions: readonly Condition[], parameters: Parameters): string =>
  conditions.length === 0
    ? 'true'
    : `EXISTS (SELECT FROM article AS a WHERE a.id = ${alias}.article_id AND ${allOf(conditions)(parameters)} OFFSET 0)`

/** SQL that holds where `sql` is one of the organisations. Always a hashed list, however long. */
const isOneOf = (sql: string, keys: string, parameters: Parameters): string =>
  `(${sql} IN (SELECT unnest(${parameters.add(keys, 'bigint[]')}))) IS TRUE`

const isNamed = (sql: string, { whole, partly }: NamedOrganisations, parameters: Parameters): string =>
  `(${isOneOf(sql, whole, parameters)} OR ${isOneOf(sql, partly, parameters)})`

const atLeastMajor = ` AND named.strength >= 'MAJOR'`

function newestByTitle({ text, conditions }: Wanted & { text: QueryText }, parameters: Parameters): string {
  const { folded, grams, isExact } = text
  const pieces = `s.title_grams @> ${parameters.add(grams, 'int[]')}`
  const words = isExact ? '' : ` AND strpos(s.title, ${parameters.add(folded, 'text')}) > 0`
  return `SELECT s.article_id, s.published_at FROM article_search AS s
    WHERE ${pieces}${words} AND ${holdsFor('s', conditions, parameters)} ${newestFirst('s')} LIMIT ${compared}`
}

function newestByText({ text, isTextInMany, conditions }: Wanted & { text: QueryText }, parameters: Parameters): string {
  const pieces = `s.grams @> ${parameters.add(text.grams, 'int[]')}`
  // What the index of pieces could answer is hidden from the planner, so that it walks along time.
  if (isTextInMany && text.isExact) {
    return `SELECT s.article_id, s.published_at FROM article_search AS s
      WHERE CASE WHEN ${pieces} THEN true END AND ${holdsFor('s', conditions, parameters)} ${newestFirst('s')} LIMIT ${compared}`
  }
  // Sorted by time first, so that no more texts are read than it takes to find enough.
  const words = text.isExact ? 'true' : hasWords(text, parameters)
  return `SELECT s.article_id, s.published_at
    FROM (SELECT * FROM article_search AS s WHERE ${pieces} ${newestFirst('s')} OFFSET 0) AS s
    WHERE ${words} AND ${holdsFor('s', conditions, parameters)} ${newestFirst('s')} LIMIT ${compared}`
}

function hasWords({ folded }: QueryText, parameters: Parameters): string {
  const words = parameters.add(folded, 'text')
  return `(strpos(s.title, ${words}) > 0 OR strpos(s.lead, ${words}) > 0 OR strpos(s.text, ${words}) > 0)`
}

function newestByName({ names, areNamesInMany, conditions }: Wanted, strong: string, parameters: Parameters): string {
  if (areNamesInMany) {
    const named = `SELECT true FROM article_organisation AS named
      WHERE named.article_id = s.article_id${strong} AND ${isNamed('named.organisation_id', names, parameters)} LIMIT 1`
    return `SELECT s.article_id, s.published_at FROM article_search AS s
      WHERE (${named}) AND ${holdsFor('s', conditions, parameters)} ${newestFirst('s')} LIMIT ${compared}`
  }
  return `SELECT DISTINCT named.article_id, named.published_at FROM article_organisation AS named
    WHERE ${isAnyOf('named.organisation_id', names, parameters)}${strong} AND ${holdsFor('named', conditions, parameters)}
    ${newestFirst('named')} LIMIT ${compared}`
}

const isAnyOf = (sql: string, { whole, partly }: NamedOrganisations, parameters: Parameters): string =>
  `${sql} = ANY(${parameters.add(whole, 'bigint[]')} || ${parameters.add(partly, 'bigint[]')})`

/**
 * SQL of the articles that are compared, with their scores, best first: docs/search.md says the formula in words; change both
 * together. `isAll` says whether they are all that match.
 */
export function rankedSql(wanted: Wanted, parameters: Parameters): string {
  const { text, names } = wanted
  const kinds: string[] = []
  if (text !== null) {
    kinds.push(`title AS MATERIALIZED (${newestByTitle({ ...wanted, text }, parameters)})`)
    kinds.push(`body AS MATERIALIZED (${newestByText({ ...wanted, text }, parameters)})`)
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
      SELECT candidate.article_id, candidate.published_at, ${scoreSql(text, names, parameters)} AS score
      FROM candidate JOIN article_search AS s ON s.article_id = candidate.article_id
    )
    SELECT COALESCE(array_agg(article_id ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "keys",
      COALESCE(array_agg(score ORDER BY score DESC, published_at DESC, article_id DESC), '{}')::text AS "scores",
      count(*)::integer AS "count", ${isAll} AS "isAll"
    FROM scored`
}

function scoreSql(text: QueryText | null, names: NamedOrganisations, parameters: Parameters): string {
  const parts: string[] = []
  if (text !== null) {
    const words = parameters.add(text.folded, 'text')
    // Lengths in bytes are known without reading; in characters they are counted.
    const occurrences = `(octet_length(s.text) - octet_length(replace(s.text, ${words}, ''))) / octet_length(${words})`
    parts.push(`CASE WHEN strpos(s.title, ${words}) > 0 THEN 16 ELSE 0 END`)
    parts.push(`CASE WHEN strpos(s.lead, ${words}) > 0 THEN 6 ELSE 0 END`)
    parts.push(`least(8, ${occurrences})`)
  }
  if (names.count > 0) {
    const isWhole = isOneOf('named.organisation_id', names.whole, parameters)
    const isPart = isOneOf('named.organisation_id', names.partly, parameters)
    const strength = `CASE named.strength WHEN 'ABOUT' THEN 16 WHEN 'MAJOR' THEN 8 ELSE 4 END`
    parts.push(`COALESCE((
      SELECT max(${strength} / CASE WHEN ${isWhole} THEN 1 ELSE 2 END) FROM article_organisation AS named
      WHERE named.article_id = s.article_id AND (${isWhole} OR ${isPart})), 0)`)
  }
  return `(${parts.join(' + ')})::integer`
}

/** SQL of the articles `a` that match, all of them, for FROM: by union where few do or all are counted, else by walking. */
export function matchingArticles(wanted: Wanted, parameters: Parameters, isCounting: boolean): string {
  const { text, names, isTextInMany, areNamesInMany } = wanted
  const parts: string[] = []
  if (!isCounting && (isTextInMany || areNamesInMany)) {
    if (text !== null) {
      const texts = `FROM article_search AS s WHERE ${textMatches(text, parameters)}`
      parts.push(
        isTextInMany ? `EXISTS (SELECT ${texts} AND s.article_id = a.id OFFSET 0)` : `a.id IN (SELECT s.article_id ${texts})`,
      )
    }
    if (names.count > 0) {
      parts.push(`(SELECT true FROM article_organisation AS named
        WHERE named.article_id = a.id AND ${isNamed('named.organisation_id', names, parameters)} LIMIT 1)`)
    }
    return `(SELECT a.* FROM article AS a WHERE (${parts.join(' OR ')}) IS TRUE) AS a`
  }
  if (text !== null) parts.push(`SELECT s.article_id FROM article_search AS s WHERE ${textMatches(text, parameters)}`)
  if (names.count > 0) {
    parts.push(
      `SELECT named.article_id FROM article_organisation AS named WHERE ${isAnyOf('named.organisation_id', names, parameters)}`,
    )
  }
  if (parts.length === 0) return '(SELECT a.* FROM article AS a WHERE false) AS a'
  return `(${parts.join(' UNION ')}) AS found JOIN article AS a ON a.id = found.article_id`
}
