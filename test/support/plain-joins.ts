import type pg from 'pg'

/* What docs/related.md says, in plain code over rows that are read as they are stored. */

export interface Row {
  key: string
  slug: string
  time: number
  isTimeKnown: boolean
  original: string | null
  language: string
  organisations: string[]
}

export interface Joins {
  rows: Row[]
  /** Organisation → articles that name it. */
  naming: Map<string, Row[]>
}

export async function readJoins(pool: pg.Pool): Promise<Joins> {
  const { rows: found } = await pool.query(
    `SELECT id AS key, slug, published_at, is_published_at_known AS "isTimeKnown", original_id AS original, language,
       ARRAY(SELECT DISTINCT organisation_id FROM mention WHERE article_id = article.id AND kind = 'ORGANISATION' AND judgement = 'POSITIVE') AS organisations
     FROM article`,
  )
  const rows: Row[] = found.map((row) => ({ ...row, time: row.published_at.getTime() }))
  const naming = new Map<string, Row[]>()
  for (const row of rows)
    for (const key of row.organisations) {
      const named = naming.get(key)
      if (named === undefined) naming.set(key, [row])
      else named.push(row)
    }
  for (const named of naming.values()) named.sort(newestFirst)
  return { rows, naming }
}

const round = (value: number) => Number(value.toFixed(6))
const descending = (a: bigint | number, b: bigint | number) => (a < b ? 1 : a > b ? -1 : 0)
export const newestFirst = (a: Row, b: Row) => descending(a.time, b.time) || descending(BigInt(a.key), BigInt(b.key))

export function expectedRelated({ rows, naming }: Joins, article: Row) {
  const count = rows.length
  const weightOf = (key: string) => round(Math.log(1 + count / naming.get(key)!.length))
  const joining = article.organisations.filter((key) => naming.get(key)!.length <= Math.max(5, count / 2))
  const rarestFirst = [...joining].sort(
    (a, b) => naming.get(a)!.length - naming.get(b)!.length || descending(BigInt(a), BigInt(b)),
  )
  const isSibling = (other: Row) => article.original !== null && other.original === article.original
  const candidates = new Set(rows.filter(isSibling))
  let putForward = 0
  for (const key of rarestFirst) {
    if (putForward >= 200) break
    const newest = naming.get(key)!.slice(0, 100)
    putForward += newest.length
    for (const each of newest) candidates.add(each)
  }
  return [...candidates]
    .filter((other) => other !== article)
    .map((other) => {
      const shared = joining.filter((key) => other.organisations.includes(key))
      const isSameOriginal = isSibling(other)
      const score = shared.reduce((sum, key) => sum + weightOf(key), isSameOriginal ? round(3 * Math.log(1 + count)) : 0)
      return { other, shared: shared.length, isSameOriginal, score: round(score) }
    })
    .filter(({ shared, isSameOriginal }) => shared > 0 || isSameOriginal)
    .sort((a, b) => descending(a.score, b.score) || newestFirst(a.other, b.other))
}

export function expectedCoMentions({ rows, naming }: Joins, key: string) {
  const company = new Map<string, number>()
  for (const row of naming.get(key)!.slice(0, 1000))
    for (const other of row.organisations) if (other !== key) company.set(other, (company.get(other) ?? 0) + 1)
  return [...company]
    .map(([other, articleCount]) => ({
      key: BigInt(other),
      articleCount,
      score: round(articleCount * Math.log(1 + rows.length / naming.get(other)!.length)),
    }))
    .sort((a, b) => descending(a.score, b.score) || descending(a.key, b.key))
}
