import type { PublisherProfile } from './profile.ts'

/** 纽约时报中文网. The English original is linked from the closing paragraph, where the translators stand too. */
export const nytimesChinese = {
  slug: 'nytimes-chinese',
  name: '纽约时报中文网',
  hostnames: ['cn.nytimes.com', 'm.cn.nytimes.com', 'cn.nytstyle.com'],
  ignoredParameters: ['pg', 'mcubz'],
  selectors: { remove: ['.big_ad', '.article-ad', '.setting-bar', '.author-info-share', '.related-cont'] },
  notices: [
    /^《?(?:纽约|紐約)(?:时报|時報)》?(?:中文网|中文網)?\s*\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}/,
    /^(?:欢迎|歡迎)?(?:在|于)?(?:Twitter|微博|Facebook).{0,20}(?:关注|關注)/,
  ],
  originalLanguage: 'en',
  utcOffset: '+08:00',
} satisfies PublisherProfile
