import { createHash } from 'node:crypto'
import type pg from 'pg'
import { createGazetteer } from '../../src/entities/gazetteer/gazetteer.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'
import { BlockReader, unpackNumbers } from '../../src/text/posting-blocks.ts'

const entry = (slug: string, nameZh: string, nameEn: string, kind: GazetteerEntry['kind']): GazetteerEntry => {
  return { slug, nameZh, nameEn, kind, country: null, wikidata: null, aliases: [] }
}

/** Few bodies, so that what articles teach is told from what was known. */
export const gazetteerEntries: GazetteerEntry[] = [
  entry('google', '谷歌', 'Google', 'COMPANY'),
  entry('microsoft', '微软', 'Microsoft', 'COMPANY'),
  entry('world-bank', '世界银行', 'World Bank', 'INTERNATIONAL'),
]
export const gazetteer = createGazetteer(gazetteerEntries)

/** SQL of the text of the block in which a mention of a paragraph stands, if there is no entity in it; `content` is ArticleContent. */
export const mentionedText = `regexp_replace(content.blocks -> paragraph ->> 'html', '<[^>]*>', '', 'g')`

async function tables(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('import', '_prisma_migrations') ORDER BY 1`,
  )
  return rows.map((row) => row.name)
}

/** Every row of every table but Import, with where it lies and which transaction wrote it: nothing was so much as touched. */
export async function dumpExactly(pool: pg.Pool): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const table of await tables(pool)) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT t::text || xmin::text || ctid::text AS row FROM "${table}" AS t ORDER BY ctid`,
    )
    dump[table] = rows.map(({ row }) => row)
  }
  return dump
}

/** Columns that say when, in which run and in which order, not what. */
const ofTheRun = ['imported_at', 'import_id', 'changed_at', 'version', 'ordinal']

/**
 * Every row of every table but Import and FormerSlug, without what depends on the run: what an archive says. What rows were called
 * before is history, which is another for another history. Of the index of words, which pieces each article is found by.
 */
export async function dumpContent(pool: pg.Pool): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const table of await tables(pool)) {
    if (table === 'former_slug' || table === 'search_segment' || table === 'search_block') continue
    const { rows } = await pool.query<{ row: string }>(`SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${table}" AS t`, [
      ofTheRun,
    ])
    dump[table] = rows.map(({ row }) => row).sort()
  }
  dump['search index'] = await dumpIndex(pool)
  return dump
}

/** How many pieces each article is found by, and a hash of them. An ordinal that no article has any more is found by nothing. */
async function dumpIndex(pool: pg.Pool): Promise<string[]> {
  const { rows: articles } = await pool.query<{ id: string; ordinal: number }>('SELECT id, ordinal FROM article')
  const ids = new Map(articles.map(({ id, ordinal }) => [ordinal, id]))
  const { rows: segments } = await pool.query<{ base: number; removed: Buffer | null }>(
    'SELECT first_ordinal AS base, removed FROM search_segment',
  )
  const pieces = new Map<string, Set<number>>()
  for (const { base, removed } of segments) {
    const gone = new Set(removed === null ? [] : unpackNumbers(removed, base))
    const { rows: blocks } = await pool.query<{ first_piece: string; bytes: Buffer }>(
      'SELECT first_piece, bytes FROM search_block WHERE segment = $1 ORDER BY first_piece',
      [base],
    )
    for (const { first_piece, bytes } of blocks) {
      const reader = new BlockReader({ firstPiece: Number(first_piece), bytes }, base)
      while (reader.next()) {
        const ordinals = new Int32Array(reader.count)
        reader.read(ordinals, 0)
        for (const ordinal of ordinals) {
          if (gone.has(ordinal)) continue
          const id = ids.get(ordinal) ?? 'nothing'
          pieces.set(id, (pieces.get(id) ?? new Set()).add(reader.piece))
        }
      }
    }
  }
  const hash = (found: Set<number>) =>
    createHash('sha256')
      .update([...found].join())
      .digest('hex')
      .slice(0, 16)
  return [...pieces].map(([id, found]) => `${id}: ${found.size} ${hash(found)}`).sort()
}

export async function archiveVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string }>('SELECT version FROM archive')
  return Number(rows[0]?.version ?? 0)
}
