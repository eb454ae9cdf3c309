import type { ParsedBlock } from '../parsed-article.ts'
import type { PublisherProfile } from '../publishers/profile.ts'

/** A notice is short; what is longer speaks of something. */
const longestNotice = 600

/** The advertisement of a feed, which ends a story of any publisher. */
const feedAdvertisement = /^\s*获取更多RSS/

/** The blocks up to a feed's advertisement that are not the publisher's own notices, as its profile tells them. */
export function withoutNotices(blocks: readonly ParsedBlock[], { notices = [] }: PublisherProfile): ParsedBlock[] {
  const end = blocks.findIndex(({ text }) => feedAdvertisement.test(text))
  return blocks
    .slice(0, end === -1 ? blocks.length : end)
    .filter(({ text }) => text.length >= longestNotice || !notices.some((notice) => notice.test(text.trim())))
}

/** Lines of the desks themselves around the credits. */
const deskNotice =
  /^[\s>*_#-]*(?:(?:本文|译文|此文)(?:由|为|来自|出自|是).{0,80}(?:LCTT|Linux\s?中国|翻译|编译|译者|出品|推出|发布|首发)|.{0,30}(?:荣誉|榮譽|自豪)(?:推出|出品)|\[?(?:LCTT|掘金|Linux中国).{0,80}(?:翻译|原创)|本译文|欢迎转载|转载请|未经(?:许可|授权)|版权)/
const longestDeskNotice = 300

/** Whether a line of Markdown is a desk's own, as stands around credits: 本文由 LCTT 原创翻译. */
export function isDeskNotice(line: string): boolean {
  return line.length < longestDeskNotice && deskNotice.test(line)
}
