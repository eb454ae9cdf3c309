import type pg from 'pg'
import { stageRows } from '../../database/stage-rows.ts'

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

const incoming = {
  name: 'incoming_lesson',
  columns: { article_id: 'bigint', folded: 'text', text: 'text', gloss: 'text', kind: 'organisation_kind' },
}

/** Gives these articles exactly these lessons. Returns every lesson that came, went or changed. */
export async function saveLessons(
  client: pg.ClientBase,
  articleIds: readonly string[],
  lessons: readonly LessonInput[],
): Promise<StoredLesson[]> {
  await stageRows(
    client,
    incoming,
    lessons.map(({ articleId, folded, text, gloss, kind }) => [articleId, folded, text, gloss, kind]),
  )
  const removed = await client.query<StoredLesson>(
    `DELETE FROM lesson WHERE article_id = ANY($1::bigint[])
       AND NOT EXISTS (SELECT FROM incoming_lesson AS new
                       WHERE (new.article_id, new.folded, new.gloss, new.text, new.kind)
                         = (lesson.article_id, lesson.folded, lesson.gloss, lesson.text, lesson.kind))
     RETURNING folded, text, gloss, kind`,
    [articleIds],
  )
  const added = await client.query<StoredLesson>(`
    INSERT INTO lesson (article_id, folded, text, gloss, kind)
    SELECT article_id, folded, text, gloss, kind FROM incoming_lesson
    ON CONFLICT DO NOTHING
    RETURNING folded, text, gloss, kind`)
  return [...removed.rows, ...added.rows]
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
