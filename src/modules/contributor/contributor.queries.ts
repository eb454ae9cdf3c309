import type { GraphQLResolveInfo } from 'graphql'
import type { Page, PagingArgs } from '../../graphql/connection.ts'
import { foldName } from '../../text/fold-name.ts'
import { organisationsNamedBy, organisationTable } from '../organisation/organisation.table.ts'
import type { Organisation } from '../organisation/organisation.type.ts'
import type { List, NodeTable } from '../paging/list.ts'
import { pageRequest } from '../paging/page-request.ts'
import { readNestedPage, readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { type Condition, statement } from '../paging/statement.ts'
import type { ContributorsArgs } from './contributor.args.ts'
import type { CreditRole } from './contributor.type.ts'

/** The column that counts somebody's articles in a role. */
const countColumn = (role: CreditRole): string => (role === 'AUTHOR' ? 'author_count' : 'translator_count')

function contributorsWith(role: CreditRole, node: NodeTable): List {
  return {
    name: `${role.toLowerCase()}s`,
    node,
    from: 'contributor AS c',
    where: [node.where!],
    orders: {
      MOST_ARTICLES: {
        keys: [
          { sql: `c.${countColumn(role)}`, type: 'integer' },
          { sql: 'c.id', type: 'bigint' },
        ],
        isDescending: true,
      },
      NAME: {
        keys: [
          { sql: 'c.name', type: 'text' },
          { sql: 'c.id', type: 'bigint' },
        ],
        isDescending: false,
      },
    },
  }
}

/** Everybody who is credited in a role. */
export function listContributors<Row>(
  context: RequestContext,
  role: CreditRole,
  node: NodeTable,
  args: ContributorsArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Row>> {
  const { name, orderBy } = args
  const conditions: Condition[] = name == null ? [] : [(parameters) => `c.folded = ${parameters.add(foldName(name), 'text')}`]
  const request = pageRequest(args, info, {
    order: orderBy ?? 'MOST_ARTICLES',
    conditions,
    filterKey: name == null ? '' : foldName(name),
  })
  return readRootPage(context, contributorsWith(role, node), request)
}

/**
 * Key of the contributor whose name reads like this one when script, case and width are folded; null for none. Of several, one
 * whose name is the very same, then the one with most articles in the role.
 */
export async function findContributorKeyByName(context: RequestContext, role: CreditRole, name: string): Promise<string | null> {
  const count = countColumn(role)
  const keyByName = statement(
    `${role.toLowerCase()}-key-by-name`,
    `SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[], $2::text[]) AS asked(name, folded)
     CROSS JOIN LATERAL (
       SELECT c.id FROM contributor AS c WHERE c.folded = asked.folded AND c.${count} > 0
       ORDER BY c.name = asked.name DESC, c.${count} DESC, c.id LIMIT 1
     ) AS found`,
  )
  const keys = context.loader(`${role}-key-by-name`, async (names) => {
    const rows = await context.db.query<{ name: string; key: string }>(keyByName, [names, names.map(foldName)])
    const byName = new Map(rows.map((row) => [row.name, row.key]))
    return names.map((each) => byName.get(each) ?? null)
  })
  return keys.load(name)
}

/** Credits of somebody that are looked at, newest first: what bounds the work for one whom thousands credit. */
const creditsPerContributor = 300

/** docs/related.md says this in words; change both together. */
export function organisationsOfContributor(role: CreditRole): List {
  return {
    name: `${role.toLowerCase()}-organisations`,
    node: organisationTable,
    from: `(
      SELECT named.organisation_id, count(*)::integer AS article_count
      FROM (
        SELECT DISTINCT newest.article_id, newest.published_at FROM (
          SELECT credit.article_id, credit.published_at FROM credit WHERE credit.contributor_id = parent.key AND credit.role = '${role}'
          ORDER BY credit.published_at DESC, credit.article_id DESC LIMIT ${creditsPerContributor}
        ) AS newest
      ) AS credited CROSS JOIN LATERAL (
        ${organisationsNamedBy('credited')}
      ) AS named
      GROUP BY named.organisation_id
    ) AS counted`,
    join: { alias: 'counted', sql: 'JOIN organisation AS o ON o.id = counted.organisation_id' },
    edge: { articleCount: 'counted.article_count' },
    orders: {
      MOST_ARTICLES: {
        keys: [
          { sql: 'counted.article_count', type: 'integer' },
          { sql: 'counted.organisation_id', type: 'bigint' },
        ],
        isDescending: true,
      },
    },
  }
}

/** Organisations that the articles of somebody in a role name; those in most of them first. */
export function listOrganisationsOfContributor(
  context: RequestContext,
  role: CreditRole,
  contributorKey: string,
  args: PagingArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Organisation>> {
  return readNestedPage(
    context,
    organisationsOfContributor(role),
    contributorKey,
    pageRequest(args, info, { order: 'MOST_ARTICLES' }),
  )
}
