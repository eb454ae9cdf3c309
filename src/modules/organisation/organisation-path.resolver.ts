import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { articleTable } from '../article/article.table.ts'
import { Article } from '../article/article.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { organisationTable } from './organisation.table.ts'
import { Organisation } from './organisation.type.ts'
import { findOrganisationPath } from './organisation-path.queries.ts'
import { OrganisationPath } from './organisation-path.type.ts'

@Resolver(() => OrganisationPath)
export class OrganisationPathResolver {
  @Query(() => OrganisationPath, {
    nullable: true,
    description:
      'The shortest chain from one organisation to another through articles that name two of them. Bodies that more than 1,000 ' +
      'articles name join nothing in between. Of several chains always the same, while the archive does. Null where there is none of ' +
      '`maxSteps` articles, or where the archive does not know one of the two. docs/related.md says what is followed.',
  })
  organisationPath(
    @Arg('from', () => ID, { description: 'Id, slug or name of an organisation.' }) from: string,
    @Arg('to', () => ID, { description: 'Id, slug or name of an organisation.' }) to: string,
    @Arg('maxSteps', () => Int, { nullable: true, defaultValue: 4, description: 'Articles in the chain at most: 1 to 6.' })
    maxSteps: number | null,
    @Ctx() context: RequestContext,
  ) {
    return findOrganisationPath(context, from, to, maxSteps ?? 4)
  }

  @FieldResolver(() => [Organisation], {
    description: 'From the one to the other, both ends included: one more than `articles`.',
  })
  organisations(@Root() { organisationKeys }: OrganisationPath, @Ctx() context: RequestContext) {
    return nodesByKey(context, organisationTable).loadMany(organisationKeys)
  }

  @FieldResolver(() => [Article], { description: 'What joins each organisation with the next.' })
  articles(@Root() { articleKeys }: OrganisationPath, @Ctx() context: RequestContext) {
    return nodesByKey(context, articleTable).loadMany(articleKeys)
  }
}
