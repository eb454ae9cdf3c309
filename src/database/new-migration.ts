import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { migrate, migrationsFolder } from './migrate.ts'
import { findPostgresBinaries, findServerAccount } from './postgres-binaries.ts'
import { createCluster, createPassword, type RunningServer, startServer } from './postgres-server.ts'

// Known to Node; TypeScript has it only among the browser's names.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}

const schemaFile = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url))

/**
 * SQL that leads from the migrations in `folder` to prisma/schema.prisma; empty when they agree. Prisma's schema engine in its
 * WebAssembly form compares the schema with a throw-away database that has the migrations. Development only: the engine is no
 * dependency of the package.
 */
export async function writeMigrationSql(folder: string = migrationsFolder): Promise<string> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'interlinear-migration-'))
  let server: RunningServer | undefined
  let pool: pg.Pool | undefined
  try {
    const account = await findServerAccount()
    const cluster = {
      binaries: await findPostgresBinaries(account),
      account,
      dataFolder: path.join(temporary, 'postgres'),
      logFile: path.join(temporary, 'postgres.log'),
      password: createPassword(),
      isDurable: false,
    }
    await createCluster(cluster)
    server = await startServer(cluster)
    pool = new pg.Pool({ connectionString: server.urlOf('postgres') })
    await mkdir(folder, { recursive: true })
    await migrate({ pool }, { folder })
    return await compareWithSchema(pool)
  } finally {
    await pool?.end()
    await server?.stop()
    await rm(temporary, { recursive: true, force: true })
  }
}

async function compareWithSchema(pool: pg.Pool): Promise<string> {
  engineModule ??= loadEngine()
  const [{ SchemaEngine }, content] = await Promise.all([engineModule, readFile(schemaFile, 'utf8')])
  const files = [{ path: schemaFile, content }]
  const engine = await SchemaEngine.new(
    { datamodels: [[schemaFile, content]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(new CatalogueReader(pool)),
  )
  const { stdout } = await engine.diff({
    // The database behind the adapter; its `_prisma_migrations` is left out of account.
    from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout === null || stdout.includes('This is an empty migration') ? '' : stdout
}

// Its JavaScript side can serve one instance in a process.
let engineModule: ReturnType<typeof loadEngine> | undefined

async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...glue } })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

/**
 * Prisma's adapter for pg, which knows no "char", the type of some columns of the system catalogue that the engine reads: such
 * columns are passed through the adapter as text and handed to the engine as the character that they are.
 */
class CatalogueReader extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const pool = adapter.underlyingDriver()
    const runQuery = pool.query.bind(pool) as unknown as (query: object) => Promise<pg.QueryResult>
    let charColumns: boolean[] = []
    Object.assign(pool, {
      async query(query: object) {
        const result = await runQuery(query)
        charColumns = result.fields.map((field) => field.dataTypeID === pg.types.builtins.CHAR)
        for (const field of result.fields)
          if (field.dataTypeID === pg.types.builtins.CHAR) field.dataTypeID = pg.types.builtins.TEXT
        return result
      },
    })
    const queryRaw = adapter.queryRaw.bind(adapter)
    return Object.assign(adapter, {
      // The engine asks one thing after the other, so that the columns seen last are those of this answer.
      async queryRaw(query: Parameters<typeof queryRaw>[0]) {
        const result = await queryRaw(query)
        const columnTypes = result.columnTypes.map((type, at) => (charColumns[at] === true ? ColumnTypeEnum.Character : type))
        return { ...result, columnTypes }
      },
    })
  }
}

async function main([name]: string[]): Promise<void> {
  if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
    throw new Error('Say what the migration does, in lower case: npm run db:new -- add_column_x')
  }
  const sql = await writeMigrationSql()
  if (sql === '') return console.log('The migrations already lead to prisma/schema.prisma: nothing to do.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsFolder, `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(path.join(folder, 'migration.sql'), sql)
  console.log(`Wrote ${path.relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error((error as Error).message)
    process.exitCode = 1
  })
}
