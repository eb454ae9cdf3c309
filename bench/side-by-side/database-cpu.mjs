import { readFile } from 'node:fs/promises'

/**
 * What asks how many seconds of CPU the sessions of a database have used so far, those that are connected at the time; it answers null where the
 * system has no /proc, or the database is on another machine.
 */
export function databaseCpu(pool) {
  return async () => {
    const { rows } = await pool.query(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    const used = rows.map(({ pid }) =>
      readFile(`/proc/${pid}/schedstat`, 'utf8').then((text) => Number(text.split(' ')[0]) / 1e9),
    )
    return Promise.all(used).then(
      (seconds) => seconds.reduce((sum, each) => sum + each, 0),
      () => null,
    )
  }
}
