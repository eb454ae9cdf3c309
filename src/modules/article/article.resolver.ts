import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql'
import { exactlyOne } from '../../graphql/errors.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { nodesByKey, nodesBySlug } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { ArticlesArgs } from './article.args.ts'
import { ArticleConnection } from './article.connection.ts'
import { findArticleKeyByUrl, listArticles } from './article.queries.ts'
import { articleTable } from './article.table.ts'
import { Article } from './article.type.ts'

@Resolver()
export class ArticleQueries {
  @Query(() => Article, { nullable: true, description: 'One article, by id, address or slug; null where there is none.' })
  async article(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('url', () => String, { nullable: true, description: 'Tracking, `www.` and the like do not matter.' }) url: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    exactlyOne('article', { id, url, slug })
    if (id != null) return nodesByKey(context, articleTable, info).load(keyOfId(id, 'id', 'Article'))
    if (slug != null) return nodesBySlug(context, articleTable, info).load(slug)
    const key = await findArticleKeyByUrl(context, url!)
    return key === null ? null : nodesByKey(context, articleTable, info).load(key)
  }

  @Query(() => ArticleConnection, { description: 'Articles of the archive.' })
  articles(@Args(() => ArticlesArgs) args: ArticlesArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return listArticles(context, args, info)
  }
}
