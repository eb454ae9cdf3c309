import { expect, test } from '@jest/globals'
import { Shelf } from '../../src/text/shelf.ts'

test('gives every text back as it was, however many follow it', () => {
  const shelf = new Shelf()
  const texts = Array.from({ length: 200 }, (_, index) => ({ title: `第${index}篇`, text: `é\ud800 😀`.repeat(index) }))
  const kept = texts.map((one) => shelf.put(one))
  expect(kept.map((one) => ({ ...one }))).toEqual(texts)
})

test('is as good as new once it is cleared', () => {
  const shelf = new Shelf()
  shelf.put({ text: 'before' })
  shelf.clear()
  const kept = shelf.put({ empty: '', text: 'after' })
  expect({ ...kept }).toEqual({ empty: '', text: 'after' })
})

test('gives bytes back as they were, and texts as UTF-8, short ones and such as no board has room for', () => {
  const shelf = new Shelf()
  const texts = Array.from({ length: 60 }, (_, index) => '谷歌 Google\ud800'.repeat(index ** 3))
  const kept = texts.map((text) => [shelf.encode(text), shelf.keep(Buffer.from(text))])
  for (const [index, text] of texts.entries()) {
    for (const bytes of kept[index]!) expect(bytes.equals(Buffer.from(text))).toBe(true)
  }
})
