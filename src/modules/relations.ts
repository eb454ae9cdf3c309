import {
  articlesOfContributor,
  articlesOfOrganisation,
  articlesOfOriginal,
  articlesOfPublisher,
} from './article/article.lists.ts'
import { articlesQuestion } from './article/article.queries.ts'
import { articleTable } from './article/article.table.ts'
import { organisationsOfArticle, organisationsQuestion } from './article/article-organisation.queries.ts'
import { organisationsOfContributor } from './contributor/contributor.queries.ts'
import { authorTable, translatorTable } from './contributor/contributor.table.ts'
import { coMentions } from './organisation/co-mention.queries.ts'
import { originalTable } from './original/original.table.ts'
import type { NodeTable, Row } from './paging/list.ts'
import { one, page, type Relation, type Relations, rows } from './paging/relation.ts'
import { peopleOfArticle } from './person/article-person.queries.ts'
import { publisherTable } from './publisher/publisher.table.ts'
import { relatedArticles, relatedQuestion } from './related-article/related-article.queries.ts'

type Role = 'AUTHOR' | 'TRANSLATOR'

/** Each contributor once, where it is printed first. */
const eachOnce = (found: Row[]): Row[] =>
  found.filter(({ key }, index) => found.findIndex((earlier) => earlier.key === key) === index)

const credited = (role: Role, node: NodeTable): Relation =>
  rows(
    node,
    `credit JOIN contributor AS c ON c.id = credit.contributor_id WHERE credit.article_id = parent.key AND credit.role = '${role}'`,
    'credit.position',
    eachOnce,
  )

const contributor = (role: Role): Relations[string] => ({
  publisher: one(publisherTable, 'c.publisher_id'),
  articles: page(articlesOfContributor(role), articlesQuestion),
  organisations: page(organisationsOfContributor(role), () => ({ order: 'MOST_ARTICLES' })),
})

/**
 * What an operation that comes often reads with the row that it belongs to (docs/adr/0007). The resolver of each of these fields
 * reads the same for an operation that comes seldom, and is what a test compares with.
 */
export const relations: Relations = {
  Article: {
    publisher: one(publisherTable, 'a.publisher_id'),
    original: one(originalTable, 'a.original_id'),
    translators: credited('TRANSLATOR', translatorTable),
    authors: credited('AUTHOR', authorTable),
    otherTranslations: rows(
      articleTable,
      'article AS self JOIN article AS a ON a.original_id = self.original_id AND a.id <> self.id WHERE self.id = parent.key',
      'a.published_at DESC, a.id DESC',
    ),
    organisations: page(organisationsOfArticle, organisationsQuestion),
    people: page(peopleOfArticle, () => ({ order: 'MOST_NAMED' })),
    related: page(relatedArticles, relatedQuestion),
  },
  Organisation: {
    articles: page(articlesOfOrganisation, articlesQuestion),
    coMentions: page(coMentions, () => ({ order: 'SCORE' })),
  },
  Translator: contributor('TRANSLATOR'),
  Author: contributor('AUTHOR'),
  Publisher: { articles: page(articlesOfPublisher, articlesQuestion) },
  Original: {
    publisher: one(publisherTable, 'r.publisher_id'),
    translations: page(articlesOfOriginal, articlesQuestion),
  },
}
