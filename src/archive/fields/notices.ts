import type { ParsedBlock } from '../parsed-article.ts'
import type { PublisherProfile } from '../publishers/profile.ts'

/** A notice is short; what is longer speaks of something. */
const longestNotice = 600

/** The blocks that are not the publisher's own notices, as its profile tells them. */
export function withoutNotices(blocks: readonly ParsedBlock[], { notices = [] }: PublisherProfile): ParsedBlock[] {
  return blocks.filter(({ text }) => text.length >= longestNotice || !notices.some((notice) => notice.test(text.trim())))
}
