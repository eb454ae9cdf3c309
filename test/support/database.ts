import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Connection, connect } from '../../src/database/connect.ts'

export interface TestDatabase {
  url: string
  connection: Connection
  /** Closes the connection and removes the database. */
  drop(): Promise<void>
}

/** A database of its own with every migration applied: a copy of a template, on the one PostgreSQL of this run of Jest. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createDatabase((name, template) => `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const connection = connect(url)
  return {
    url,
    connection,
    async drop() {
      await connection.close()
      await drop()
    },
  }
}

/** A database without any tables. */
export function createEmptyDatabase(): Promise<Omit<TestDatabase, 'connection'>> {
  return createDatabase((name) => `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`)
}

async function createDatabase(statement: (name: string, template: string) => string): Promise<Omit<TestDatabase, 'connection'>> {
  const response = await fetch(process.env['INTERLINEAR_TEST_SERVER'] ?? '')
  if (!response.ok) throw new Error(`The tests' PostgreSQL did not start: ${await response.text()}`)
  const { adminUrl, template } = (await response.json()) as { adminUrl: string; template: string }
  const name = `interlinear_test_${randomBytes(8).toString('hex')}`
  await runAsAdmin(adminUrl, statement(name, template))
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runAsAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
