import type { PublisherProfile } from './profile.ts'

/** 掘金翻译计划 (gold-miner). A quoted list above the text names the original, its author, the translators and proofreaders. */
export const goldMiner = {
  slug: 'gold-miner',
  name: '掘金翻译计划',
  hostnames: ['juejin.cn', 'juejin.im'],
  language: 'zh-Hans',
  signs: [/掘金翻译计划|xitu\/gold-miner/i],
  originalLanguage: 'en',
} satisfies PublisherProfile
