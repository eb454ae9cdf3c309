import type { FoundOrganisation } from './recognition.ts'

/** What strength is read from. Positions count the paragraphs that are prose. */
export interface Weight {
  mentionCount: number
  /** Named in title or lead. */
  isHeadline: boolean
  /** Position of its first mention among the prose, 0 for the first paragraph. */
  firstPosition: number
  /** Mentions of all bodies of the article. */
  allMentions: number
  proseCount: number
}

/**
 * How much of an article a body is. docs/recognition.md says the same in words.
 *
 * ABOUT: the title names it; or the lead does and it recurs; or it dominates: at least 4 mentions and a third of all.
 * MAJOR: the lead names it; or at least 3 mentions; or 2 of which the first stands in the first quarter.
 * MENTION: everything else.
 */
export function strengthOf(weight: Weight, inTitle: boolean): FoundOrganisation['strength'] {
  const { mentionCount, isHeadline, firstPosition, allMentions, proseCount } = weight
  if (inTitle || (isHeadline && mentionCount >= 3)) return 'ABOUT'
  if (mentionCount >= 4 && mentionCount * 3 >= allMentions) return 'ABOUT'
  if (isHeadline || mentionCount >= 3 || (mentionCount === 2 && firstPosition * 4 < proseCount)) return 'MAJOR'
  return 'MENTION'
}
