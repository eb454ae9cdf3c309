import { badInput } from '../../graphql/errors.ts'
import { isPiece, queryPieces, searchText } from '../../text/search-pieces.ts'

/** Words that are looked for in folded texts. */
export interface QueryText {
  /** Folded, without spaces at its ends. Never empty. */
  folded: string
  /** The pieces that every text with it has. */
  pieces: readonly number[]
  /** Whether every text that has the pieces has the words: nothing more is to be looked at. */
  isExact: boolean
}

/** A sentence or two. Nobody types more, and more would find one text at most. */
const longestQuery = 500

/** Reads what somebody looks for; throws EMPTY_TEXT or TEXT_TOO_LONG. */
export function readQueryText(text: string, argument: string): QueryText {
  if (text.length > longestQuery) {
    const advice = 'Look for a part of it.'
    throw badInput(
      'TEXT_TOO_LONG',
      argument,
      `\`${argument}\` may have ${longestQuery} characters; it has ${text.length}. ${advice}`,
    )
  }
  const folded = searchText(text).trim()
  if (folded === '')
    throw badInput('EMPTY_TEXT', argument, `\`${argument}\` is empty. Give one character or more, or leave it out.`)
  return { folded, pieces: queryPieces(folded), isExact: isPiece(folded) }
}
