import { describe, expect, test } from '@jest/globals'
import { countWords } from '../../src/text/count-words.ts'
import { detectLanguage } from '../../src/text/language.ts'

describe('detectLanguage', () => {
  test.each([
    ['zh-Hans', '这家书店开在河边，门口有一棵树。'],
    ['zh-Hant', '這家書店開在河邊，門口有一棵樹。'],
    ['zh', '山水之中'],
    ['zh-Hans', '用 `sudo apt-get install build-essential cmake git` 安装编译工具'],
    ['zh-Hant', '用 Visual Studio Code 與 TypeScript 開發'],
    ['en', 'The bookshop stands by the river, and there is a tree at its door.'],
    ['en', 'The director of the library (图书馆) said that the books are new.'],
    ['ja', 'この本屋は川のそばにあります。'],
    ['ko', '이 서점은 강가에 있습니다.'],
    ['fr', 'La librairie est au bord de la rivière et les livres sont dans la cave.'],
    ['de', 'Der Buchladen ist an einem Fluss, und die Bücher sind nicht im Keller.'],
    ['ru', 'Книжный магазин стоит у реки.'],
    ['und', '12 34 — 56'],
    ['und', ''],
  ])('tells %s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })
})

test.each([
  ['iPhone手机', 3],
  ["don't count 7.10 twice", 4],
  ['静钟(Quiet Clock)', 4],
  ['', 0],
  ['… — !', 0],
])('counts Chinese characters and words of other scripts: %p', (text, count) => {
  expect(countWords(text)).toBe(count)
})
