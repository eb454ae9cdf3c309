import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { Json } from '../../graphql/scalars.ts'
import { contributorsWithRole, creditsByArticleLoader } from '../contributor/contributor.loaders.ts'
import { Author, Credit, Translator } from '../contributor/contributor.type.ts'
import { importTable } from '../import/import.table.ts'
import { Import } from '../import/import.type.ts'
import { MentionsArgs } from '../mention/mention.args.ts'
import { MentionConnection } from '../mention/mention.connection.ts'
import { listMentionsOfArticle } from '../mention/mention.queries.ts'
import { organisationTable } from '../organisation/organisation.table.ts'
import { Organisation } from '../organisation/organisation.type.ts'
import { originalTable } from '../original/original.table.ts'
import { Original } from '../original/original.type.ts'
import { asNode } from '../paging/list.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { listPeopleOfArticle } from '../person/article-person.queries.ts'
import { ArticlePersonConnection } from '../person/article-person.type.ts'
import { publisherTable } from '../publisher/publisher.table.ts'
import { Publisher } from '../publisher/publisher.type.ts'
import { listRelatedArticles } from '../related-article/related-article.queries.ts'
import { RelatedArticleConnection, RelatedArticleEdge } from '../related-article/related-article.type.ts'
import { imagesLoader, otherTranslationsLoader, paragraphsLoader } from './article.loaders.ts'
import { Article, Image, Paragraph, Provenance } from './article.type.ts'
import { listOrganisationsOfArticle } from './article-organisation.queries.ts'
import { ArticleOrganisationConnection, Strength } from './article-organisation.type.ts'
import { loadSurroundings } from './json-ld.loaders.ts'
import { articleJsonLd } from './json-ld.ts'

@Resolver(() => Article)
export class ArticleFields {
  @FieldResolver(() => Publisher)
  publisher(@Root() { publisherKey }: Article, @Ctx() context: RequestContext) {
    return nodesByKey(context, publisherTable).load(publisherKey)
  }

  @FieldResolver(() => Original, {
    nullable: true,
    description: 'The text it was translated from; null where unknown, or where it is none.',
  })
  original(@Root() { originalKey }: Article, @Ctx() context: RequestContext) {
    return originalKey === null ? null : nodesByKey(context, originalTable).load(originalKey)
  }

  @FieldResolver(() => [Article], { description: 'Other translations of the same original, newest first.' })
  otherTranslations(@Root() { key, originalKey }: Article, @Ctx() context: RequestContext) {
    return originalKey === null ? [] : otherTranslationsLoader(context).load(key)
  }

  @FieldResolver(() => [Translator], { description: 'Who is credited with translating it, in the order of print.' })
  async translators(@Root() { key }: Article, @Ctx() context: RequestContext) {
    return contributorsWithRole(await creditsByArticleLoader(context).load(key), 'TRANSLATOR', 'Translator')
  }

  @FieldResolver(() => [Author], { description: 'Who is credited with writing it, in the order of print.' })
  async authors(@Root() { key }: Article, @Ctx() context: RequestContext) {
    return contributorsWithRole(await creditsByArticleLoader(context).load(key), 'AUTHOR', 'Author')
  }

  @FieldResolver(() => [Credit], { description: 'Every credit, in every role.' })
  async credits(@Root() { key }: Article, @Ctx() context: RequestContext) {
    const credits = await creditsByArticleLoader(context).load(key)
    return credits.map((credit) => ({ ...credit, contributor: asNode('Contributor', { ...credit }) }))
  }

