import { expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer.ts'
import { createRecogniser } from '../../src/entities/recognise.ts'
import { article, entries, keys } from './entries.ts'

const asked: string[] = []
/** Marks these names, as sure as it is told. */
const read = (sentence: string, name: string, confidence: number) =>
  createRecogniser(createGazetteer(entries), [], {
    tagger: (text) => {
      asked.push(text)
      const start = text.indexOf(name)
      return start < 0 ? [] : [{ start, end: start + name.length, kind: 'ORGANISATION', confidence }]
    },
  }).recognise(article('标题', sentence))

test('a name of which the tagger is sure is a body, one of which it is not stays open', () => {
  expect(keys(read('今年青溪渡船总社停航。', '青溪渡船总社', 0.99))).toHaveLength(1)
  const { mentions, organisations } = read('今年青溪渡船总社停航。', '青溪渡船总社', 0.5)
  expect(organisations).toEqual([])
  expect(mentions).toMatchObject([{ surface: '青溪渡船总社', rule: 'tagger', judgement: 'UNSURE', candidates: [] }])
})

test('an office of a known body is that body', () => {
  expect(keys(read('中国银行青溪支行昨日开业。', '中国银行青溪支行', 0.99))).toEqual(['bank-of-china'])
})

test('the tagger is asked about no sentence that the lists decide', () => {
  asked.length = 0
  read('中国银行上涨。青溪渡船总社停航。', '青溪渡船总社', 0.9)
  expect(asked).toEqual(['青溪渡船总社停航。'])
})
