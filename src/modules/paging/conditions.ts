import type { Condition } from './statement.ts'

/** Holds where all of these do; without any, everywhere. */
export const allOf =
  (conditions: readonly Condition[]): Condition =>
  (parameters) =>
    conditions.length === 0 ? 'true' : conditions.map((condition) => `(${condition(parameters)})`).join(' AND ')

/** Holds where one of these does; without any, nowhere. */
export const anyOf =
  (conditions: readonly Condition[]): Condition =>
  (parameters) =>
    conditions.length === 0 ? 'false' : `(${conditions.map((condition) => `(${condition(parameters)})`).join(' OR ')})`

/** Holds where this is false or unknown. */
export const not =
  (condition: Condition): Condition =>
  (parameters) =>
    `(${condition(parameters)}) IS NOT TRUE`
