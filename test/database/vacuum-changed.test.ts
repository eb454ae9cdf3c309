import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type pg from 'pg'
import { vacuumChanged } from '../../src/database/vacuum-changed.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
let client: pg.PoolClient
beforeAll(async () => {
  database = await createTestDatabase()
  client = await database.connection.pool.connect()
  // What is not on the disk yet is not known to be visible.
  await client.query('SET synchronous_commit = on')
  await client.query(
    'ALTER TABLE person SET (autovacuum_enabled = false); ALTER TABLE publisher SET (autovacuum_enabled = false)',
  )
  await client.query(`BEGIN; INSERT INTO person (id, name) SELECT n, 'Somebody ' || n FROM generate_series(1, 20000) AS n;
    INSERT INTO publisher (id, slug, name, hostnames) SELECT n, 'desk-' || n, 'Desk', '{}' FROM generate_series(1, 100) AS n; COMMIT`)
  await client.query('SELECT pg_stat_force_next_flush()')
})
afterAll(async () => {
  client?.release()
  await database?.drop()
})

/** Pages that are known to hold only rows which everybody sees. */
const visiblePages = async (table: string): Promise<number> =>
  (await client.query(`SELECT relallvisible FROM pg_class WHERE oid = '${table}'::regclass`)).rows[0].relallvisible

test('a role that may not vacuum leaves the tables as they are', async () => {
  await client.query('SET ROLE pg_read_all_data')
  await vacuumChanged(client)
  await client.query('RESET ROLE')
  expect(await visiblePages('person')).toBe(0)
})

test('tables that changed much are vacuumed, others are left to autovacuum', async () => {
  await vacuumChanged(client)
  expect(await visiblePages('person')).toBeGreaterThan(50)
  expect(await visiblePages('publisher')).toBe(0)
})
