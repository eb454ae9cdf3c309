import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { connectionType, edgeType, PagingArgs } from '../../graphql/connection.ts'
import { exactlyOne } from '../../graphql/errors.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfPublisher } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import { nodesByKey, nodesBySlug } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { listPublishers } from './publisher.queries.ts'
import { publisherTable } from './publisher.table.ts'
import { Publisher } from './publisher.type.ts'

const PublisherConnection = connectionType('Publisher', Publisher, edgeType('Publisher', Publisher))

@Resolver(() => Publisher)
export class PublisherResolver {
  @Query(() => Publisher, { nullable: true, description: 'One publisher, by id or slug; null where there is none.' })
  publisher(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    exactlyOne('publisher', { id, slug })
    if (id != null) return nodesByKey(context, publisherTable, info).load(keyOfId(id, 'id', 'Publisher'))
    return nodesBySlug(context, publisherTable, info).load(slug!)
  }

  @Query(() => PublisherConnection, { description: 'Publishers, by the number of their articles in the archive.' })
  publishers(@Args(() => PagingArgs) args: PagingArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return listPublishers(context, args, info)
  }

  @FieldResolver(() => ArticleConnection, { description: 'Its articles.' })
  articles(
    @Root() { key }: Publisher,
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArticlesOf(context, articlesOfPublisher, key, args, info)
  }
}
