import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, type ClassType, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { connectionType, edgeType, PagingArgs } from '../../graphql/connection.ts'
import { exactlyOne } from '../../graphql/errors.ts'
import { keyOfId } from '../../graphql/global-id.ts'
import { DateTime } from '../../graphql/scalars.ts'
import { ArticlesArgs } from '../article/article.args.ts'
import { ArticleConnection } from '../article/article.connection.ts'
import { articlesOfContributor } from '../article/article.lists.ts'
import { listArticlesOf } from '../article/article.queries.ts'
import type { NodeTable } from '../paging/list.ts'
import { nodesByKey, nodesBySlug } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import { Publisher } from '../publisher/publisher.type.ts'
import { ContributorsArgs } from './contributor.args.ts'
import { creditSpansLoader } from './contributor.loaders.ts'
import { findContributorKeyByName, listContributors, listOrganisationsOfContributor } from './contributor.queries.ts'
import { authorTable, translatorTable } from './contributor.table.ts'
import { Author, Contributor, Translator } from './contributor.type.ts'
import { ContributorOrganisationConnection } from './contributor-organisation.type.ts'

/** Translators and authors are contributors seen by role: the same fields over the same table. */
function roleResolver<Row extends Contributor>(
  role: 'TRANSLATOR' | 'AUTHOR',
  type: ClassType<Row>,
  node: NodeTable,
  does: string,
) {
  const one = role.toLowerCase()
  const articles = articlesOfContributor(role)
  const RoleConnection = connectionType(node.type, type, edgeType(node.type, type))

  @Resolver(() => type)
  class RoleResolver {
    @Query(() => type, {
      name: one,
      nullable: true,
      description: `One ${one}, by id, slug or name; of several of one name, the one with most articles. Null where there is none.`,
    })
    async one(
      @Arg('id', () => ID, { nullable: true }) id: string | null,
      @Arg('slug', () => String, { nullable: true }) slug: string | null,
      @Arg('name', () => String, { nullable: true, description: 'Script, case and width do not matter: 陳硯秋 finds 陈砚秋.' })
      name: string | null,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      exactlyOne(one, { id, slug, name })
      if (id != null) return nodesByKey(context, node, info).load(keyOfId(id, 'id', node.type))
      if (slug != null) return nodesBySlug(context, node, info).load(slug)
      const key = await findContributorKeyByName(context, role, name!)
      return key === null ? null : nodesByKey(context, node, info).load(key)
    }

    @Query(() => RoleConnection, { name: `${one}s`, description: `Everybody who is credited with ${does}.` })
    all(@Args(() => ContributorsArgs) args: ContributorsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo) {
      return listContributors<Row>(context, role, node, args, info)
    }

    @FieldResolver(() => Publisher, { description: 'The publisher under which this name is known.' })
    publisher(@Root() { publisherKey }: Row, @Ctx() context: RequestContext) {
      return nodesByKey(context, publisherTable).load(publisherKey)
    }

    @FieldResolver(() => ArticleConnection, { description: `Articles that credit this person with ${does}.` })
    articles(
      @Root() { key }: Row,
      @Args(() => ArticlesArgs) args: ArticlesArgs,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return listArticlesOf(context, articles, key, args, info)
    }

    @FieldResolver(() => ContributorOrganisationConnection, {
      description: 'Organisations that these articles name, those in most of them first.',
    })
    organisations(
      @Root() { key }: Row,
      @Args(() => PagingArgs) args: PagingArgs,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ) {
      return listOrganisationsOfContributor(context, role, key, args, info)
    }

    @FieldResolver(() => DateTime, {
      nullable: true,
      description: 'Time of the first of these articles; null where none has a time.',
    })
    async firstCredit(@Root() { key }: Row, @Ctx() context: RequestContext) {
      return (await creditSpansLoader(context, role).load(key)).first
    }

    @FieldResolver(() => DateTime, {
      nullable: true,
      description: 'Time of the last of these articles; null where none has a time.',
    })
    async lastCredit(@Root() { key }: Row, @Ctx() context: RequestContext) {
      return (await creditSpansLoader(context, role).load(key)).last
    }
  }
  return RoleResolver
}

export const TranslatorResolver = roleResolver('TRANSLATOR', Translator, translatorTable, 'translating')
export const AuthorResolver = roleResolver('AUTHOR', Author, authorTable, 'writing')

@Resolver(() => Contributor)
export class ContributorResolver {
  @FieldResolver(() => Publisher, { description: 'The publisher under which this name is known.' })
  publisher(@Root() { publisherKey }: Contributor, @Ctx() context: RequestContext) {
    return nodesByKey(context, publisherTable).load(publisherKey)
  }

  @FieldResolver(() => Translator, {
    nullable: true,
    description: 'The same person as a translator; null for one never credited so.',
  })
  asTranslator(@Root() { key }: Contributor, @Ctx() context: RequestContext) {
    return nodesByKey(context, translatorTable).load(key)
  }

  @FieldResolver(() => Author, { nullable: true, description: 'The same person as an author; null for one never credited so.' })
  asAuthor(@Root() { key }: Contributor, @Ctx() context: RequestContext) {
    return nodesByKey(context, authorTable).load(key)
  }
}
