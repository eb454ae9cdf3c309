import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { migrate, migrationsFolder } from '../../src/database/migrate.ts'
import { createEmptyDatabase } from '../support/database.ts'

describe('migrate', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>
  let pool: pg.Pool
  let folder: string

  beforeEach(async () => {
    database = await createEmptyDatabase()
    pool = new pg.Pool({ connectionString: database.url })
    folder = await mkdtemp(path.join(tmpdir(), 'interlinear-migrations-'))
  })

  afterEach(async () => {
    await pool.end()
    await database.drop()
    await rm(folder, { recursive: true })
  })

  const history = async () => (await pool.query('SELECT * FROM _prisma_migrations ORDER BY migration_name')).rows
  const add = async (name: string, sql: string) => {
    await mkdir(path.join(folder, name))
    await writeFile(path.join(folder, name, 'migration.sql'), sql)
  }

  test('makes the tables of an empty database and the one row of the archive', async () => {
    const { applied, alreadyApplied } = await migrate({ pool })
    expect(applied[0]).toMatch(/_initial$/)
    expect(alreadyApplied).toBe(0)
    expect((await pool.query('SELECT id, version FROM archive')).rows).toEqual([{ id: 1, version: '0' }])
  })

  test('done twice changes nothing', async () => {
    const first = await migrate({ pool })
    const before = await history()
    expect(await migrate({ pool })).toEqual({ applied: [], alreadyApplied: first.applied.length })
    expect(await history()).toEqual(before)
  })

  test('two processes at once apply each migration once', async () => {
    const reports = await Promise.all([migrate({ pool }), migrate({ pool })])
    expect(reports.filter(({ applied }) => applied.length === 0)).toHaveLength(1)
    const rows = await history()
    expect(new Set(rows.map((row) => row.migration_name)).size).toBe(rows.length)
  })

  test('applies in the order of names, each recorded as Prisma records it', async () => {
    await add('20260102000000_second', 'ALTER TABLE a ADD COLUMN c int;')
    await add('20260101000000_first', 'CREATE TABLE a (b int); INSERT INTO a VALUES (1);')
    await migrate({ pool }, { folder })
    const rows = await history()
    expect(rows).toMatchObject([
      { migration_name: '20260101000000_first', logs: null, rolled_back_at: null, applied_steps_count: 1 },
      { migration_name: '20260102000000_second', logs: null, rolled_back_at: null, applied_steps_count: 1 },
    ])
    // sha256sum of the first file.
    expect(rows[0].checksum).toBe('f98cfa07dcd63fb161d6b0cf43aef73a6ab75effe57ca97eea1f0c769e367483')
    expect(rows[0].id).toMatch(/^[0-9a-f-]{36}$/)
    expect(rows[0].finished_at).toBeInstanceOf(Date)
  })

  test('a migration that fails leaves nothing behind and can be mended', async () => {
    await add('20260101000000_first', 'CREATE TABLE a (b int);')
    await add('20260102000000_second', 'CREATE TABLE c (d int); SELECT no_such_function();')
    await expect(migrate({ pool }, { folder })).rejects.toThrow(
      /^Migration 20260102000000_second failed and was undone: function no_such_function\(\) does not exist$/,
    )
    expect((await history()).map((row) => row.migration_name)).toEqual(['20260101000000_first'])
    await writeFile(path.join(folder, '20260102000000_second', 'migration.sql'), 'CREATE TABLE c (d int);')
    expect((await migrate({ pool }, { folder })).applied).toEqual(['20260102000000_second'])
  })

  test('refuses a migration that was changed after it was applied', async () => {
    await cp(migrationsFolder, folder, { recursive: true })
    const { applied } = await migrate({ pool }, { folder })
    await appendFile(path.join(folder, `${applied[0]}`, 'migration.sql'), '-- changed')
    await expect(migrate({ pool }, { folder })).rejects.toThrow(/_initial was changed after it had been applied/)
  })

  test('refuses a database that a newer version has migrated', async () => {
    await add('20260101000000_first', 'CREATE TABLE a (b int);')
    await migrate({ pool }, { folder })
    await rm(path.join(folder, '20260101000000_first'), { recursive: true })
    await expect(migrate({ pool }, { folder })).rejects.toThrow(/20260101000000_first, which this version .* Update interlinear/)
  })

  test('refuses a database on which Prisma left a migration unfinished', async () => {
    await migrate({ pool })
    await pool.query("UPDATE _prisma_migrations SET finished_at = NULL, logs = E'syntax error\\nat line 2'")
    await expect(migrate({ pool })).rejects.toThrow(/did not finish \(syntax error\)/)
  })
})
