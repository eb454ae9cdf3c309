import type DataLoader from 'dataloader'
import { creditsByArticleLoader } from '../contributor/contributor.loaders.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import { originalTable } from '../original/original.table.ts'
import type { Original } from '../original/original.type.ts'
import { allColumns, asNode } from '../paging/list.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import type { Publisher } from '../publisher/publisher.type.ts'
import type { Article } from './article.type.ts'
import type { ArticleSurroundings, NamedOrganisation } from './json-ld.ts'

const namedOrganisations = statement(
  'article-named-organisations',
  `SELECT named.article_id AS "articleKey", COALESCE(named.forms, '{}') AS "forms", ${allColumns(organisationTable).join(', ')}
   FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id
   WHERE named.article_id = ANY($1::bigint[])
   ORDER BY named.article_id, named.strength DESC, named.mention_count DESC, named.organisation_id DESC`,
)

/** All organisations that an article names, strongest first. */
function namedOrganisationsLoader(context: RequestContext): DataLoader<string, NamedOrganisation[]> {
  return context.loader('article-named-organisations', async (keys) => {
    const rows = await context.db.query<NamedOrganisation & { articleKey: string }>(namedOrganisations, [keys])
    const byArticle = new Map<string, NamedOrganisation[]>(keys.map((key) => [key, []]))
    for (const row of rows) byArticle.get(row.articleKey)!.push(asNode('Organisation', row))
    return keys.map((key) => byArticle.get(key)!)
  })
}

/** What the archive knows around an article: one statement of each kind for a whole page. */
export async function loadSurroundings(context: RequestContext, article: Article): Promise<ArticleSurroundings> {
  const publisherOf = (key: string | null | undefined) =>
    key == null ? null : nodesByKey<Publisher>(context, publisherTable).load(key)
  const readOriginal = async () => {
    const { originalKey } = article
    const original = originalKey === null ? null : await nodesByKey<Original>(context, originalTable).load(originalKey)
    return { original, originalPublisher: await publisherOf(original?.publisherKey) }
  }
  const [publisher, originals, credits, organisations] = await Promise.all([
    publisherOf(article.publisherKey),
    readOriginal(),
    creditsByArticleLoader(context).load(article.key),
    namedOrganisationsLoader(context).load(article.key),
  ])
  return { publisher, ...originals, credits, organisations }
}
