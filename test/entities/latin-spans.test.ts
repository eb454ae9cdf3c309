import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findLatinSpans } from '../../src/entities/rules/latin-spans.ts'

const spansOf = (text: string): string[] => findLatinSpans(text).map(({ start, end }) => text.slice(start, end))

test('capitalised words, joined by small ones, are one name; parts of addresses and of longer words are none', () => {
  expect(spansOf('美国的Bank of America、AT&T和iPhone，见 www.Example.com/Path 或者 @Handle')).toEqual([
    'Bank of America',
    'AT&T',
    'iPhone',
  ])
})

// The same said in one line, which is what the scan stands in for.
const letter = '\\p{Script=Latin}'
const word = `\\p{Lu}[${letter}\\p{N}]*(?:[&.'’\\-][${letter}\\p{N}]+)*`
const inOneLine = new RegExp(
  `(?<![${letter}\\p{N}@./_\\-])(?:${word}|[a-z]\\p{Lu}${letter}+)(?:(?: & | and | of | of the | for | de | )(?:${word}))*(?![${letter}\\p{N}_@/])`,
  'gu',
)

test('finds what a regular expression finds', () => {
  const piece = fc.constantFrom(
    'A',
    'B',
    'Bé',
    'c',
    'pX',
    '7',
    ' ',
    ' of ',
    ' of the ',
    ' & ',
    '&',
    '.',
    '-',
    '_',
    '@',
    '/',
    '中',
    'Ж',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      expect(spansOf(text)).toEqual(text.match(inOneLine) ?? [])
    }),
    { numRuns: 2000 },
  )
})
