import { describe, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entry, keys } from './entries.ts'

/* Bodies that English text names: by lists, by how their names are made, and by what stands around them. */

const recogniser = createRecogniser(
  createGazetteer([
    entry('us-congress', '美国国会', 'United States Congress', 'GOVERNMENT', 'US', '~Congress'),
    entry('us-senate', '美国参议院', 'United States Senate', 'GOVERNMENT', 'US', '~Senate'),
    entry('us-commerce', '美国商务部', 'United States Department of Commerce', 'GOVERNMENT', 'US', '~Department of Commerce'),
    entry('communist-party-of-china', '中国共产党', 'Communist Party of China', 'POLITICAL_PARTY', 'CN'),
    entry('communist-party-of-cuba', '古巴共产党', 'Communist Party of Cuba', 'POLITICAL_PARTY', 'CU'),
    entry(
      'japanese-foreign-ministry',
      '日本外务省',
      'Ministry of Foreign Affairs of Japan',
      'GOVERNMENT',
      'JP',
      'Japanese Foreign Ministry',
    ),
    entry(
      'chinese-foreign-ministry',
      '中国外交部',
      'Ministry of Foreign Affairs of China',
      'GOVERNMENT',
      'CN',
      'Chinese Foreign Ministry',
    ),
    entry('ministry-of-science', '科技部', 'Ministry of Science', 'GOVERNMENT', 'CN', '~MOST'),
    entry('national-peoples-congress', '全国人大', "National People's Congress", 'GOVERNMENT', 'CN'),
    entry('national-uae', '国民报', 'The National', 'MEDIA', 'AE'),
    entry('white-house', '白宫', 'White House', 'GOVERNMENT', 'US', 'the White House'),
    entry('guardian', '卫报', 'The Guardian', 'MEDIA', 'GB'),
    entry('china-post', '中国邮政', 'China Post', 'COMPANY', 'CN'),
    entry('oracle', '甲骨文', 'Oracle', 'COMPANY', 'US', '~Oracle'),
    entry('sun', '太阳报', 'Sun', 'MEDIA', 'GB', '~Sun'),
    { ...entry('harbourline', null, 'Harbourline', 'COMPANY', 'GB'), isPlatform: true },
    entry('us-armed-forces', '美军', 'United States Armed Forces', 'MILITARY', 'US', 'American military'),
    entry('eastfield-university', '东田大学', 'Eastfield University', 'UNIVERSITY', 'GB'),
  ]),
  [],
)
const recognise = (...paragraphs: string[]) => recogniser.recognise({ ...article('A title', ...paragraphs), language: 'en' })
const names = (text: string) => recognise(text).organisations.map(({ nameEn }) => nameEn)
const surfaces = (text: string) => recognise(text).organisations.flatMap(({ forms }) => forms)

