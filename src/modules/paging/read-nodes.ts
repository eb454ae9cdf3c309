import type DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { RowOfKey } from '../../database/database.ts'
import { parseGlobalId } from '../../graphql/global-id.ts'
import { type ObjectSelection, objectSelection, selectionText } from '../../graphql/selection.ts'
import { allColumns, asNode, type NodeTable, type Row as ReadRow } from './list.ts'
import { joiningOf, planRows } from './plan-rows.ts'
import type { RequestContext } from './request-context.ts'
import { keysSql, Parameters, statement } from './statement.ts'

/**
 * Rows of a type by their primary key, or by one they had before; null for none. A merged row answers with the one that took its
 * place. `info` is of a field that answers with the row itself: then what it asks for below is read with it.
 */
export function nodesByKey<Row>(
  context: RequestContext,
  node: NodeTable,
  info?: GraphQLResolveInfo,
): DataLoader<string, Row | null> {
  const name = `${node.type}-by-key`
  const below = relationsBelow(context, node, info)
  const read = (keys: readonly string[]) => readNodes<Row>(context, node, name, 'bigint', 'asked.key', keys, below)
  return context.loader(`${name}${below?.text ?? ''}`, async (keys) => {
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

/** Rows of a type by their slug, or by one they had before; null for none. `info` as in `nodesByKey`. */
export function nodesBySlug<Row>(
  context: RequestContext,
  node: NodeTable,
  info?: GraphQLResolveInfo,
): DataLoader<string, Row | null> {
  const now = `(SELECT now.id FROM ${node.table} AS now WHERE now.slug = asked.key)`
  const before = `(SELECT former.id FROM former_slug AS former WHERE former.type = '${node.table}' AND former.slug = asked.key)`
  const name = `${node.type}-by-slug`
  const below = relationsBelow(context, node, info)
  return context.loader(`${name}${below?.text ?? ''}`, (slugs) =>
    readNodes<Row>(context, node, name, 'text', `COALESCE(${now}, ${before})`, slugs, below),
  )
}

/** What is read with the rows of a field. */
interface Below {
  selection: ObjectSelection
  info: GraphQLResolveInfo
  text: string
}

/** Null where nothing is: then all fields that ask for such rows share a statement. */
function relationsBelow(context: RequestContext, node: NodeTable, info: GraphQLResolveInfo | undefined): Below | null {
  const relations = context.relations?.[node.type]
  if (info === undefined || relations === undefined) return null
  const selection = objectSelection(info.fieldNodes, info.fragments)
  if (!selection.fields.some(({ name }) => name in relations)) return null
  return { selection, info, text: selectionText(info.fieldNodes, info.fragments) }
}

async function readNodes<Row>(
  context: RequestContext,
  node: NodeTable,
  name: string,
  keyType: 'bigint' | 'text',
  key: string,
  values: readonly string[],
  below: Below | null,
): Promise<(Row | null)[]> {
  if (node.isFleeting === true) context.outcome.isFleeting = true
  const parameters = new Parameters()
  const asked = keysSql(values, keyType, 'asked', parameters)
  const joining = below === null ? null : joiningOf(context, below.info)
  const plan = below === null || joining === null ? null : planRows(node, below.selection, joining, parameters)
  const from = `${asked} JOIN ${node.table} AS ${node.alias} ON ${node.key} = ${standingKey(node, key)}`
  let reading = plan?.statements.get(from)
  if (reading === undefined) {
    const columns = (plan?.columns ?? allColumns(node)).join(', ')
    const where = node.where === undefined ? '' : ` WHERE ${node.where}`
    reading = statement(name.toLowerCase(), `SELECT asked.nth, ${columns} FROM ${from}${where}`)
    plan?.statements.set(from, reading)
  }
  const found: (Row | null)[] = values.map(() => null)
  for (const row of await context.db.query<ReadRow & RowOfKey>(reading, parameters.values)) {
    plan?.finish(row, context)
    found[row.nth - 1] = asNode(node.type, row) as Row
  }
  return found
}

/** SQL of the key of the row that stands for the one with `key`, where rows can be merged. */
const standingKey = ({ table, mergedInto }: NodeTable, key: string): string =>
  mergedInto === undefined
    ? key
    : `(SELECT COALESCE(merged.${mergedInto}, merged.id) FROM ${table} AS merged WHERE merged.id = ${key})`

/**
 * Keys of rows that are named by id or slug, in the order given; null for a name that names none. Merged rows and former slugs
 * answer with the row that took their place.
 */
export async function keysOfReferences(
  context: RequestContext,
  node: NodeTable,
  references: readonly string[],
): Promise<(string | null)[]> {
  const meanings = references.map((reference) =>
    context.meaning(`${node.type}:${reference}`, async () => ({ key: await keyOfReference(context, node, reference) })),
  )
  return (await Promise.all(meanings)).map(({ key }) => key)
}

async function keyOfReference(context: RequestContext, node: NodeTable, reference: string): Promise<string | null> {
  const id = parseGlobalId(reference)
  const row =
    id?.type === node.type
      ? await nodesByKey<{ key: string }>(context, node).load(id.key)
      : await nodesBySlug<{ key: string }>(context, node).load(reference)
  return row?.key ?? null
}
