import { contributorKeySets } from '../contributor/contributor.references.ts'
import { organisationKeySets } from '../organisation/organisation.references.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import type { List } from '../paging/list.ts'
import { keysOfReferences, nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import type { Condition } from '../paging/statement.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { ArticleFilter } from './article.filter.args.ts'
import { articles, articlesNaming, articlesOfContributor, articlesOfPublisher } from './article.lists.ts'
import { type JoinedFilter, mostReferences } from './joined-rows.filter.ts'

/** Where the articles that a filter holds for stand together, in order, and what of the filter is left to be looked at. */
export interface Lead {
  list: List
  rest: ArticleFilter | null | undefined
  /** SQL of the number of articles, where it is kept for the whole filter. */
  total?: Condition
}

/**
 * A filter by one organisation, person or publisher asks for a list that an index holds in order, whose length is kept: it is read
 * instead of all articles. The words of a text have an index of their own.
 */
export async function leadOf(context: RequestContext, where: ArticleFilter | null | undefined): Promise<Lead> {
  if (where != null && where.text == null) {
    const { organisations, publisher } = where
    const keySets = (references: readonly string[]) => organisationKeySets(context, references)
    const named = await leadingKey(organisations, keySets, (keys) => rarest(context, keys))
    if (named !== null) {
      const list = listOf(articlesNaming(organisations?.minStrength ?? 'MENTION'), named.key)
      const rest = { ...where, organisations: { ...organisations, ...named.rest } }
      const others = await keySets(named.rest.beside ?? [])
      return isOnly(where, 'organisations') && isOnly(organisations!, 'all') && others.length === 1 && others[0]!.length === 1
        ? { list, rest, total: countTogether(named.key, others[0]![0]!) }
        : { list, rest }
    }
    for (const [name, role] of credited) {
      const person = await leadingKey(where[name], (references) => contributorKeySets(context, references))
      if (person !== null)
        return {
          list: listOf(articlesOfContributor(role), person.key),
          rest: { ...where, [name]: { ...where[name], ...person.rest } },
        }
    }
    const [desk] = publisher == null ? [] : await keysOfReferences(context, publisherTable, [publisher])
    if (desk != null) return { list: listOf(articlesOfPublisher, desk), rest: { ...where, publisher: null } }
  }
  return { list: articles, rest: where }
}

const credited: readonly ['translators' | 'authors', 'TRANSLATOR' | 'AUTHOR'][] = [
  ['translators', 'TRANSLATOR'],
  ['authors', 'AUTHOR'],
]

/** Whether a filter has one condition alone. */
const isOnly = <Filter extends object>(filter: Filter, name: keyof Filter): boolean =>
  Object.entries(filter).every(([each, value]) => value == null || each === name)

/**
 * The key that every article must be joined with; null where there is none, or where several would do. Of several that all must be
 * there, the one that `choose` names.
 */
async function leadingKey(
  filter: JoinedFilter | null | undefined,
  keySets: (references: readonly string[]) => Promise<string[][]>,
  choose: (keys: readonly string[]) => Promise<number> = () => Promise.resolve(0),
): Promise<{ key: string; rest: Pick<JoinedFilter, 'some' | 'all' | 'beside'> } | null> {
  const { some, all } = filter ?? {}
  const isSome = some?.length === 1
  const references = isSome ? some : all != null && all.length <= mostReferences ? all : []
  const sets = await keySets(references)
  const single = sets.flatMap(([key], index) => (key !== undefined && sets[index]!.length === 1 ? [{ key, index }] : []))
  if (single.length === 0) return null
  const { key, index } = single[single.length === 1 ? 0 : await choose(single.map((each) => each.key))]!
  return { key, rest: isSome ? { some: null } : { all: null, beside: references.filter((_, at) => at !== index) } }
}

/** Which of these organisations fewest articles name: its list is the shortest. */
async function rarest(context: RequestContext, keys: readonly string[]): Promise<number> {
  const rows = await nodesByKey<{ articleCount: number }>(context, organisationTable).loadMany(keys)
  const counts = rows.map((row) => (row instanceof Error || row === null ? 0 : row.articleCount))
  return counts.indexOf(Math.min(...counts))
}

/** Articles that name two organisations: kept where both are hubs, else counted along the list of the rarer one. */
const countTogether =
  (rarer: string, other: string): Condition =>
  (parameters) => {
    const [one, two] = [rarer, other].map((key) => parameters.add(key, 'bigint'))
    return `CASE WHEN (SELECT bool_and(o.is_hub) FROM organisation AS o WHERE o.id IN (${one}, ${two})) THEN COALESCE((
        SELECT pair.article_count FROM hub_pair AS pair
        WHERE pair.organisation_id = least(${one}, ${two}) AND pair.other_id = greatest(${one}, ${two}) AND ${one} <> ${two}
      ), (SELECT o.article_count FROM organisation AS o WHERE o.id = ${one} AND ${one} = ${two}), 0)
      ELSE (
        SELECT count(*) FROM article_organisation AS named WHERE named.organisation_id = ${one} AND (
          SELECT true FROM article_organisation AS held WHERE held.article_id = named.article_id AND held.organisation_id = ${two})
      ) END::integer`
  }

/** The list of one parent, at the root. Its cursors are those of all articles, whatever the filter. */
function listOf(list: List, parentKey: string): List {
  return {
    ...list,
    name: articles.name,
    parent: (parameters) => `(SELECT ${parameters.add(parentKey, 'bigint')} AS key) AS parent`,
  }
}