  @FieldResolver(() => [Paragraph], { description: 'The body, block by block.' })
  async paragraphs(@Root() { key }: Article, @Ctx() context: RequestContext) {
    const paragraphs = await paragraphsLoader(context).load(key)
    return paragraphs.map((paragraph) => (paragraph.text === '' ? { ...paragraph, text: null } : paragraph))
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The body as plain text, an empty line between blocks; null for an empty one.',
  })
  async text(@Root() { key }: Article, @Ctx() context: RequestContext) {
    const paragraphs = await paragraphsLoader(context).load(key)
    return (
      paragraphs
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join('\n\n') || null
    )
  }

  @FieldResolver(() => String, { nullable: true, description: 'The body as sanitised HTML; null for an empty one.' })
  async html(@Root() { key }: Article, @Ctx() context: RequestContext) {
    const paragraphs = await paragraphsLoader(context).load(key)
    return paragraphs.map(({ html }) => html).join('\n') || null
  }

  @FieldResolver(() => Image, { nullable: true, description: 'The picture at its head; null where there is none.' })
  image(@Root() { imageUrl, imageAlt }: Article) {
    return imageUrl === null ? null : { url: imageUrl, alt: imageAlt, caption: null }
  }

  @FieldResolver(() => [Image], { description: 'All pictures, in order.' })
  images(@Root() { key }: Article, @Ctx() context: RequestContext) {
    return imagesLoader(context).load(key)
  }

  @FieldResolver(() => ArticleOrganisationConnection, { description: 'Organisations that it names, strongest first.' })
  organisations(
    @Root() { key }: Article,
    @Args(() => PagingArgs) args: PagingArgs,
    @Arg('minStrength', () => Strength, { nullable: true, description: 'Only those at least as strong.' })
    minStrength: Strength | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listOrganisationsOfArticle(context, key, { ...args, minStrength }, info)
  }

  @FieldResolver(() => MentionConnection, { description: 'Occurrences of names in it, in the order of reading.' })
  mentions(
    @Root() { key }: Article,
    @Args(() => MentionsArgs) args: MentionsArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listMentionsOfArticle(context, key, args, info)
  }

  @FieldResolver(() => ArticlePersonConnection, { description: 'People that it names, most often named first.' })
  people(
    @Root() { key }: Article,
    @Args(() => PagingArgs) args: PagingArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listPeopleOfArticle(context, key, args, info)
  }

  @FieldResolver(() => RelatedArticleConnection, {
    description: 'Articles that share organisations or the original with it; each edge says which. Highest score first.',
  })
  related(
    @Root() { key }: Article,
    @Args(() => PagingArgs) args: PagingArgs,
    @Arg('minShared', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: 'Only those that share at least so many organisations; a shared original always counts.',
    })
    minShared: number | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listRelatedArticles(context, key, { ...args, minShared }, info)
  }

  @FieldResolver(() => Json, {
    description:
      'The article for search engines and other readers of linked data: JSON-LD, a NewsArticle of schema.org with its translators, ' +
      'the work it translates and the organisations it mentions. What is unknown is left out.',
  })
  async jsonLd(@Root() article: Article, @Ctx() context: RequestContext) {
    return articleJsonLd(article, await loadSurroundings(context, article))
  }

  @FieldResolver(() => Provenance)
  provenance(@Root() article: Article) {
    return article
  }
}

@Resolver(() => RelatedArticleEdge)
export class RelatedArticleEdgeFields {
  @FieldResolver(() => [Organisation], { description: 'Organisations that both name, rarest first.' })
  sharedOrganisations(@Root() edge: RelatedArticleEdge, @Ctx() context: RequestContext) {
    return nodesByKey(context, organisationTable).loadMany(edge.sharedOrganisations)
  }

  @FieldResolver(() => Original, {
    nullable: true,
    description: 'The text that both were translated from; null where they do not share one.',
  })
  sharedOriginal(@Root() edge: RelatedArticleEdge, @Ctx() context: RequestContext) {
    return edge.sharedOriginal === null ? null : nodesByKey(context, originalTable).load(edge.sharedOriginal)
  }
}

@Resolver(() => Provenance)
export class ProvenanceFields {
  @FieldResolver(() => Import, { description: 'The run that last changed it.' })
  import(@Root() { importKey }: Provenance, @Ctx() context: RequestContext) {
    return nodesByKey(context, importTable).load(importKey)
  }
}
