import { randomBytes } from 'node:crypto'
import { expect, test } from '@jest/globals'
import pg from 'pg'
import { migrate } from '../../src/database/migrate.ts'
import { createEmptyDatabase } from '../support/database.ts'

test('a user who may not create pg_trgm is told who has to do what, and can go on after that', async () => {
  const database = await createEmptyDatabase()
  const owner = new pg.Pool({ connectionString: database.url })
  const role = `interlinear_guest_${randomBytes(6).toString('hex')}`
  await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'guest'; GRANT ALL ON SCHEMA public TO ${role}`)
  const url = Object.assign(new URL(database.url), { username: role, password: 'guest' })
  const guest = new pg.Pool({ connectionString: url.href })
  try {
    await expect(migrate({ pool: guest })).rejects.toThrow(
      /may not create the extension pg_trgm: have the owner of the database run "CREATE EXTENSION pg_trgm"/,
    )
    await owner.query('CREATE EXTENSION pg_trgm')
    const { applied } = await migrate({ pool: guest })
    expect(applied.some((name) => name.endsWith('_search'))).toBe(true)
  } finally {
    await guest.end()
    await owner.query(`DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`)
    await owner.end()
    await database.drop()
  }
})
