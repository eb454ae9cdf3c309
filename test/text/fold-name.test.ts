import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldName, foldText } from '../../src/text/fold-name.ts'

describe('folding', () => {
  test.each([
    ['台積電', '台积电'],
    ['臺灣', '台湾'],
    ['歐華律師事務所', '欧华律师事务所'],
    ['裡', '里'],
    ['ＮＡＴＯ', 'Nato'],
    ['Nestlé', 'NESTLE'],
    ['McDonald’s', "mcdonald's"],
    ['卡羅琳．比格', '卡罗琳•比格'],
    ['伯克希爾·哈撒韋', '伯克希尔•哈撒韦'],
  ])('%s and %s are one name', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  test('names that differ in more than their spelling stay apart', () => {
    expect(foldName('亚马逊')).not.toBe(foldName('亚马逊云计算'))
    expect(foldName('中国银行')).not.toBe(foldName('中国人民银行'))
  })

  test('every place of the text stays where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const folded = foldText(text)
        expect(folded).toHaveLength(text.length)
        for (let i = 0; i < text.length; i++) expect(folded[i]).toBe(foldText(text[i]!))
      }),
    )
  })

  test('a text is folded as its units are, however long it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), fc.constantFrom(300, 70_000), (text, length) => {
        // Half of a pair as well, which texts that were cut end in.
        const units = `${text}\ud800`
        const times = Math.ceil(length / units.length)
        expect(foldText(units.repeat(times))).toBe(units.split('').map(foldText).join('').repeat(times))
      }),
    )
  })

  test('folding a folded text changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })
})
