import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import { importArchive } from '../../src/ingest/import-archive.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { answer } from '../support/execute.ts'

/** Pages that say next to nothing, each in a way of its own. */
const bare = [
  '[  ](https://daily.example/1)\n------\n<p></p>\n<p>一</p>',
  '[标题](https://daily.example/2)\n------\n<p><img src="https://daily.example/a.jpg" alt=""></p><figure><img src="https://daily.example/b.jpg"><figcaption> </figcaption></figure><p>译者/</p>',
  '---\ntitle: ""\nauthor: ""\ntranslator: ""\nfrom: ""\ntags: []\n---\n正文。谷歌()来了。',
  '[标题](  )\n------\n<p>作者： 译者：</p><p>原文：<a href=""></a></p><p>  </p>',
  '# \n\n![](https://daily.example/c.png)\n\n> \n\n译者：何黎 \n\n[](https://daily.example/e)',
]

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(path.join(tmpdir(), 'interlinear-absent-'))
  await mkdir(path.join(folder, 'bare'))
  for (const [index, text] of bare.entries()) await writeFile(path.join(folder, 'bare', `${index}.md`), text)
  const gazetteer = createGazetteer(JSON.parse(await readFile('seeds/organisations.json', 'utf8')))
  await importArchive(database.connection, gazetteer, { paths: ['seeds/articles', path.join(folder, 'bare')] })
}, 120_000)
afterAll(async () => {
  await database?.drop()
  await rm(folder, { recursive: true, force: true })
})

test('no column of the archive holds an empty text, but for those that nobody is served', async () => {
  const { pool } = database.connection
  const { rows: columns } = await pool.query<{ table: string; column: string; type: string }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS "type" FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'ARRAY', 'jsonb')
       AND udt_name IN ('text', '_text', 'jsonb') AND table_name NOT IN ('_prisma_migrations', 'article_search')`,
  )
  expect(columns.length).toBeGreaterThan(50)
  const empty: string[] = []
  for (const { table, column, type } of columns) {
    // Of bodies: an image's block has no text, which the graph answers as null.
    const isEmpty =
      type === 'text'
        ? `"${column}" = ''`
        : type === 'ARRAY'
          ? `'' = ANY("${column}")`
          : `jsonb_path_exists("${column}", '$[*] ? (@.html == "" || @.url == "" || @.alt == "" || @.caption == "" || (@.text == "" && @.kind != "IMAGE"))')`
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}" WHERE ${isEmpty}`)
    if (rows[0]!.count > 0) empty.push(`${table}.${column}: ${rows[0]!.count}`)
  }
  expect(empty).toEqual([])
})

test('no answer holds an empty text: what is unknown is null', async () => {
  const { articles, organisations, originals, translators, publishers, archive } = await answer(
    database.connection.db,
    `{ articles(first: 100) { nodes { id slug url canonicalUrl title lead language byline text html jsonLd
           paragraphs { text html } image { url alt caption } images { url alt caption }
           credits { asPrinted contributor { name url slug } } publisher { slug name hostnames } original { url title language }
           mentions(first: 50) { nodes { surface gloss rule } } organisations(first: 50) { edges { forms gloss } }
           people(first: 20) { nodes { name nameZh nameEn } } provenance { sourceFile contentHash } } }
       organisations(first: 100) { nodes { slug name nameZh nameEn country wikidataId aliases { text language script }
           renderings { form script } } }
       originals(first: 100) { nodes { url canonicalUrl title language } }
       translators(first: 100) { nodes { slug name url } } publishers(first: 100) { nodes { slug name hostnames } }
       archive { problems(first: 100) { nodes { file code message place } } } }`,
  )
  expect(articles.nodes.length).toBeGreaterThan(60)
  expect(emptyPlaces({ articles, organisations, originals, translators, publishers, archive })).toEqual([])
})

/** Paths of empty texts. */
function emptyPlaces(value: unknown, place = ''): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [place] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => emptyPlaces(inner, `${place}/${name}`))
}
