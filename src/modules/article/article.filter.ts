import { badInput } from '../../graphql/errors.ts'
import type { DateTimeRange } from '../../graphql/ranges.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import { keysOfReferences } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { ArticleFilter, OrganisationsFilter } from './article.args.ts'

/** How deep AND, OR and NOT may stand in one another. */
const deepestFilter = 6
/** How many ids or slugs one list of a filter may hold. */
const mostReferences = 100

/**
 * Conditions on the article `a` that a filter makes. Ids and slugs are looked up first, so that a plan sees keys; one that names
 * nothing matches nothing. An absent or null filter holds for every article.
 */
export async function articleConditions(context: RequestContext, filter: ArticleFilter | null | undefined): Promise<Condition[]> {
  return filter == null ? [] : [await filterCondition(context, filter, 1)]
}

async function filterCondition(context: RequestContext, filter: ArticleFilter, depth: number): Promise<Condition> {
  if (depth > deepestFilter) {
    throw badInput('FILTER_TOO_DEEP', 'where', `AND, OR and NOT may stand at most ${deepestFilter} deep in one another.`)
  }
  const { AND, OR, NOT, publishedAt, language, publisher, hasOriginal, organisations } = filter
  const inner = (each: ArticleFilter) => filterCondition(context, each, depth + 1)
  const conditions: Condition[] = []
  if (publishedAt != null) conditions.push(publishedWithin(publishedAt))
  if (language != null) conditions.push((parameters) => `a.language = ${parameters.add(language, 'text')}`)
  if (publisher != null) {
    const keys = await keysOfReferences(context, publisherTable, [publisher])
    conditions.push((parameters) => `a.publisher_id = ${parameters.add(keys[0], 'bigint')}`)
  }
  if (hasOriginal != null) conditions.push(() => `a.original_id IS ${hasOriginal ? 'NOT ' : ''}NULL`)
  if (organisations != null) conditions.push(await organisationsCondition(context, organisations))
  if (AND != null) conditions.push(allOf(await Promise.all(AND.map(inner))))
  if (OR != null) conditions.push(anyOf(await Promise.all(OR.map(inner))))
  if (NOT != null) {
    const refused = await inner(NOT)
    conditions.push((parameters) => `(${refused(parameters)}) IS NOT TRUE`)
  }
  return allOf(conditions)
}

function publishedWithin({ gte, lte }: DateTimeRange): Condition {
  return allOf([
    () => 'a.is_published_at_known',
    ...(gte == null ? [] : ([(parameters) => `a.published_at >= ${parameters.add(gte, 'timestamptz')}`] satisfies Condition[])),
    ...(lte == null ? [] : ([(parameters) => `a.published_at <= ${parameters.add(lte, 'timestamptz')}`] satisfies Condition[])),
  ])
}

async function organisationsCondition(context: RequestContext, { some }: OrganisationsFilter): Promise<Condition> {
  const conditions: Condition[] = []
  if (some != null) {
    const keys = await organisationKeys(context, some, 'where.organisations.some')
    conditions.push(
      (parameters) =>
        `EXISTS (SELECT FROM article_organisation AS mentioned WHERE mentioned.article_id = a.id AND mentioned.organisation_id = ANY(${parameters.add(keys, 'bigint[]')}))`,
    )
  }
  return allOf(conditions)
}

async function organisationKeys(context: RequestContext, references: string[], argument: string): Promise<string[]> {
  if (references.length > mostReferences) {
    throw badInput('TOO_MANY_VALUES', argument, `\`${argument}\` may hold at most ${mostReferences} ids or slugs.`)
  }
  const keys = await keysOfReferences(context, organisationTable, references)
  return keys.filter((key) => key !== null)
}

const allOf =
  (conditions: readonly Condition[]): Condition =>
  (parameters) =>
    conditions.length === 0 ? 'true' : conditions.map((condition) => `(${condition(parameters)})`).join(' AND ')

const anyOf =
  (conditions: readonly Condition[]): Condition =>
  (parameters) =>
    conditions.length === 0 ? 'false' : conditions.map((condition) => `(${condition(parameters)})`).join(' OR ')
