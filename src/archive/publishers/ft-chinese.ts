import type { PublisherProfile } from './profile.ts'

/** FT中文网. A story with a translator has its English text at the same number; one without was written in Chinese. */
export const ftChinese = {
  slug: 'ft-chinese',
  name: 'FT中文网',
  hostnames: ['cn.ft.com', 'ftchinese.com', 'm.ftchinese.com', 'big5.ftchinese.com'],
  language: 'zh-Hans',
  ignoredParameters: ['full', 'archive', 'adchannelid', 'ccode', 'topnav'],
  externalId: /\/(?:story|premium)\/(\d{6,})(?=$|[?#/])/,
  articleUrl: (externalId) => `https://cn.ft.com/story/${externalId}`,
  selectors: {
    lead: '.story-lead, .story-theme-lead',
    body: '#story-body-container',
    remove: ['.o-ads', '.in-article-advert', '[data-o-ads-name]', '.inlinevideo', '.story-theme', '.clearfloat'],
  },
  notices: [/^来自FT中文网的温馨提示/, /^[（(]?(?:本文)?(?:未经.{0,12}许可|版权归FT中文网|版权声明)/],
  authorInLead: true,
  originalLanguage: 'en',
  derivedOriginal: (externalId) => `https://cn.ft.com/story/${externalId}/en`,
  utcOffset: '+08:00',
} satisfies PublisherProfile
