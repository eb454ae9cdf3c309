import type DataLoader from 'dataloader'
import { parseGlobalId } from '../../graphql/global-id.ts'
import { allColumns, asNode, type NodeTable } from './list.ts'
import type { RequestContext } from './request-context.ts'
import { statement } from './statement.ts'

type Asked<Row> = Row & { key: string; asked: string }

/** Rows of a type by their primary key, or by one they had before; null for none. A merged row answers with the one that took its place. */
export function nodesByKey<Row>(context: RequestContext, node: NodeTable): DataLoader<string, Row | null> {
  const read = (keys: readonly string[]) =>
    readNodes<Row>(context, node, `${node.type}-by-key`, `unnest($1::bigint[]) AS asked(key)`, 'asked.key', keys)
  return context.loader(`${node.type}-by-key`, async (keys) => {
    const rows = await read(keys)
    const missing = keys.filter((_, index) => rows[index] === null)
    if (missing.length === 0 || !tablesWithHeirs.has(node.table)) return rows
    const heirs = await context.db.query<{ asked: string; key: string }>(heirsByFormerKey, [node.table, missing])
    if (heirs.length === 0) return rows
    const found = await read(heirs.map(({ key }) => key))
    const byFormerKey = new Map(heirs.map(({ asked }, index) => [asked, found[index] ?? null]))
    return rows.map((row, index) => row ?? byFormerKey.get(keys[index]!) ?? null)
  })
}

/** Tables in which rows take the place of others with other ids; see database/former-names.ts. */
const tablesWithHeirs = new Set(['article', 'contributor', 'organisation', 'publisher'])

const heirsByFormerKey = statement(
  'heirs-by-former-key',
  'SELECT former.former_id AS "asked", former.id AS "key" FROM former_slug AS former WHERE former.type = $1 AND former.former_id = ANY($2::bigint[])',
)

/** Rows of a type by their slug, or by one they had before; null for none. */
export function nodesBySlug<Row>(context: RequestContext, node: NodeTable): DataLoader<string, Row | null> {
  const now = `(SELECT now.id FROM ${node.table} AS now WHERE now.slug = asked.key)`
  const before = `(SELECT former.id FROM former_slug AS former WHERE former.type = '${node.table}' AND former.slug = asked.key)`
  return context.loader(`${node.type}-by-slug`, (slugs) =>
    readNodes<Row>(
      context,
      node,
      `${node.type}-by-slug`,
      `unnest($1::text[]) AS asked(key)`,
      `COALESCE(${now}, ${before})`,
      slugs,
    ),
  )
}

async function readNodes<Row>(
  context: RequestContext,
  node: NodeTable,
  name: string,
  asked: string,
  key: string,
  values: readonly string[],
): Promise<(Row | null)[]> {
  if (node.isFleeting === true) context.outcome.isFleeting = true
  const kept =
    node.mergedInto === undefined
      ? key
      : `(SELECT COALESCE(merged.${node.mergedInto}, merged.id) FROM ${node.table} AS merged WHERE merged.id = ${key})`
  const where = node.where === undefined ? '' : ` WHERE ${node.where}`
  const columns = allColumns(node).join(', ')
  const text = `SELECT asked.key AS "asked", ${columns} FROM ${asked} JOIN ${node.table} AS ${node.alias} ON ${node.key} = ${kept}${where}`
  const rows = await context.db.query<Asked<Row>>(statement(name.toLowerCase(), text), [values])
  const byAsked = new Map(rows.map((row) => [row.asked, asNode(node.type, row)]))
  return values.map((value) => byAsked.get(value) ?? null)
}

/**
 * Keys of rows that are named by id or slug, in the order given; null for a name that names none. Merged rows and former slugs
 * answer with the row that took their place.
 */
export async function keysOfReferences(
  context: RequestContext,
  node: NodeTable,
  references: readonly string[],
): Promise<(string | null)[]> {
  return Promise.all(references.map((reference) => keyOfReference(context, node, reference)))
}

async function keyOfReference(context: RequestContext, node: NodeTable, reference: string): Promise<string | null> {
  const id = parseGlobalId(reference)
  const row =
    id?.type === node.type
      ? await nodesByKey<{ key: string }>(context, node).load(id.key)
      : await nodesBySlug<{ key: string }>(context, node).load(reference)
  return row?.key ?? null
}
