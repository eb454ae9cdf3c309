import type pg from 'pg'

/** The database cannot be used as it is; the message says what to do. */
export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError'
  readonly isExplained = true
}

/** Opens one connection, so that a wrong address is known before any work is done. Throws DatabaseUnreachableError. */
export async function checkConnection({ pool }: { pool: pg.Pool }, url: string): Promise<void> {
  try {
    const client = await pool.connect()
    client.release()
  } catch (error) {
    throw new DatabaseUnreachableError(describe(url, error as NodeJS.ErrnoException), { cause: error })
  }
}

function describe(url: string, error: NodeJS.ErrnoException): string {
  const { hostname, port, pathname, username } = new URL(url)
  const server = `${hostname || 'localhost'}:${port || 5432}`
  switch (error.code) {
    case 'ECONNREFUSED':
      return `No PostgreSQL answers at ${server} (DATABASE_URL): the connection was refused. Is the server running, and is the port right?`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host ${hostname} of DATABASE_URL is not known. Check its name.`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${server} does not let ${username || 'this user'} in: check user and password in DATABASE_URL (${error.message}).`
    case '3D000':
      return `PostgreSQL at ${server} has no database ${pathname.slice(1)}. Create it, or name another in DATABASE_URL.`
    default:
      return `PostgreSQL at ${server} (DATABASE_URL) cannot be used: ${error.message || error.code}`
  }
}

/** What ended work under way, in words where it was PostgreSQL that went away or is full; else the error as it is. */
export function explainLoss(error: unknown): unknown {
  const { code = '', message = '' } = error as Partial<NodeJS.ErrnoException>
  const goOn = 'What was told as kept is kept: import again to go on from there.'
  if (/^(?:08|57P0)|^E(?:CONN|PIPE)/.test(code) || /^Connection terminated|not queryable/.test(message)) {
    return new DatabaseUnreachableError(`PostgreSQL went away (${message}). ${goOn}`, { cause: error })
  }
  if (code.startsWith('53'))
    return new DatabaseUnreachableError(`PostgreSQL has no room left (${message}). ${goOn}`, { cause: error })
  return error
}
