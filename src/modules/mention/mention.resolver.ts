import type { GraphQLResolveInfo } from 'graphql'
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfPerson } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import { Organisation } from '../organisation/organisation.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { personTable } from './mention.table.ts'
import { Mention, Person } from './mention.type.ts'

@Resolver(() => Mention)
export class MentionResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation it names; null for others, and while UNSURE.',
  })
  organisation(@Root() { organisationKey }: Mention, @Ctx() context: RequestContext) {
    return organisationKey === null ? null : nodesByKey(context, organisationTable).load(organisationKey)
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The person it names; null for others.' })
  person(@Root() { personKey }: Mention, @Ctx() context: RequestContext) {
    return personKey === null ? null : nodesByKey(context, personTable).load(personKey)
  }
}

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
