import type pg from 'pg'

/**
 * The slug that each row gets. Where several rows of a table ask for one slug, that with the smallest id gets it and the others
 * get it with their id behind, whichever came first. Stored slugs are changed to make room.
 */
export async function settleSlugs(
  client: pg.ClientBase,
  table: 'article' | 'contributor' | 'organisation',
  rows: readonly { id: string; slug: string }[],
): Promise<Map<string, string>> {
  const wanted = new Map(rows.map((row) => [row.id, row.slug]))
  const stored = await client.query<{ id: string; slug: string }>(`SELECT id, slug FROM ${table} WHERE slug = ANY($1::text[])`, [
    [...wanted.values()],
  ])
  const holders = new Map<string, string>()
  const contenders = [...wanted, ...stored.rows.filter(({ id }) => !wanted.has(id)).map(({ id, slug }) => [id, slug] as const)]
  for (const [id, slug] of contenders) {
    const holder = holders.get(slug)
    if (holder === undefined || BigInt(id) < BigInt(holder)) holders.set(slug, id)
  }
  for (const { id, slug } of stored.rows) {
    if (holders.get(slug) !== id) await client.query(`UPDATE ${table} SET slug = $2 WHERE id = $1`, [id, withId(slug, id)])
  }
  return new Map([...wanted].map(([id, slug]) => [id, holders.get(slug) === id ? slug : withId(slug, id)]))
}

const withId = (slug: string, id: string): string => `${slug}-${BigInt(id).toString(36)}`
