import type pg from 'pg'
import { bigint, text } from '../../database/binary-types.ts'
import { rowsFrom, type Table, toParameter } from '../../database/write-rows.ts'

export interface PersonInput {
  id: string
  name: string
  nameZh: string | null
  nameEn: string | null
}

const table: Table<PersonInput> = { name: 'person', key: ['id'], columns: { id: bigint, name: text, nameZh: text, nameEn: text } }

/**
 * Adds people. One whom several articles name keeps the least of the names that they print, so that the order of import does not
 * matter.
 */
export async function savePeople(client: pg.ClientBase, people: readonly PersonInput[]): Promise<number> {
  if (people.length === 0) return 0
  const saved = await client.query(
    `INSERT INTO person AS old (id, name, name_zh, name_en)
    SELECT id, min(name COLLATE "C"), min(name_zh COLLATE "C"), min(name_en COLLATE "C") FROM ${rowsFrom(table, '$1', 'new')} GROUP BY id
    ON CONFLICT (id) DO UPDATE
      SET name = least(old.name COLLATE "C", excluded.name COLLATE "C"),
          name_zh = least(old.name_zh COLLATE "C", excluded.name_zh COLLATE "C"),
          name_en = least(old.name_en COLLATE "C", excluded.name_en COLLATE "C")
      WHERE (old.name, old.name_zh, old.name_en) IS DISTINCT FROM (
        least(old.name COLLATE "C", excluded.name COLLATE "C"), least(old.name_zh COLLATE "C", excluded.name_zh COLLATE "C"),
        least(old.name_en COLLATE "C", excluded.name_en COLLATE "C"))`,
    [toParameter(table, people)],
  )
  return saved.rowCount ?? 0
}

/** Removes people whom no article names any more. */
export async function removeUnmentionedPeople(client: pg.ClientBase): Promise<number> {
  const removed = await client.query(
    'DELETE FROM person WHERE NOT EXISTS (SELECT FROM mention WHERE mention.person_id = person.id)',
  )
  return removed.rowCount ?? 0
}
