import type pg from 'pg'

/** Rows of a table that were added or left behind. Of fewer, autovacuum has time to think. */
const manyRows = 10_000

const changedTables = `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables
  WHERE schemaname = current_schema() AND n_ins_since_vacuum + n_dead_tup > ${manyRows}`

/**
 * Lets reads of an index alone trust what was written, and the planner know of it. Autovacuum comes a minute later, and to a large
 * archive only when a fifth of it is new: until then every such read looks up its rows in the table, too. Not within a transaction. A
 * role that may not, leaves it.
 */
export async function vacuumChanged(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(changedTables)
  if (rows.length === 0) return
  await client.query(`VACUUM (ANALYZE, SKIP_LOCKED) ${rows.map(({ name }) => name).join(', ')}`)
}
