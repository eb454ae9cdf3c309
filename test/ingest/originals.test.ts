import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { removeFolder, writeFolder } from '../support/documents.ts'
import { answer } from '../support/execute.ts'
import { gazetteer } from './archive-state.ts'

/** The address as LCTT prints it, and as gold-miner does. */
const pairs = [
  ['http://www.example.org/2016/05/count-files.html', 'https://example.org/2016/05/count-files.html?utm_source=weekly#.k46'],
  ['https://blog.example.org/a-list-of-rules/', 'http://blog.example.org/a-list-of-rules'],
  ['https://medium.com/@quill/why-pages-jump-123', 'https://medium.com/@quill/why-pages-jump-123?source=rss----42#.x1'],
  ['http://example.net/post?id=7', 'https://www.example.net/post?utm_medium=feed&id=7'],
  ['https://example.com/b%C3%BCcher', 'https://example.com/b%c3%bccher/'],
] as const

const lctt = (via: string, index: number) => `怎样数清第 ${index} 个文件夹
================================================================================

文件太多的时候，先数一数有几个，再决定从哪里读起。

--------------------------------------------------------------------------------

via: ${via}

译者：[xiaofeng](https://github.com/xiaofeng) 校对：[wxyz](https://github.com/wxyz)

本文由 [LCTT](https://github.com/LCTT/TranslateProject) 原创翻译，[Linux中国](https://linux.cn/) 荣誉推出
`
const goldMiner = (original: string, index: number) => `> * 原文地址：[How to count folder ${index}](${original})
> * 原文作者：[Nora Quill](https://medium.com/@quill)
> * 译文出自：[掘金翻译计划](https://github.com/xitu/gold-miner)
> * 译者：[yilin](https://github.com/yilin)
> * 校对者：[jiangsan](https://github.com/jiangsan)

# 数一数第 ${index} 个文件夹

动手之前先数清楚，读起来就不会漏掉任何一个文件。
`

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = writeFolder(
    Object.fromEntries(
      pairs.flatMap(([via, original], index) => [
        [`lctt/${index}.md`, lctt(via, index)],
        [`gold-miner/${index}.md`, goldMiner(original, index)],
      ]),
    ),
  )
  await importArchive(database.connection, gazetteer, { paths: [folder] })
})
afterAll(async () => {
  removeFolder(folder)
  await database.drop()
})

describe('a text that LCTT and gold-miner both translated is one original', () => {
  test.each(pairs)('%s and %s', async (via, original) => {
    const query =
      'query ($url: String) { original(url: $url) { id translations { totalCount nodes { publisher { slug } translators { name } } } } }'
    const [one, other] = await Promise.all([via, original].map((url) => answer(database.connection.db, query, { url })))
    expect(one).toEqual(other)
    const { totalCount, nodes } = one.original.translations
    expect(totalCount).toBe(2)
    expect(nodes).toEqual(
      expect.arrayContaining([
        { publisher: { slug: 'lctt' }, translators: [{ name: 'xiaofeng' }] },
        { publisher: { slug: 'gold-miner' }, translators: [{ name: 'yilin' }] },
      ]),
    )
  })

  test('and nothing else is', async () => {
    const { originals } = await answer(database.connection.db, '{ originals { totalCount } }')
    expect(originals.totalCount).toBe(pairs.length)
  })
})
