import type { List } from '../paging/list.ts'
import { articleOrders, articleTable } from './article.table.ts'
import type { Strength } from './article-organisation.type.ts'

/** Every article. */
export const articles: List = {
  name: 'articles',
  node: articleTable,
  from: 'article AS a',
  total: '(SELECT COALESCE(sum(article_count), 0)::integer FROM publisher)',
  orders: articleOrders(),
}

export const articlesOfPublisher: List = {
  name: 'publisher-articles',
  node: articleTable,
  from: 'article AS a',
  where: ['a.publisher_id = parent.key'],
  total: '(SELECT p.article_count FROM publisher AS p WHERE p.id = parent.key)',
  orders: articleOrders(),
}

/** Translations of an original. */
export const articlesOfOriginal: List = {
  name: 'original-translations',
  node: articleTable,
  from: 'article AS a',
  where: ['a.original_id = parent.key'],
  total: '(SELECT r.translation_count FROM original AS r WHERE r.id = parent.key)',
  orders: articleOrders(),
}

/** SQL that holds for joins so strong, if not all are. The strength stands in the text: the planner chooses an index by it. */
export const atLeast = (column: string, strength: Strength | null | undefined): string[] =>
  strength == null || strength === 'MENTION' ? [] : [`${column} >= '${strength}'`]

const countOfStrength = { MENTION: 'article_count', MAJOR: 'major_count', ABOUT: 'about_count' }

/** Articles that name an organisation, at least so strongly. */
export function articlesNaming(strength: Strength): List {
  return {
    name: 'organisation-articles',
    node: articleTable,
    from: 'article_organisation AS named JOIN article AS a ON a.id = named.article_id',
    where: ['named.organisation_id = parent.key', ...atLeast('named.strength', strength)],
    total: `(SELECT o.${countOfStrength[strength]} FROM organisation AS o WHERE o.id = parent.key)`,
    orders: articleOrders('named.published_at', 'named.article_id'),
  }
}

export const articlesOfOrganisation: List = articlesNaming('MENTION')

/** Articles that credit somebody in a role, each once however often it does. */
export function articlesOfContributor(role: 'AUTHOR' | 'TRANSLATOR'): List {
  // A value, not a join: the planner goes along the index, however many credits somebody has.
  const isFirst = `COALESCE((SELECT false FROM credit AS earlier WHERE earlier.article_id = credit.article_id AND earlier.role = credit.role
    AND earlier.contributor_id = credit.contributor_id AND earlier.position < credit.position LIMIT 1), true)`
  return {
    name: `${role.toLowerCase()}-articles`,
    node: articleTable,
    from: 'credit JOIN article AS a ON a.id = credit.article_id',
    where: ['credit.contributor_id = parent.key', `credit.role = '${role}'`, isFirst],
    total: `(SELECT c.${role.toLowerCase()}_count FROM contributor AS c WHERE c.id = parent.key)`,
    orders: articleOrders('credit.published_at', 'credit.article_id'),
  }
}

/** Articles that name a person. */
export const articlesOfPerson: List = {
  name: 'person-articles',
  node: articleTable,
  from: '(SELECT DISTINCT m.article_id FROM mention AS m WHERE m.person_id = parent.key) AS named JOIN article AS a ON a.id = named.article_id',
  orders: articleOrders(),
}
