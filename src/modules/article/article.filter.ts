import { badInput } from '../../graphql/errors.ts'
import type { DateTimeRange } from '../../graphql/ranges.ts'
import { contributorKeySets } from '../contributor/contributor.references.ts'
import { organisationKeySets } from '../organisation/organisation.references.ts'
import { allOf, anyOf, not } from '../paging/conditions.ts'
import { keysOfReferences } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { ArticleFilter } from './article.filter.args.ts'
import { atLeast } from './article.lists.ts'
import type { Strength } from './article-organisation.type.ts'
import { type JoinedRows, joinedConditions } from './joined-rows.filter.ts'
import { type Purpose, textCondition } from './text.filter.ts'

/** How deep AND, OR and NOT may stand in one another. */
const deepestFilter = 6
/** How many filters may stand in one another and side by side in all. */
const mostFilters = 50

/**
 * Conditions on the article `a` that a filter makes. Ids, slugs and names are looked up first, so that a plan sees keys; one that
 * names nothing matches nothing. An absent or null filter holds for every article.
 */
export async function articleConditions(
  context: RequestContext,
  filter: ArticleFilter | null | undefined,
  purpose: Purpose,
): Promise<Condition[]> {
  if (filter == null) return []
  checkSize(filter)
  return filterConditions(context, filter, purpose)
}

const innerFilters = ({ AND, OR, NOT }: ArticleFilter): ArticleFilter[] => [
  ...(AND ?? []),
  ...(OR ?? []),
  ...(NOT == null ? [] : [NOT]),
]

function checkSize(filter: ArticleFilter): void {
  let count = 0
  for (let depth = 1, level = [filter]; level.length > 0; depth++, level = level.flatMap(innerFilters)) {
    count += level.length
    if (depth > deepestFilter) {
      throw badInput('FILTER_TOO_DEEP', 'where', `AND, OR and NOT may stand at most ${deepestFilter} deep in one another.`)
    }
    if (count > mostFilters) {
      const advice = 'Lists of ids within `some`, `every`, `none` and `all` say the same in one.'
      throw badInput('TOO_MANY_VALUES', 'where', `AND, OR and NOT may hold at most ${mostFilters} filters in all. ${advice}`)
    }
  }
}

async function filterConditions(context: RequestContext, filter: ArticleFilter, purpose: Purpose): Promise<Condition[]> {
  const { AND, OR, NOT, publishedAt, language, publisher, hasOriginal, text, translators, authors, organisations } = filter
  const inner = async (each: ArticleFilter) => allOf(await filterConditions(context, each, purpose))
  const conditions: Condition[] = []
  if (publishedAt != null) conditions.push(publishedWithin(publishedAt))
  if (language != null) conditions.push((parameters) => `a.language = ${parameters.add(language, 'text')}`)
  if (publisher != null) {
    const [key] = await keysOfReferences(context, publisherTable, [publisher])
    conditions.push((parameters) => `a.publisher_id = ${parameters.add(key, 'bigint')}`)
  }
  if (hasOriginal != null) conditions.push(() => `a.original_id IS ${hasOriginal ? 'NOT ' : ''}NULL`)
  if (text != null) conditions.push(await textCondition(context, text, purpose))
  for (const [name, asked, role] of [
    ['translators', translators, 'TRANSLATOR'],
    ['authors', authors, 'AUTHOR'],
  ] as const) {
    const keySets = (references: readonly string[]) => contributorKeySets(context, references)
    if (asked != null) conditions.push(...(await joinedConditions(credited(role), asked, keySets, `where.${name}`)))
  }
  if (organisations != null) {
    const keySets = (references: readonly string[]) => organisationKeySets(context, references)
    const rows = named(organisations.minStrength)
    conditions.push(...(await joinedConditions(rows, organisations, keySets, 'where.organisations')))
  }
  if (AND != null) conditions.push(allOf(await Promise.all(AND.map(inner))))
  if (OR != null) conditions.push(anyOf(await Promise.all(OR.map(inner))))
  if (NOT != null) conditions.push(not(await inner(NOT)))
  return conditions
}

const credited = (role: 'TRANSLATOR' | 'AUTHOR'): JoinedRows => ({
  from: `credit AS held WHERE held.article_id = a.id AND held.role = '${role}'`,
  key: 'held.contributor_id',
})

const named = (minStrength: Strength | null | undefined): JoinedRows => ({
  from: `article_organisation AS held WHERE ${['held.article_id = a.id', ...atLeast('held.strength', minStrength)].join(' AND ')}`,
  key: 'held.organisation_id',
})

function publishedWithin({ gte, lte }: DateTimeRange): Condition {
  const conditions: Condition[] = [() => 'a.is_published_at_known']
  if (gte != null) conditions.push((parameters) => `a.published_at >= ${parameters.add(gte, 'timestamptz')}`)
  if (lte != null) conditions.push((parameters) => `a.published_at <= ${parameters.add(lte, 'timestamptz')}`)
  return allOf(conditions)
}
