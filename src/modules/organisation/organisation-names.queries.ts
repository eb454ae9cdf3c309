import { foldName } from '../../text/fold-name.ts'
import { gramArray, queryGrams } from '../../text/name-grams.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { typingDistance, typosForgiven } from './typing-distance.ts'

/** Organisations by what they are called. Keys are `bigint[]` as PostgreSQL writes it: they go from one statement to the next. */
export interface NamedOrganisations {
  /** Those with a name that is the words asked for. */
  whole: string
  /** Those with a name that only holds them. */
  partly: string
  count: number
  /** How many articles name them, one that names two of them counted twice. */
  articleCount: number
  /** Folded names by which mistyped words were understood; null where nothing was mistyped. */
  corrected: string[] | null
}

export const nobody: NamedOrganisations = { whole: '{}', partly: '{}', count: 0, articleCount: 0, corrected: null }

/** Of `named(key, is_whole)`, one row for each name: a name of a merged body is one of the body that took its place. */
const summed = (named: string) => `
  SELECT COALESCE(array_agg(body.id) FILTER (WHERE body.is_whole), '{}')::text AS "whole",
    COALESCE(array_agg(body.id) FILTER (WHERE NOT body.is_whole), '{}')::text AS "partly",
    count(*)::integer AS "count", COALESCE(sum(body.article_count), 0)::integer AS "articleCount"
  FROM (
    SELECT o.id, o.article_count, bool_or(named.is_whole) AS is_whole
    FROM (${named}) AS named
    JOIN organisation AS called ON called.id = named.organisation_id
    JOIN organisation AS o ON o.id = COALESCE(called.merged_into_id, called.id)
    GROUP BY o.id
  ) AS body`

const byPart = statement(
  'organisations-named',
  summed(`SELECT alias.organisation_id, alias.folded = $2::text AS is_whole FROM alias
    WHERE alias.grams @> $1::int[] AND strpos(alias.folded, $2::text) > 0`),
)
const byName = statement(
  'organisations-called',
  summed('SELECT alias.organisation_id, true AS is_whole FROM alias WHERE alias.folded = ANY($1::text[])'),
)
const likeNames = statement(
  'names-like',
  `SELECT alias.folded FROM alias WHERE alias.folded % $1::text
   GROUP BY alias.folded ORDER BY similarity(alias.folded, $1::text) DESC, alias.folded LIMIT 100`,
)

/** The form in which names and queries for them are compared; null for one without anything to compare. */
export function nameToFind(text: string): string | null {
  return foldName(text.replace(/\p{Surrogate}|\0/gu, '\ufffd')).trim() || null
}

/** Organisations with a name that has `text` in it, script, case, width and accents folded. */
export function findNamed(context: RequestContext, text: string): Promise<NamedOrganisations> {
  const name = nameToFind(text)
  if (name === null) return Promise.resolve(nobody)
  return context.once(`organisations-named:${name}`, async () => {
    const [found] = await context.db.query<NamedOrganisations>(byPart, [gramArray(queryGrams(name)), name])
    return { ...found!, corrected: null }
  })
}

/**
 * Organisations with a Latin name that `text` may have been meant for: the names with the fewest slips of the keyboard between
 * the two (a letter wrong, missing, too many, or two in turn), one in four to seven characters, two in more.
 */
export function findMistyped(context: RequestContext, text: string): Promise<NamedOrganisations> {
  const name = nameToFind(text)
  const forgiven = name === null ? 0 : typosForgiven(name)
  if (name === null || forgiven === 0) return Promise.resolve(nobody)
  return context.once(`organisations-mistyped:${name}`, async () => {
    const rows = await context.db.query<{ folded: string }>(likeNames, [name])
    const near = rows.map(({ folded }) => ({ folded, distance: typingDistance(name, folded) }))
    const least = Math.min(...near.map(({ distance }) => distance))
    if (near.length === 0 || least > forgiven) return nobody
    const corrected = near.filter(({ distance }) => distance === least).map(({ folded }) => folded)
    const [found] = await context.db.query<NamedOrganisations>(byName, [corrected])
    return { ...found!, corrected }
  })
}
