import type { GraphQLResolveInfo } from 'graphql'
import type { Page } from '../../graphql/connection.ts'
import { badInput } from '../../graphql/errors.ts'
import { keptLength } from '../paging/kept-length.ts'
import type { List } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { withinIntegers } from '../paging/range-conditions.ts'
import { readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, statement } from '../paging/statement.ts'
import type { OrganisationFilter, OrganisationsArgs } from './organisation.args.ts'
import { isNamedPart, organisationTable } from './organisation.table.ts'
import type { Organisation } from './organisation.type.ts'
import { findMistyped, findNamed, nameToFind } from './organisation-names.queries.ts'

const organisations: List = {
  name: 'organisations',
  node: organisationTable,
  from: 'organisation AS o',
  where: ['o.merged_into_id IS NULL'],
  total: keptLength('organisation', "kept.part <> 'merged'"),
  orders: {
    MOST_ARTICLES: {
      keys: [
        { sql: 'o.article_count', type: 'integer' },
        { sql: 'o.id', type: 'bigint' },
      ],
      isDescending: true,
    },
    NAME: {
      keys: [
        { sql: 'o.name', type: 'text' },
        { sql: 'o.id', type: 'bigint' },
      ],
      isDescending: false,
    },
  },
}

/** Organisations that were not merged into others. */
export async function listOrganisations(
  context: RequestContext,
  args: OrganisationsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Organisation>> {
  const conditions = await organisationConditions(context, args.where ?? {})
  const filterKey = JSON.stringify(args.where ?? null)
  const total = countByKind(args.where)
  return readRootPage(
    context,
    organisations,
    pageRequest(args, info, { order: args.orderBy ?? 'MOST_ARTICLES', conditions, total, filterKey }),
  )
}

/** SQL of how many organisations a filter holds for that asks for nothing but kinds, among those that articles name. */
function countByKind(filter: OrganisationFilter | null | undefined): Condition | null {
  const { kind, articleCount, ...others } = filter ?? {}
  if (articleCount?.gte !== 1 || articleCount.lte != null || Object.values(others).some((other) => other != null)) return null
  return (parameters) =>
    keptLength('organisation', kind == null ? isNamedPart : `kept.part = ANY(${parameters.add(kind, 'text[]')})`)
}

async function organisationConditions(context: RequestContext, filter: OrganisationFilter): Promise<Condition[]> {
  const { kind, country, name, articleCount } = filter
  const conditions: Condition[] = []
  if (kind != null) conditions.push((parameters) => `o.kind = ANY(${parameters.add(kind, 'organisation_kind[]')})`)
  if (country != null) conditions.push((parameters) => `o.country = ${parameters.add(country.toUpperCase(), 'text')}`)
  if (name != null) {
    if (nameToFind(name) === null) {
      throw badInput('EMPTY_TEXT', 'where.name', '`where.name` is empty. Give one character or more, or leave it out.')
    }
    const named = await findNamed(context, name)
    const { whole, partly } = named.count > 0 ? named : await findMistyped(context, name)
    conditions.push((parameters) => `o.id = ANY(${parameters.add(whole, 'bigint[]')} || ${parameters.add(partly, 'bigint[]')})`)
  }
  return [...conditions, ...withinIntegers('o.article_count', articleCount)]
}

const keyByName = statement(
  'organisation-key-by-name',
  `SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[]) AS asked(name)
   CROSS JOIN LATERAL (
     SELECT o.id FROM alias JOIN organisation AS o ON o.id = alias.organisation_id
     WHERE alias.folded = asked.name ORDER BY alias.is_weak, o.article_count DESC, o.id LIMIT 1
   ) AS found`,
)

/**
 * Key of the organisation with an alias that reads like `name` when script, case and width are folded. Of several, one whose
 * alias is not weak, then the one that most articles name. Null for none.
 */
export async function findOrganisationKeyByName(context: RequestContext, name: string): Promise<string | null> {
  const keys = context.loader('organisation-key-by-name', async (names) => {
    const rows = await context.db.query<{ name: string; key: string }>(keyByName, [names])
    const byName = new Map(rows.map((row) => [row.name, row.key]))
    return names.map((each) => byName.get(each) ?? null)
  })
  const folded = nameToFind(name)
  return folded === null ? null : keys.load(folded)
}

/** The same for words that no organisation is called: key of the organisation that a mistyped Latin name was meant for. */
export async function findOrganisationKeyByMistypedName(context: RequestContext, name: string): Promise<string | null> {
  const { corrected } = await findMistyped(context, name)
  if (corrected === null) return null
  // The names are equally near: the body that most articles name, among those that the first of them finds.
  const keys = await Promise.all(corrected.map((each) => findOrganisationKeyByName(context, each)))
  return keys.find((key) => key !== null) ?? null
}
