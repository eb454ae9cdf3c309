import type { PublisherProfile } from './profile.ts'

/** LCTT, the translators of Linux中国. Their files hold the credits as `[#]:` fields above the text, as lines below it, or both. */
export const lctt = {
  slug: 'lctt',
  name: 'Linux中国',
  hostnames: ['linux.cn'],
  language: 'zh-Hans',
  externalId: /\/article-(\d+)-\d+\.html/,
  articleUrl: (externalId) => `https://linux.cn/article-${externalId}-1.html`,
  signs: [/LCTT|linux\.cn|Linux\s?中国/i, /^\s*\[#\]\s*:/m],
  leadIsQuoted: true,
  originalLanguage: 'en',
} satisfies PublisherProfile
