import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entry, keys } from './entries.ts'

/* How English prints the names of bodies, and what it calls ministries and services by. */

const recogniser = createRecogniser(
  createGazetteer([
    entry('national', '国民报', 'The National', 'MEDIA', 'AE'),
    entry('national-tide-commission', '国家潮汐委员会', 'National Tide Commission', 'GOVERNMENT', 'AE'),
    entry('us-coast-guard', '美国海岸警卫队', 'United States Coast Guard', 'MILITARY', 'US'),
    entry('un', '联合国', 'United Nations', 'INTERNATIONAL', null, 'UN'),
    entry('un-fisheries-office', '联合国渔业办公室', 'UN Fisheries Office', 'INTERNATIONAL'),
    entry('foreign-japan', '日本外务省', 'Ministry of Foreign Affairs of Japan', 'GOVERNMENT', 'JP', 'Japanese Foreign Ministry'),
    entry('foreign-brazil', '巴西外交部', 'Ministry of Foreign Affairs of Brazil', 'GOVERNMENT', 'BR'),
    entry('culture-japan', '日本文化部', 'Ministry of Culture of Japan', 'GOVERNMENT', 'JP'),
    entry('culture-brazil', '巴西文化部', 'Ministry of Culture of Brazil', 'GOVERNMENT', 'BR'),
    entry('southern-government', '南方政府', 'Southern Government', 'GOVERNMENT', 'CN'),
    entry('osprey', '鱼鹰研究所', 'Osprey Institute', 'RESEARCH', 'US', '~OSPREY'),
    entry('huiguang', '辉光杂志', 'Huiguang', 'MEDIA', 'CN'),
    entry('eastfield-university', '东田大学', 'Eastfield University', 'UNIVERSITY', 'GB'),
    entry('tide-bureau', '中央潮汐局', 'Central Tide Bureau of the Harbour Party', 'POLITICAL_PARTY', 'CN', '~Tide Bureau'),
    entry('driftwood', '浮木', 'Driftwood', 'MEDIA', 'GB', '~Driftwood'),
    { ...entry('pictogram', null, 'Pictogram', 'COMPANY', 'US'), isPlatform: true },
  ]),
  [],
)
const recognise = (...paragraphs: string[]) => recogniser.recognise({ ...article('A title', ...paragraphs), language: 'en' })
const found = (...paragraphs: string[]) => keys(recognise(...paragraphs))

test('an article in front makes no other name of a longer one', () => {
  expect(found('The National Tide Commission met.')).toEqual(['national-tide-commission'])
  expect(found('She read it in The National on Monday.')).toEqual(['national'])
})

test.each(['U.S. Coast Guard', 'US Coast Guard', 'United States Coast Guard'])('%s is spelt long and short', (name) => {
  expect(found(`They called the ${name}.`)).toEqual(['us-coast-guard'])
})

test('the United Nations may have points', () => {
  expect(found('Ask the U.N. Fisheries Office.')).toEqual(['un-fisheries-office'])
})

test('a treaty of a body is none', () => {
  expect(found('It is against the United Nations Convention on Tides.')).toEqual([])
  expect(found('It is against what the United Nations said.')).toEqual(['un'])
})

test('what is behind a Chinese surname is a name of people', () => {
  expect(found('The reporter Chen Huiguang left. He wrote for Huiguang.')).toEqual(['huiguang'])
  expect(found('The reporter Chen Huiguang left.')).toEqual([])
})

test('what says that it is of a state may be printed small', () => {
  expect(found('The Southern government fell.')).toEqual(['southern-government'])
})

test('a Chinese word or two make no manual of English text, in which letters are formats', () => {
  const text = `${'The weather was fine and the harbour was full of boats that day. '.repeat(9)}They call it 好天气.`
  expect(found(text, 'Nobody asked the UN.')).toEqual(['un'])
})

test('letters stand for a body of the country that is spoken of, but in a line of capitals', () => {
  expect(found('In the United States one OSPREY study found it.')).toEqual(['osprey'])
  expect(found('In the United States THE OSPREY FLIES was printed.')).toEqual([])
  expect(found('One OSPREY study found it.')).toEqual([])
})

test('a weak name is a paper where something is printed in it, and somebody edits it', () => {
  expect(found('Her study was published in Driftwood.')).toEqual(['driftwood'])
  expect(found('He was an editor of Driftwood for years.')).toEqual(['driftwood'])
  expect(found('J. Alder, Driftwood (May 3, 2018)')).toEqual(['driftwood'])
  expect(found('She wrote in Driftwood Bay. Driftwood lay there.')).toEqual([])
})

test('a coalition is named by what it is against, a part of a university behind its owner', () => {
  const names = (text: string) => recognise(text).organisations.map(({ nameEn }) => nameEn)
  expect(names('They founded the Coalition Against Noise and Dust.')).toEqual(['Coalition Against Noise and Dust'])
  expect(names('She sits in the Select Committee on River Traffic and Coasts.')).toEqual([
    'Select Committee on River Traffic and Coasts',
  ])
  expect(names('The River and Harbour Affairs Office opened.')).toEqual(['River and Harbour Affairs Office'])
  expect(names('He wrote of the Measures for the Administration of River Traffic Services.')).toEqual([])
  expect(names('He leads Eastfield University’s Center for River Studies.')).toEqual([
    'Eastfield University',
    'Center for River Studies',
  ])
})

test('an organ of a party is known in a text that speaks of its country, and is no office of it', () => {
  expect(found('In China the Tide Bureau met.')).toEqual(['tide-bureau'])
  expect(found('In China the Party’s Tide Bureau met.')).toEqual(['tide-bureau'])
  expect(found('In China the Press Department of the Tide Bureau met.')).toEqual(['press-department-of-the-tide-bureau'])
})

describe('ministries that several countries have', () => {
  test.each([
    ['Tokyo and Japan kept quiet. The foreign ministry said nothing.', 'foreign-japan'],
    ['In Brazil, in Brazil itself, the Ministry of Foreign Affairs said nothing.', 'foreign-brazil'],
    ['A paper of Brazil’s Culture Ministry was lost.', 'culture-brazil'],
  ])('%s', (text, key) => {
    expect(found(text)).toEqual([key])
  })

  test('one that no country decides is named by its form', () => {
    expect(found('She works at the Ministry of Culture.')).toEqual(['ministry-of-culture'])
  })
})

describe('services that a text uses', () => {
  test('are no companies at other places of it either', () => {
    expect(found('She posted it on Pictogram.', 'There is no life without Pictogram, she wrote.')).toEqual([])
  })

  test('nor in a headline', () => {
    const text = { ...article('How to live with Pictogram', 'She posted it on Pictogram.'), language: 'en' }
    expect(keys(recogniser.recognise(text))).toEqual([])
  })

  test('unless one place speaks of the company', () => {
    expect(
      found('She posted it on Pictogram.', 'Without Pictogram nobody would know, said Pictogram’s chief executive.'),
    ).toEqual(['pictogram'])
  })
})
