/** What the environment says, checked. Nothing else reads `process.env`, except to hand it on to the embedded server. */
export interface Environment {
  /** Null: the embedded PostgreSQL is used. */
  databaseUrl: string | null
  port: number | null
  host: string | null
  /** Redis or Valkey, where several servers share answers. Null: each keeps its own. */
  redisUrl: string | null
  /** Megabytes of answers that a server keeps in memory. */
  cacheMegabytes: number | null
}

export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  readonly isExplained = true
}

/** An empty variable is one that is not set. Throws EnvironmentError, naming the variable. */
export function readEnvironment(): Environment {
  const read = (name: string): string | null => process.env[name]?.trim() || null
  return {
    databaseUrl: checkDatabaseUrl(read('DATABASE_URL')),
    port: checkPort(read('PORT')),
    host: read('HOST'),
    redisUrl: checkRedisUrl(read('REDIS_URL')),
    cacheMegabytes: checkMegabytes(read('CACHE_MB')),
  }
}

/** Whether npm started this process, as `npm start` and `npx` do, with a shell between the two. */
export function isRunByNpm(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined
}

/** Whether to show where an unexpected error comes from. */
export function isDebugging(): boolean {
  return Boolean(process.env['INTERLINEAR_DEBUG'])
}

function checkDatabaseUrl(value: string | null): string | null {
  if (value === null) return null
  const isPostgres = URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
  if (isPostgres) return value
  throw new EnvironmentError(
    'DATABASE_URL is not the address of a PostgreSQL database. Write it as postgresql://USER:PASSWORD@HOST:5432/DATABASE, ' +
      'or leave it out to use the embedded PostgreSQL.',
  )
}

function checkRedisUrl(value: string | null): string | null {
  if (value === null) return null
  if (URL.canParse(value) && /^rediss?:$/.test(new URL(value).protocol)) return value
  throw new EnvironmentError(
    'REDIS_URL is not the address of a Redis or Valkey server. Write it as redis://USER:PASSWORD@HOST:6379/0, or leave it out.',
  )
}

function checkMegabytes(value: string | null): number | null {
  if (value === null) return null
  if (/^\d{1,6}$/.test(value)) return Number(value)
  throw new EnvironmentError(`CACHE_MB is ${JSON.stringify(value)}, which is no whole number of megabytes (0 keeps no answers).`)
}

function checkPort(value: string | null): number | null {
  if (value === null) return null
  const port = parsePort(value)
  if (port !== null) return port
  throw new EnvironmentError(`PORT is ${JSON.stringify(value)}, which is not the number of a port (0 to 65535).`)
}

/** Null for what is no port. */
export function parsePort(value: string): number | null {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535 ? Number(value) : null
}
