import type pg from 'pg'

/**
 * The slug that each row gets, and which rows are there already. Where several rows of a table ask for one slug, that with the
 * smallest id gets it and the others get it with their id behind, whichever came first. Stored slugs are changed to make room.
 */
export async function settleSlugs(
  client: pg.ClientBase,
  table: 'article' | 'contributor' | 'organisation',
  rows: readonly { id: string; slug: string }[],
): Promise<{ slugs: Map<string, string>; stored: Set<string> }> {
  const wanted = new Map(rows.map((row) => [row.id, row.slug]))
  const stored = await client.query<{ id: string; slug: string }>(
    `SELECT id, slug FROM ${table} WHERE slug = ANY($1::text[]) OR id = ANY($2::bigint[])`,
    [[...wanted.values()], [...wanted.keys()]],
  )
  const holders = new Map<string, string>()
  const contenders = [...wanted, ...stored.rows.filter(({ id }) => !wanted.has(id)).map(({ id, slug }) => [id, slug] as const)]
  for (const [id, slug] of contenders) {
    const holder = holders.get(slug)
    if (holder === undefined || BigInt(id) < BigInt(holder)) holders.set(slug, id)
  }
  for (const { id, slug } of stored.rows) {
    const holder = holders.get(slug)
    if (holder === undefined || holder === id) continue
    await client.query(`UPDATE ${table} SET slug = $2 WHERE id = $1`, [id, withId(slug, id)])
  }
  return {
    slugs: new Map([...wanted].map(([id, slug]) => [id, holders.get(slug) === id ? slug : withId(slug, id)])),
    stored: new Set(stored.rows.map(({ id }) => id)),
  }
}

const withId = (slug: string, id: string): string => `${slug}-${BigInt(id).toString(36)}`
