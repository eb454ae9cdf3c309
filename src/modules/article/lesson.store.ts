import type pg from 'pg'
import { bigint, oneOf, text } from '../../database/binary-types.ts'
import { replaceRows, type Table } from '../../database/write-rows.ts'

export interface LessonInput {
  articleId: string
  folded: string
  text: string
  gloss: string
  kind: string
}

export interface StoredLesson {
  folded: string
  text: string
  gloss: string
  kind: string
}

const table: Table<LessonInput> = {
  name: 'lesson',
  key: ['articleId', 'folded', 'gloss'],
  columns: { articleId: bigint, folded: text, text, gloss: text, kind: oneOf('organisation_kind') },
}

/** Gives these articles exactly these lessons. Returns the names of every lesson that came, went or changed. */
export function saveLessons(
  client: pg.ClientBase,
  articleIds: readonly string[],
  lessons: readonly LessonInput[],
): Promise<Pick<StoredLesson, 'folded' | 'gloss'>[]> {
  return replaceRows(client, table, 'articleId', articleIds, lessons)
}

/** Remembers names whose lessons changed, until `marked` says that the articles that hold them were found. */
export async function rememberChangedLessons(client: pg.ClientBase, folded: readonly string[]): Promise<void> {
  if (folded.length === 0) return
  await client.query('INSERT INTO changed_lesson (folded) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [folded])
}

export async function findChangedLessons(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ folded: string }>('SELECT folded FROM changed_lesson ORDER BY folded')
  return rows.map((row) => row.folded)
}

export async function forgetChangedLessons(client: pg.ClientBase): Promise<void> {
  await client.query('DELETE FROM changed_lesson')
}

/** The lessons of the whole archive, one row an article and name, always in the same order. */
export async function listLessons(client: pg.ClientBase): Promise<StoredLesson[]> {
  const { rows } = await client.query<StoredLesson>(
    'SELECT folded, text, gloss, kind FROM lesson ORDER BY folded COLLATE "C", gloss COLLATE "C", article_id',
  )
  return rows
}