describe('names by their form', () => {
  test.each([
    ['They wrote to the Millbrook Department of Commerce.', ['Millbrook Department of Commerce'], 'an office of a place'],
    ['They wrote to the Sun Meadow Foundation.', ['Sun Meadow Foundation'], 'a weak name is a part of a longer one'],
    ['She left Eastfield University of Science and Technology.', ['Eastfield University of Science and Technology'], ''],
    ['It is run by Eastfield University Orchard Park Co., Ltd. today.', ['Eastfield University Orchard Park Co., Ltd.'], ''],
    ['He joined the Ministry of Land, Infrastructure and Tourism.', ['Ministry of Land, Infrastructure and Tourism'], ''],
    ['The Ministry of Rivers and Ministry of Harbours agreed.', ['Ministry of Rivers', 'Ministry of Harbours'], 'two offices'],
    ['A survey is the Northern Chamber of Commerce’s Big Survey.', ['Northern Chamber of Commerce'], 'and what it made'],
    ['The Alder Shipbuilders’ Equipment Association met.', ['Alder Shipbuilders’ Equipment Association'], ''],
    ['Ask the Alder Forestry and Grassland Administration.', ['Alder Forestry and Grassland Administration'], ''],
    ['In May, The Millbrook Post printed it.', ['Millbrook Post'], 'an article that is printed as a part of the name'],
    [
      'He runs the Center for Northern Studies on Rivers and Harbours now.',
      ['Center for Northern Studies on Rivers and Harbours'],
      '',
    ],
    ['He left the Center for Northern Studies on Monday.', ['Center for Northern Studies'], 'a day'],
    ['The Alder Trade Promotion Center closed.', ['Alder Trade Promotion Center'], ''],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  test.each([
    ['The Walker Administration lost the vote.', 'a government'],
    ['He is in the Writers’ Association.', 'nobody says whose'],
  ])('%s names none: %s', (text) => {
    expect(names(text)).toEqual([])
  })
})

test('a credit of a picture names whom it was taken for', () => {
  expect(names('Anna Hill—Alder Weekly')).toEqual(['Alder Weekly'])
  expect(names('Anna Hill—Lantern/Harbour Images')).toEqual(['Lantern', 'Harbour Images'])
  expect(names('Anna Hill—Pool')).toEqual([])
  expect(names('The river rose—so they left.')).toEqual([])
})

test('what a state keeps abroad is named by the state', () => {
  expect(names('The Chinese Embassy in Lisbon wrote. The U.S. consulate general in Porto did not.')).toEqual([
    'Chinese Embassy in Lisbon',
    'U.S. consulate general in Porto',
  ])
  expect(names('The Millbrook Embassy is a cinema.')).toEqual([])
})

describe('names that lists hold', () => {
  test('a small article is no part of the name', () => {
    expect(surfaces('He called the White House.')).toEqual(['White House'])
    expect(surfaces('She told the Guardian so.')).toEqual(['Guardian'])
  })

  test('a name that is not printed so hides none behind its first word', () => {
    expect(keys(recognise('A session of the National People’s Congress opened.'))).toEqual(['national-peoples-congress'])
  })

  test('each word of a name has its capital', () => {
    expect(keys(recognise('Relations of Peru and China post-war were good.'))).toEqual([])
  })
})

test('an army that acts is named', () => {
  expect(keys(recognise('It was said of the American military, which left.'))).toEqual(['us-armed-forces'])
})

test('according to a service is not to it', () => {
  expect(keys(recognise('It is the fifth currency according to Harbourline.'))).toEqual(['harbourline'])
})

describe('names that bodies of several countries have', () => {
  test.each([
    ['China is ruled by the Communist Party.', ['communist-party-of-china']],
    ['In Havana, Cuba, the Communist Party met.', ['communist-party-of-cuba']],
    ['China waits. Japan’s Foreign Ministry wrote a letter.', ['japanese-foreign-ministry']],
    ['In Japan the Ministry of Foreign Affairs wrote it.', ['japanese-foreign-ministry']],
  ])('%s', (text, expected) => {
    expect(keys(recognise(text))).toEqual(expected)
  })

  test('of a country that has none in the list it is a body of its own', () => {
    expect(names('China waits. Taiwan’s Foreign Ministry wrote a letter.')).toEqual(['Taiwan’s Foreign Ministry'])
  })

  test('a longer word speaks of no country', () => {
    expect(keys(recognise('They japanned a box in Indianapolis. The Foreign Ministry paid.'))).toEqual([])
  })
})

describe('weak names', () => {
  test.each([
    ['Washington waits until Congress has voted.', ['us-congress'], 'an office of the country that is spoken of'],
    ['In the United States the bill goes to the Senate.', ['us-senate'], ''],
    ['Data of the U.S. Department of Commerce helped.', ['us-commerce'], 'its country is in front'],
    ['The servers of the tech company Oracle were slow.', ['oracle'], 'what it is stands in front'],
    ['Half of them, says Oracle, the storage company, are old.', ['oracle'], 'what it is stands behind'],
    ['The most recent Oracle survey was short.', ['oracle'], 'it asked'],
    ['On Monday, Oracle said that it had no plans.', ['oracle'], 'it speaks'],
    ['Nobody may buy The Guardian, China Post, or Sun.', ['china-post', 'guardian', 'sun'], 'a list'],
  ])('%s', (text, expected) => {
    expect(keys(recognise(text))).toEqual(expected)
  })

  test.each([
    ['In the United States and China the Party Congress was watched.', 'of a party'],
    ['Americans watched the Congress in Lisbon.', 'any congress has an article'],
    ['In China most of them agree. Most of them are old.', 'a word'],
    ['Their Oracle of Alder was a poet.', 'nothing speaks for the company'],
    ['Nobody wanted an American military response.', 'says whose'],
    ['They put it on Harbourline and left.', 'a service that is used'],
    ['Spain and Portugal have a Senate.', 'another country'],
  ])('%s names none: %s', (text) => {
    expect(keys(recognise(text))).toEqual([])
  })
})
