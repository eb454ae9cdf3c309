import type { PublisherProfile } from './profile.ts'

/** 掘金翻译计划 (gold-miner). A quoted list above the text names the original, its author, the translators and proofreaders. */
export const goldMiner = {
  slug: 'gold-miner',
  name: '掘金翻译计划',
  hostnames: ['juejin.cn', 'juejin.im'],
  language: 'zh-Hans',
  signs: [/掘金翻译计划|xitu\/gold-miner/i],
  notices: [/^掘金翻译计划\s*是一个翻译优质/, /^如果发现译文存在错误或其他需要改进的地方/],
  originalLanguage: 'en',
} satisfies PublisherProfile
