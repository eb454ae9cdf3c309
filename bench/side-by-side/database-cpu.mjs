import { readFile } from 'node:fs/promises'

/**
 * What asks how many seconds of CPU the sessions of a database have used since it was first asked; it answers null where the system has no /proc,
 * or the database is on another machine.
 */
export function databaseCpu(pool) {
  /** By process, also of sessions that have ended. */
  const seconds = new Map()
  return async () => {
    const { rows } = await pool.query(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await Promise.all(
      rows.map(async ({ pid }) => {
        const text = await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => null)
        if (text !== null) seconds.set(pid, Number(text.split(' ')[0]) / 1e9)
      }),
    )
    return seconds.size === 0 ? null : [...seconds.values()].reduce((sum, each) => sum + each, 0)
  }
}
