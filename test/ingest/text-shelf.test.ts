import { expect, test } from '@jest/globals'
import { TextShelf } from '../../src/ingest/text-shelf.ts'

test('gives every text back as it was, however many follow it', () => {
  const shelf = new TextShelf()
  const texts = Array.from({ length: 200 }, (_, index) => ({ title: `第${index}篇`, text: `é\ud800 😀`.repeat(index) }))
  const kept = texts.map((one) => shelf.put(one))
  expect(kept.map((one) => ({ ...one }))).toEqual(texts)
  expect(shelf.units).toBe(texts.reduce((sum, { title, text }) => sum + title.length + text.length, 0))
})

test('is as good as new once it is cleared', () => {
  const shelf = new TextShelf()
  shelf.put({ text: 'before' })
  shelf.clear()
  expect(shelf.units).toBe(0)
  const kept = shelf.put({ empty: '', text: 'after' })
  expect({ ...kept }).toEqual({ empty: '', text: 'after' })
})
