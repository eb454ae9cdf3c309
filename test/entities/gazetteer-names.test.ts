import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { foldKey } from '../../src/entities/gazetteer/known-name.ts'
import { regionalSpellings } from '../../src/entities/gazetteer/regional-spellings.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'
import { entry } from './entries.ts'

// Loading reads only how a name begins; that the rest is found nevertheless is asked of names that begin in every way, and of all there are.
const oddNames = [
  '《金融时报》',
  ' ＮＡＴＯ ',
  '"Which?"',
  'É',
  'Ａ＆Ｅ',
  '网络',
  'A网络',
  'Linux 网络',
  'Yahoo!信息公司',
  'Android软件',
  'Saint·Gobain 集团',
  '意大利 银行',
  'international1234567890 Bank',
  'AB  C',
]
const odd = oddNames.map(
  (text, index): GazetteerEntry => ({
    slug: `odd-${index}`,
    nameZh: null,
    nameEn: text,
    kind: 'OTHER',
    country: null,
    wikidata: null,
    aliases: [],
  }),
)
const entries = [...odd, ...(JSON.parse(readFileSync('seeds/organisations.json', 'utf8')) as GazetteerEntry[])]

test('a gazetteer finds every body by each of its names, in every spelling', () => {
  const gazetteer = createGazetteer(entries)
  const missing: string[] = []
  for (const { slug, nameZh, nameEn, aliases } of entries)
    for (const text of [nameZh, nameEn, ...aliases.map((alias) => alias.text)]) {
      const key = foldKey(text ?? '')
      for (const spelling of [key, ...regionalSpellings(key)])
        if (spelling.length > 1 && !gazetteer.find(spelling).some(({ body }) => body.key === slug)) missing.push(spelling)
    }
  expect(missing).toEqual([])
})

test('what bodies of several countries are called is their name without the country; a capital is no country', () => {
  const gazetteer = createGazetteer([
    entry('river-office-of-france', '法国河务署', null, 'GOVERNMENT', 'FR'),
    entry('river-office-of-japan', '日本河务署', null, 'GOVERNMENT', 'JP'),
    entry('harbour-police-of-paris', '巴黎港警署', null, 'GOVERNMENT', 'FR'),
    entry('harbour-police-of-tokyo', '东京港警署', null, 'GOVERNMENT', 'JP'),
  ])
  expect(gazetteer.find('河务署').map(({ body }) => body.key)).toEqual(['river-office-of-france', 'river-office-of-japan'])
  expect(gazetteer.find('港警署')).toEqual([])
})

test('a name is known with a blank where scripts meet, and without', () => {
  expect(regionalSpellings('linux基金会')).toEqual(['linux 基金会'])
  expect(regionalSpellings('linux 基金会')).toEqual(['linux基金会'])
})
