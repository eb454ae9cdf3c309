import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTagger } from '../../../src/entities/tagger/tagger.ts'

const tag = createTagger(readFileSync('seeds/tagger.model.gz'))
const unmarked = (text: string) => new Uint8Array(text.length)
const names = (text: string) => tag(text, unmarked(text)).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('marks names by the characters around them', () => {
  test('an organisation that no list holds, told by its suffix and place', () => {
    expect(names('青溪商业银行昨日宣布下调贷款利率。')).toContainEqual(['ORGANISATION', '青溪商业银行'])
  })

  test('a person beside a verb of speech', () => {
    expect(names('王建国表示，工程将于年底完工。')).toContainEqual(['PERSON', '王建国'])
  })

  test('a sentence without names stays bare', () => {
    expect(names('今天天气很好，我们去散步吧。')).toEqual([])
  })
})

test('either script is read alike', () => {
  expect(names('青溪商業銀行昨日宣布下調貸款利率。')).toContainEqual(['ORGANISATION', '青溪商業銀行'])
})

test('an empty text has no names', () => {
  expect(tag('', new Uint8Array(0))).toEqual([])
})

test('spans lie within the text, in order, apart from one another', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'中国银行公司王李在北京a1，。 '), maxLength: 60 }), (text) => {
      let end = 0
      for (const span of tag(text, unmarked(text))) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        expect(span.confidence).toBeGreaterThanOrEqual(0)
        expect(span.confidence).toBeLessThanOrEqual(1)
        end = span.end
      }
    }),
  )
})

test('bytes of another model are refused in words', () => {
  expect(() => createTagger(gzipSync(new Uint8Array(2000)))).toThrow('Not a tagger model')
})
