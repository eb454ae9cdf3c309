import type pg from 'pg'

export interface ImportCounts {
  documents: number
  kept: number
  unchanged: number
  superseded: number
  rejected: number
  problems: number
}

export interface BegunImport {
  importId: string
  startedAt: Date
}

/** Begins a run. */
export async function beginImport(client: pg.ClientBase, parserVersion: number): Promise<BegunImport> {
  const { rows } = await client.query<BegunImport>(
    `INSERT INTO import (started_at, parser_version) VALUES (clock_timestamp(), $1)
     RETURNING id AS "importId", started_at AS "startedAt"`,
    [parserVersion],
  )
  return rows[0]!
}

/** A run that will be rolled back: it takes no number from the sequence, which no rollback would give back. */
export async function beginTrialImport(client: pg.ClientBase, parserVersion: number): Promise<BegunImport> {
  const startedAt = new Date()
  await client.query(`INSERT INTO import (id, started_at, parser_version) VALUES (0, $2, $1)`, [parserVersion, startedAt])
  return { importId: '0', startedAt }
}

/** Writes what the run has done so far; in the transaction that did it, so that the row never says more than is there. */
export async function countImport(client: pg.ClientBase, id: string, counts: ImportCounts, isEnd = false): Promise<void> {
  await client.query(
    `UPDATE import SET document_count = $2, kept_count = $3, unchanged_count = $4, superseded_count = $5, rejected_count = $6,
       problem_count = $7, ended_at = CASE WHEN $8 THEN clock_timestamp() END
     WHERE id = $1`,
    [id, counts.documents, counts.kept, counts.unchanged, counts.superseded, counts.rejected, counts.problems, isEnd],
  )
}
