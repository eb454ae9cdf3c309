import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { connectionType, edgeType } from '../../graphql/connection.ts'
import { exactlyOne } from '../../graphql/errors.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { canonicalUrl } from '../../text/canonical-url.ts'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfOriginal } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import { articleTable } from '../article/article.table.ts'
import { Article } from '../article/article.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import { Publisher } from '../publisher/publisher.type.ts'
import { OriginalsArgs } from './original.args.ts'
import { articleKeysByOriginal, listOriginals, originalKeysByUrl } from './original.queries.ts'
import { originalTable } from './original.table.ts'
import { Original } from './original.type.ts'

const OriginalConnection = connectionType('Original', Original, edgeType('Original', Original))

@Resolver(() => Original)
export class OriginalResolver {
  @Query(() => Original, { nullable: true, description: 'One original, by id or address; null where there is none.' })
  async original(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('url', () => String, { nullable: true, description: 'Tracking, `www.` and the like do not matter.' }) url: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    exactlyOne('original', { id, url })
    if (id != null) return nodesByKey(context, originalTable, info).load(keyOfId(id, 'id', 'Original'))
    const key = await originalKeysByUrl(context).load(canonicalUrl(url!) ?? url!)
    return key === null ? null : nodesByKey(context, originalTable, info).load(key)
  }

  @Query(() => OriginalConnection, { description: 'Texts that translations were made from, those with most translations first.' })
  originals(@Args(() => OriginalsArgs) args: OriginalsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return listOriginals(context, args, info)
  }

  @FieldResolver(() => Publisher, { nullable: true, description: 'Who published the original; null where unknown.' })
  publisher(@Root() { publisherKey }: Original, @Ctx() context: RequestContext) {
    return publisherKey === null ? null : nodesByKey(context, publisherTable).load(publisherKey)
  }

  @FieldResolver(() => ArticleConnection, { description: 'What was made of it, by whichever desk.' })
  translations(
    @Root() { key }: Original,
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArticlesOf(context, articlesOfOriginal, key, args, info)
  }

  @FieldResolver(() => Article, { nullable: true, description: 'The original itself, where the archive holds it too.' })
  async article(@Root() { key }: Original, @Ctx() context: RequestContext) {
    const articleKey = await articleKeysByOriginal(context).load(key)
    return articleKey === null ? null : nodesByKey(context, articleTable).load(articleKey)
  }
}
