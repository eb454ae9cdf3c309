import type { IntRange } from '../../graphql/ranges.ts'
import type { Condition } from './statement.ts'

/** Conditions that hold where the integer `sql` lies within a range; none for an absent range. */
export function withinIntegers(sql: string, range: IntRange | null | undefined): Condition[] {
  const { gte, lte } = range ?? {}
  const conditions: Condition[] = []
  if (gte != null) conditions.push((parameters) => `${sql} >= ${parameters.add(gte, 'integer')}`)
  if (lte != null) conditions.push((parameters) => `${sql} <= ${parameters.add(lte, 'integer')}`)
  return conditions
}
