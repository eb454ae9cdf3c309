import type pg from 'pg'
import { createGazetteer } from '../../src/entities/gazetteer.ts'
import type { GazetteerEntry } from '../../src/entities/recognition.ts'

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

/** Columns that say when and in which run, not what. */
const ofTheRun = ['imported_at', 'import_id', 'changed_at', 'version']

/**
 * Every row of every table but Import and FormerSlug, without what depends on the run: what an archive says. What rows were called
 * before is history, which is another for another history.
 */
export async function dumpContent(pool: pg.Pool): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {}
  for (const table of await tables(pool)) {
    if (table === 'former_slug') continue
    const { rows } = await pool.query<{ row: string }>(`SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${table}" AS t`, [
      ofTheRun,
    ])
    dump[table] = rows.map(({ row }) => row).sort()
  }
  return dump
}

export async function archiveVersion(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ version: string }>('SELECT version FROM archive')
  return Number(rows[0]?.version ?? 0)
}
