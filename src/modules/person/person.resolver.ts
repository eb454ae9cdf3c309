import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfPerson } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { Person } from './person.type.ts'

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => ArticleConnection, { description: 'Articles that name this person.' })
  articles(
    @Root() { key }: Person,
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArticlesOf(context, articlesOfPerson, key, args, info)
  }
}
