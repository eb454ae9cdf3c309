import type { GraphQLResolveInfo } from 'graphql'
import type { Page } from '../../graphql/connection.ts'
import { canonicalUrl } from '../../text/canonical-url.ts'
import type { List } from '../paging/list.ts'
import { type PageQuestion, pageRequest } from '../paging/page-request.ts'
import { readNestedPage, readRootPage } from '../paging/read-page.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import type { ArticlesArgs } from './article.args.ts'
import type { ArticleFilter } from './article.filter.args.ts'
import { articleConditions } from './article.filter.ts'
import { articles } from './article.lists.ts'
import type { Article } from './article.type.ts'
import { leadOf } from './leading-list.ts'
import { countByPeriods } from './period-counts.ts'
import { countOfText, type Purpose } from './text.filter.ts'

export async function listArticles(
  context: RequestContext,
  args: ArticlesArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Article>> {
  const { list, rest, total } = await leadOf(context, args.where)
  const request = await articlesRequest(context, args, info, rest)
  return readRootPage(context, list, {
    ...request,
    total: total ?? (list === articles ? (countByPeriods(rest) ?? (await countOfText(context, rest))) : null),
  })
}

/** A page of the articles of one row: of a publisher, an organisation, a translator … */
export async function listArticlesOf(
  context: RequestContext,
  list: List,
  parentKey: string,
  args: ArticlesArgs,
  info: GraphQLResolveInfo,
): Promise<Page<Article>> {
  return readNestedPage(context, list, parentKey, await articlesRequest(context, args, info, args.where))
}

/** Null where the filter has to look something up first. */
export const articlesQuestion = ({ where, orderBy }: ArticlesArgs): PageQuestion | null =>
  where == null ? { order: orderBy ?? 'NEWEST', filterKey: 'null' } : null

/** `rest` is what of `args.where` the list itself does not hold for already. */
async function articlesRequest(
  context: RequestContext,
  args: ArticlesArgs,
  info: GraphQLResolveInfo,
  rest: ArticleFilter | null | undefined,
) {
  const question = articlesQuestion(args)
  if (question !== null) return pageRequest(args, info, question)
  const restKey = JSON.stringify(rest ?? null)
  const conditionsFor = (purpose: Purpose) =>
    context.once(`article-filter:${purpose}:${restKey}`, () => articleConditions(context, rest, purpose))
  const conditions = await conditionsFor('PAGE')
  return pageRequest(args, info, {
    order: args.orderBy ?? 'NEWEST',
    conditions,
    countConditions: () => conditionsFor('COUNT'),
    filterKey: JSON.stringify(args.where),
  })
}

const keysByUrl = statement(
  'article-keys-by-url',
  `SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC`,
)

/**
 * Key of the article at an address, in any of the forms that an address takes; the newest where several languages share it. Null
 * for none. A publisher may have parameters that mean nothing (`?full=y`), which its articles' canonical addresses lack: such an
 * article is found by its address as printed.
 */
export async function findArticleKeyByUrl(context: RequestContext, url: string): Promise<string | null> {
  const keys = context.loader('article-key-by-url', async (asked) => {
    const addresses = asked.map((address) => canonicalUrl(address) ?? address)
    const candidates = [...new Set(addresses.flatMap((address) => [address, withoutQuery(address)]))]
    const rows = await context.db.query<{ canonicalUrl: string; printedUrl: string | null; key: string }>(keysByUrl, [candidates])
    return addresses.map((address) => {
      const found =
        rows.find((row) => row.canonicalUrl === address) ??
        rows.find((row) => row.printedUrl !== null && canonicalUrl(row.printedUrl) === address)
      return found?.key ?? null
    })
  })
  return keys.load(url)
}

const withoutQuery = (address: string): string => address.replace(/\?.*$/, '')
