import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { exactlyOne } from '../../graphql/errors.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfOrganisation } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import { Translator } from '../contributor/contributor.type.ts'
import { nodesByKey, nodesBySlug } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { listCoMentions } from './co-mention.queries.ts'
import { CoMentionConnection } from './co-mention.type.ts'
import { OrganisationsArgs } from './organisation.args.ts'
import { OrganisationConnection } from './organisation.connection.ts'
import { aliasesLoader, renderingsLoader } from './organisation.loaders.ts'
import { findOrganisationKeyByMistypedName, findOrganisationKeyByName, listOrganisations } from './organisation.queries.ts'
import { organisationTable } from './organisation.table.ts'
import { Alias, Organisation } from './organisation.type.ts'
import { Rendering } from './rendering.type.ts'

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: 'One organisation, by id, slug or any of its names; null where there is none.',
  })
  async organisation(
    @Arg('id', () => ID, { nullable: true }) id: string | null,
    @Arg('slug', () => String, { nullable: true }) slug: string | null,
    @Arg('name', () => String, {
      nullable: true,
      description:
        'Any alias, in any script: 台積電, 台积电 and TSMC find the same body. Where none fits, the Latin name that it comes nearest to.',
    })
    name: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    exactlyOne('organisation', { id, slug, name })
    if (id != null) return nodesByKey(context, organisationTable, info).load(keyOfId(id, 'id', 'Organisation'))
    if (slug != null) return nodesBySlug(context, organisationTable, info).load(slug)
    const key = (await findOrganisationKeyByName(context, name!)) ?? (await findOrganisationKeyByMistypedName(context, name!))
    return key === null ? null : nodesByKey(context, organisationTable, info).load(key)
  }

  @Query(() => OrganisationConnection, { description: 'Organisations that the archive knows.' })
  organisations(
    @Args(() => OrganisationsArgs) args: OrganisationsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listOrganisations(context, args, info)
  }

  @FieldResolver(() => [Alias], { description: 'Its names.' })
  aliases(@Root() { key }: Organisation, @Ctx() context: RequestContext) {
    return aliasesLoader(context).load(key)
  }

  @FieldResolver(() => ArticleConnection, { description: 'Articles that name it.' })
  articles(
    @Root() { key }: Organisation,
    @Args(() => ArticlesArgs) args: ArticlesArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listArticlesOf(context, articlesOfOrganisation, key, args, info)
  }

  @FieldResolver(() => CoMentionConnection, {
    description: 'Organisations that articles name together with it, highest score first.',
  })
  coMentions(
    @Root() { key }: Organisation,
    @Args(() => PagingArgs) args: PagingArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listCoMentions(context, key, args, info)
  }

  @FieldResolver(() => [Rendering], { description: 'The forms in which articles name it, most used first.' })
  renderings(@Root() { key }: Organisation, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
    return renderingsLoader(context, info).load(key)
  }
}

@Resolver(() => Rendering)
export class RenderingResolver {
  @FieldResolver(() => [Translator], { description: 'Translators of the articles that use it.' })
  translators(@Root() { translators }: Rendering) {
    return translators
  }
}
