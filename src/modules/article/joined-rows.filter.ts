import { badInput } from '../../graphql/errors.ts'
import type { IntRange } from '../../graphql/ranges.ts'
import { allOf } from '../paging/conditions.ts'
import { withinIntegers } from '../paging/range-conditions.ts'
import type { Condition } from '../paging/statement.ts'

/** The rows that an article is joined with, under the alias `held`. */
export interface JoinedRows {
  /** SQL after FROM, with its WHERE. */
  from: string
  /** SQL of what the row joins the article with. */
  key: string
}

export interface JoinedFilter {
  some?: string[] | null
  every?: string[] | null
  none?: string[] | null
  all?: string[] | null
  /** As `all`, of articles that another condition has found already: a value, not a join, so that their order is kept. */
  beside?: string[] | null
  count?: IntRange | null
}

/** How many ids, slugs or names one list of a filter may hold. */
export const mostReferences = 100

/**
 * Conditions on an article by what it is joined with. `keySets` answers with the keys that each reference stands for: none for
 * one that is unknown. The number of references is no part of the statement.
 */
export async function joinedConditions(
  rows: JoinedRows,
  { some, every, none, all, beside, count }: JoinedFilter,
  keySets: (references: readonly string[]) => Promise<string[][]>,
  argument: string,
): Promise<Condition[]> {
  const look = (references: string[], name: string) => {
    if (references.length > mostReferences) {
      const place = `${argument}.${name}`
      throw badInput(
        'TOO_MANY_VALUES',
        place,
        `\`${place}\` may hold at most ${mostReferences}; ${references.length} were given.`,
      )
    }
    return keySets(references)
  }
  const holds =
    (keys: string[], isNegated: boolean): Condition =>
    (parameters) =>
      `${isNegated ? 'NOT ' : ''}EXISTS (SELECT FROM ${rows.from} AND ${rows.key} = ANY(${parameters.add(keys, 'bigint[]')}))`
  const conditions: Condition[] = []
  if (some != null) conditions.push(holds((await look(some, 'some')).flat(), false))
  if (none != null) conditions.push(holds((await look(none, 'none')).flat(), true))
  if (every != null) {
    const keys = (await look(every, 'every')).flat()
    conditions.push(
      (parameters) => `NOT EXISTS (SELECT FROM ${rows.from} AND ${rows.key} <> ALL(${parameters.add(keys, 'bigint[]')}))`,
    )
  }
  if (all != null && all.length > 0) conditions.push(eachOf(rows, await look(all, 'all')))
  if (beside != null && beside.length > 0) conditions.push(besideOf(rows, await look(beside, 'all')))
  if (count?.gte != null || count?.lte != null) conditions.push(countWithin(rows, count))
  return conditions
}

/**
 * Holds where the article is joined with at least one key of every set. The first keys are asked for by themselves too: an index
 * answers that, where counting has to look at every article.
 */
function eachOf(rows: JoinedRows, sets: string[][]): Condition {
  const first: Condition = (parameters) =>
    `EXISTS (SELECT FROM ${rows.from} AND ${rows.key} = ANY(${parameters.add(sets[0]!, 'bigint[]')}))`
  return allOf([first, besideOf(rows, sets)])
}

/** The same, article by article. */
function besideOf(rows: JoinedRows, sets: string[][]): Condition {
  if (sets.some((keys) => keys.length === 0)) return () => 'false'
  const pairs = sets.flatMap((keys, index) => keys.map((key) => ({ index, key })))
  return (parameters) => {
    const indexes = parameters.add(
      pairs.map(({ index }) => index),
      'int[]',
    )
    const keys = parameters.add(
      pairs.map(({ key }) => key),
      'bigint[]',
    )
    const found = `SELECT count(DISTINCT wanted.index) FROM unnest(${indexes}, ${keys}) AS wanted(index, key)
      WHERE EXISTS (SELECT FROM ${rows.from} AND ${rows.key} = wanted.key)`
    return `(${found}) = ${parameters.add(sets.length, 'integer')}`
  }
}

function countWithin({ from, key }: JoinedRows, range: IntRange): Condition {
  return (parameters) => {
    const counted = `(SELECT count(DISTINCT ${key}) FROM ${from})`
    return withinIntegers(counted, range)
      .map((condition) => condition(parameters))
      .join(' AND ')
  }
}
