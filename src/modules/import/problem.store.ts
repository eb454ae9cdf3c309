import type pg from 'pg'
import { bigint, oneOf, text } from '../../database/binary-types.ts'
import { replaceRows, type Table } from '../../database/write-rows.ts'
import { stableId } from '../../text/stable-id.ts'

export interface ProblemInput {
  file: string
  code: string
  message: string
  place: string | null
  severity: string
}

/** Problems, all of them errors, of files that could not be read at all: these files have no row in `document`. */
const unreadCodes = ['UNREADABLE_FILE', 'UNREADABLE_FOLDER', 'VANISHED_FILE', 'TOO_LARGE', 'DAMAGED_ARCHIVE'] as const

/** Says that a document was overtaken by another copy; the message follows the winner. */
const supersededCode = 'SUPERSEDED'
/** Says that organisations could not be looked for. */
export const recognitionCode = 'RECOGNITION_FAILED'

const table: Table<ProblemInput & { id: string; importId: string }> = {
  name: 'problem',
  key: ['id'],
  columns: {
    id: bigint,
    importId: bigint,
    file: text,
    code: text,
    message: text,
    place: text,
    severity: oneOf('severity'),
  },
}

/**
 * Gives these files exactly these problems, beside those of `saveNotes`. A problem that was there before stays the row that it
 * was, with the import that first found it. Returns how many rows changed.
 */
export async function saveProblems(
  client: pg.ClientBase,
  importId: string,
  files: readonly string[],
  problems: readonly ProblemInput[],
): Promise<number> {
  const scope = `code NOT IN ('${supersededCode}', '${recognitionCode}')`
  return replace(client, importId, files, problems, scope)
}

/** Gives these files exactly these problems of one code, which do not come from reading the file. */
export async function saveNotes(
  client: pg.ClientBase,
  importId: string,
  code: string,
  files: readonly string[],
  notes: readonly ProblemInput[],
): Promise<number> {
  return replace(client, importId, files, notes, `code = '${code}'`)
}

/** Gives `superseded` files the note that says which copy overtook them; other `files` lose theirs. */
export async function saveSupersededNotes(
  client: pg.ClientBase,
  importId: string,
  files: readonly string[],
  superseded: readonly { file: string; by: string }[],
): Promise<number> {
  const notes = superseded.map(({ file, by }) => ({
    file,
    code: supersededCode,
    message: `The same article as ${by}, which is the later copy and is the one that is kept.`,
    place: null,
    severity: 'NOTE',
  }))
  return saveNotes(client, importId, supersededCode, [...files, ...notes.map(({ file }) => file)], notes)
}

/** Files that can be read again: takes back what was said of them when they could not. */
export async function clearUnread(client: pg.ClientBase, files: readonly string[]): Promise<number> {
  if (files.length === 0) return 0
  const cleared = await client.query('DELETE FROM problem WHERE file = ANY($1::text[]) AND code = ANY($2::text[])', [
    files,
    unreadCodes,
  ])
  return cleared.rowCount ?? 0
}

/** The same for everything in these folders but `files`, whose problems were met again. */
export async function clearUnreadUnder(
  client: pg.ClientBase,
  folders: readonly string[],
  files: readonly string[],
): Promise<number> {
  const cleared = await client.query(
    `DELETE FROM problem WHERE severity = 'ERROR' AND code = ANY($1::text[]) AND file <> ALL($2::text[])
       AND EXISTS (SELECT FROM unnest($3::text[]) AS folder WHERE file = folder OR starts_with(file, folder || '/'))`,
    [unreadCodes, files, folders],
  )
  return cleared.rowCount ?? 0
}

/** Problems of these files as they are stored. */
export async function findProblems(client: pg.ClientBase | pg.Pool, files: readonly string[]): Promise<ProblemInput[]> {
  const { rows } = await client.query<ProblemInput>(
    'SELECT file, code, message, place, severity FROM problem WHERE file = ANY($1::text[]) ORDER BY file, severity DESC, code, id',
    [files],
  )
  return rows
}

async function replace(
  client: pg.ClientBase,
  importId: string,
  files: readonly string[],
  problems: readonly ProblemInput[],
  scope: string,
): Promise<number> {
  const rows = identify(problems).map((problem) => ({ ...problem, importId }))
  return (await replaceRows(client, table, 'file', files, rows, { scope, initial: ['importId'] })).length
}

/** A problem's key is its file, code and place, and its number among those that share all three. */
function identify(problems: readonly ProblemInput[]) {
  const counts = new Map<string, number>()
  return problems.map(({ file, code, message, place, severity }) => {
    const key = [file, code, place ?? ''].join('\u0000')
    const number = counts.get(key) ?? 0
    counts.set(key, number + 1)
    return { id: stableId('Problem', file, code, place ?? '', String(number)), file, code, message, place, severity }
  })
}
