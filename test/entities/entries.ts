import type { GazetteerEntry, OrganisationKind, Recognition, TextToRead } from '../../src/entities/recognition.ts'

/** A gazetteer entry in one line; aliases that begin with ~ are weak. */
export function entry(
  slug: string,
  nameZh: string | null,
  nameEn: string | null,
  kind: OrganisationKind,
  country: string | null = null,
  ...aliases: string[]
): GazetteerEntry {
  return {
    slug,
    nameZh,
    nameEn,
    kind,
    country,
    wikidata: null,
    aliases: aliases.map((alias) => (alias.startsWith('~') ? { text: alias.slice(1), weak: true } : { text: alias })),
  }
}

export const entries: GazetteerEntry[] = [
  entry('google', '谷歌', 'Google', 'COMPANY', 'US'),
  entry('microsoft', '微软', 'Microsoft', 'COMPANY', 'US'),
  entry('amazon', '亚马逊', 'Amazon', 'COMPANY', 'US'),
  entry('amazon-web-services', '亚马逊云计算', 'Amazon Web Services', 'COMPANY', 'US', 'AWS'),
  entry('apple', '苹果公司', 'Apple', 'COMPANY', 'US', '~苹果', '~Apple'),
  { ...entry('twitter', '推特', 'Twitter', 'COMPANY', 'US'), isPlatform: true },
  entry('tsmc', '台积电', 'TSMC', 'COMPANY', 'TW', '台灣積體電路製造'),
  entry('financial-times', '金融时报', 'Financial Times', 'MEDIA', 'GB', '英国《金融时报》', 'FT'),
  entry('ft-chinese', 'FT中文网', 'FTChinese', 'MEDIA', 'CN', '《金融时报》中文网'),
  entry('bank-of-china', '中国银行', 'Bank of China', 'BANK', 'CN', '中行'),
  entry('bank-of-japan', '日本央行', 'Bank of Japan', 'CENTRAL_BANK', 'JP', '日本银行'),
  entry('bank-of-korea', '韩国央行', 'Bank of Korea', 'CENTRAL_BANK', 'KR', '韩国银行'),
  entry('us-treasury', '美国财政部', 'US Treasury', 'GOVERNMENT', 'US'),
  entry('treasury-of-britain', '英国财政部', 'HM Treasury', 'GOVERNMENT', 'GB'),
  entry('us-congress', '美国国会', 'US Congress', 'GOVERNMENT', 'US'),
  entry('nato', '北约', 'NATO', 'INTERNATIONAL', null, '北大西洋公约组织'),
  entry('securities-and-futures-commission', '香港证监会', 'Securities and Futures Commission', 'REGULATOR', 'HK', 'SFC'),
]

/** An article of the given paragraphs. */
export const article = (title: string, ...paragraphs: string[]): TextToRead => ({
  title,
  lead: null,
  paragraphs,
  language: 'zh-Hans',
})

/** Keys of the bodies found. */
export const keys = (recognition: Recognition): string[] => recognition.organisations.map((body) => body.key).sort()
