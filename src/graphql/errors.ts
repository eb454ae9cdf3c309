import { GraphQLError } from 'graphql'

/**
 * What exactly was wrong with an argument. Clients may branch on these: they are part of the API, and are never renamed.
 * `extensions.code` is always BAD_USER_INPUT, `extensions.reason` is one of these.
 */
export type InputProblem =
  | 'INVALID_CURSOR'
  | 'INVALID_ID'
  | 'INVALID_PAGE_SIZE'
  | 'CONFLICTING_ARGUMENTS'
  | 'MISSING_ARGUMENT'
  | 'TOO_MANY_VALUES'
  | 'FILTER_TOO_DEEP'
  | 'EMPTY_TEXT'
  | 'TEXT_TOO_LONG'
  | 'OUT_OF_RANGE'

/** An error that the caller can mend; `message` says how. */
export function badInput(reason: InputProblem, argument: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', reason, argument } })
}

/** Refuses more than one way of naming the same thing: `article(id:, url:, slug:)` takes exactly one. */
export function exactlyOne(field: string, given: Record<string, unknown>): void {
  const names = Object.keys(given)
  const used = names.filter((name) => given[name] !== undefined && given[name] !== null)
  if (used.length === 1) return
  const choice = names.map((name) => `\`${name}\``).join(', ')
  if (used.length === 0) throw badInput('MISSING_ARGUMENT', names[0]!, `\`${field}\` needs one of ${choice}.`)
  throw badInput('CONFLICTING_ARGUMENTS', used[1]!, `\`${field}\` takes only one of ${choice}; ${used.length} were given.`)
}
