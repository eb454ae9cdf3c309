import { parseGlobalId } from '../../graphql/global-id.ts'
import { foldName } from '../../text/fold-name.ts'
import { nodesBySlug } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { contributorTable } from './contributor.table.ts'

const keysByName = statement(
  'contributor-keys-by-name',
  'SELECT c.folded AS "name", array_agg(c.id ORDER BY c.id) AS "keys" FROM contributor AS c WHERE c.folded = ANY($1::text[]) GROUP BY c.folded',
)

const types = new Set(['Contributor', 'Translator', 'Author'])

/**
 * Keys that each reference stands for: an id in any role, a slug, or a name in any script and case, which several publishers' people may bear. Empty for
 * one that is nobody's.
 */
export function contributorKeySets(context: RequestContext, references: readonly string[]): Promise<string[][]> {
  const byName = context.loader('contributor-keys-by-name', async (names) => {
    const rows = await context.db.query<{ name: string; keys: string[] }>(keysByName, [names])
    const found = new Map(rows.map(({ name, keys }) => [name, keys]))
    return names.map((name) => found.get(name) ?? [])
  })
  const keySet = async (reference: string): Promise<string[]> => {
    const id = parseGlobalId(reference)
    if (id !== null && types.has(id.type)) return [id.key]
    const bySlug = await nodesBySlug<{ key: string }>(context, contributorTable).load(reference)
    return bySlug === null ? byName.load(foldName(reference)) : [bySlug.key]
  }
  return Promise.all(references.map((reference) => context.meaning(`contributors:${reference}`, () => keySet(reference))))
}
