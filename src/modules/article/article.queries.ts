import type { GraphQLResolveInfo } from 'graphql'
import type { Page } from '../../graphql/connection.ts'
import type { List } from '../paging/list.ts'
import { pageRequest, readNestedPage, readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import type { ArticlesArgs } from './article.args.ts'
import { articleConditions } from './article.filter.ts'
import { articles } from './article.lists.ts'
import type { Article } from './article.type.ts'
import type { Purpose } from './text.filter.ts'

export async function listArticles(
  context: RequestContext,
  args: ArticlesArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Article>> {
  return readRootPage(context, articles, await articlesRequest(context, args, info))
}

/** A page of the articles of one row: of a publisher, an organisation, a translator … */
export async function listArticlesOf(
  context: RequestContext,
  list: List,
  parentKey: string,
  args: ArticlesArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Article>> {
  return readNestedPage(context, list, parentKey, await articlesRequest(context, args, info))
}

async function articlesRequest(context: RequestContext, args: ArticlesArgs, info: GraphQLResolveInfo) {
  const filterKey = JSON.stringify(args.where ?? null)
  const conditionsFor = (purpose: Purpose) =>
    context.once(`article-filter:${purpose}:${filterKey}`, () => articleConditions(context, args.where, purpose))
  const conditions = await conditionsFor('PAGE')
  return pageRequest(args, info, {
    order: args.orderBy ?? 'NEWEST',
    conditions,
    countConditions: () => conditionsFor('COUNT'),
    filterKey,
  })
}

const keyByUrl = statement(
  'article-key-by-url',
  `SELECT asked.url AS "url", found.id AS "key" FROM unnest($1::text[]) AS asked(url)
   CROSS JOIN LATERAL (
     SELECT a.id FROM article AS a WHERE a.canonical_url = asked.url ORDER BY a.published_at DESC, a.id DESC LIMIT 1
   ) AS found`,
)

/** Key of the article at a canonical address; the newest where several languages share it. Null for none. */
export async function findArticleKeyByUrl(context: RequestContext, canonicalUrl: string): Promise<string | null> {
  const keys = context.loader('article-key-by-url', async (urls) => {
    const rows = await context.db.query<{ url: string; key: string }>(keyByUrl, [urls])
    const byUrl = new Map(rows.map(({ url, key }) => [url, key]))
    return urls.map((url) => byUrl.get(url) ?? null)
  })
  return keys.load(canonicalUrl)
}
