import { contributorKeySets } from '../contributor/contributor.references.ts'
import { organisationKeySets } from '../organisation/organisation.references.ts'
import type { List } from '../paging/list.ts'
import { keysOfReferences } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { ArticleFilter } from './article.filter.args.ts'
import { articles, articlesNaming, articlesOfContributor, articlesOfPublisher } from './article.lists.ts'
import { type JoinedFilter, mostReferences } from './joined-rows.filter.ts'

/** Where the articles that a filter holds for stand together, in order, and what of the filter is left to be looked at. */
export interface Lead {
  list: List
  rest: ArticleFilter | null | undefined
}

/**
 * A filter by one organisation, person or publisher asks for a list that an index holds in order, whose length is kept: it is read
 * instead of all articles. The words of a text have an index of their own.
 */
export async function leadOf(context: RequestContext, where: ArticleFilter | null | undefined): Promise<Lead> {
  if (where != null && where.text == null) {
    const { organisations, publisher } = where
    const named = await leadingKey(organisations, (references) => organisationKeySets(context, references))
    if (named !== null) {
      const list = articlesNaming(organisations?.minStrength ?? 'MENTION')
      return { list: listOf(list, named.key), rest: { ...where, organisations: { ...organisations, ...named.rest } } }
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

/** The key that every article must be joined with; null where there is none, or where several would do. */
async function leadingKey(
  filter: JoinedFilter | null | undefined,
  keySets: (references: readonly string[]) => Promise<string[][]>,
): Promise<{ key: string; rest: Pick<JoinedFilter, 'some' | 'all'> } | null> {
  const { some, all } = filter ?? {}
  const isSome = some?.length === 1
  const first = isSome ? some[0] : all != null && all.length <= mostReferences ? all[0] : undefined
  if (first === undefined) return null
  const [keys] = await keySets([first])
  const [key] = keys ?? []
  if (key === undefined || keys?.length !== 1) return null
  return { key, rest: isSome ? { some: null } : { all: all!.slice(1) } }
}

/** The list of one parent, at the root. Its cursors are those of all articles, whatever the filter. */
function listOf(list: List, parentKey: string): List {
  return {
    ...list,
    name: articles.name,
    parent: (parameters) => `(SELECT ${parameters.add(parentKey, 'bigint')} AS key) AS parent`,
  }
}
