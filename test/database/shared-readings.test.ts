import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { Keys, type RowOfKey } from '../../src/database/database.ts'
import { SharedReadings } from '../../src/database/shared-readings.ts'

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] })
})
afterEach(() => {
  jest.useRealTimers()
})

/** Readings that end when they are told to, with a row for each key. */
function controlled() {
  const started: string[][] = []
  const ends: (() => void)[] = []
  const readings = new SharedReadings((_, [keys]) => {
    const { list } = keys as Keys
    started.push([...list])
    return new Promise((resolve) => ends.push(() => resolve(list.map((key, index) => ({ nth: index + 1, key }) as RowOfKey))))
  })
  const read = (...keys: string[]) => readings.read({ name: 'some', text: 'SELECT' }, new Keys(keys), [])
  return { started, end: () => ends.shift()!(), read }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('what is asked for while the like is under way is read when that ends, together', async () => {
  const { started, end, read } = controlled()
  const first = read('a')
  await turn()
  expect(started).toEqual([['a']])
  const second = read('b')
  await turn()
  const third = read('c')
  await turn()
  expect(started).toEqual([['a']])
  end()
  expect(await first).toEqual([{ nth: 1, key: 'a' }])
  expect(started).toEqual([['a'], ['b', 'c']])
  end()
  expect(await second).toEqual([{ nth: 1, key: 'b' }])
  expect(await third).toEqual([{ nth: 1, key: 'c' }])
})

test('nothing waits for what is slow', async () => {
  const { started, read } = controlled()
  void read('slow')
  await turn()
  void read('a')
  await turn()
  expect(started).toEqual([['slow']])
  jest.advanceTimersByTime(1)
  expect(started).toEqual([['slow'], ['a']])
})

test('four keys wait for nothing, nor does a list that is as long', async () => {
  const { started, read } = controlled()
  void read('slow')
  await turn()
  for (const key of ['a', 'b', 'c', 'd', 'e']) void read(key)
  void read('1', '2', '3', '4', '5')
  await turn()
  expect(started).toEqual([['slow'], ['a', 'b', 'c', 'd'], ['1', '2', '3', '4', '5']])
  jest.advanceTimersByTime(1)
  expect(started.at(-1)).toEqual(['e'])
})
