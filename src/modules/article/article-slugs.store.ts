import type pg from 'pg'

/**
 * The slug that each article gets. Where several articles of the archive ask for one slug, that with the smallest id gets it and
 * the others get it with their id behind, whichever came first. Stored slugs are changed to make room.
 */
export async function settleSlugs(
  client: pg.ClientBase,
  articles: readonly { id: string; slug: string }[],
): Promise<Map<string, string>> {
  const wanted = new Map(articles.map((article) => [article.id, article.slug]))
  const stored = await client.query<{ id: string; slug: string }>('SELECT id, slug FROM article WHERE slug = ANY($1::text[])', [
    [...wanted.values()],
  ])
  const holders = new Map<string, string>()
  const contenders = [...wanted, ...stored.rows.filter(({ id }) => !wanted.has(id)).map(({ id, slug }) => [id, slug] as const)]
  for (const [id, slug] of contenders) {
    const holder = holders.get(slug)
    if (holder === undefined || BigInt(id) < BigInt(holder)) holders.set(slug, id)
  }
  for (const { id, slug } of stored.rows) {
    if (holders.get(slug) !== id) await client.query('UPDATE article SET slug = $2 WHERE id = $1', [id, withId(slug, id)])
  }
  return new Map([...wanted].map(([id, slug]) => [id, holders.get(slug) === id ? slug : withId(slug, id)]))
}

const withId = (slug: string, id: string): string => `${slug}-${BigInt(id).toString(36)}`
