import { Field, ID, InputType } from 'type-graphql'
import { DateTimeRange, IntRange } from '../../graphql/ranges.ts'
import { Strength } from './article-organisation.type.ts'

/** Conditions on the rows that an article is joined with. Those that are given must all hold. */
@InputType({
  description:
    'Conditions on the people whom an article credits in one role. Each is named by id, slug or name; a name stands for everybody ' +
    'of that name, and one that nobody bears matches nobody. All that are given must hold.',
})
export class ContributorsFilter {
  @Field(() => [ID], { nullable: true, description: 'Credits at least one of these. An empty list matches no article.' })
  some?: string[] | null

  @Field(() => [ID], {
    nullable: true,
    description: 'Everybody credited is one of these: true for an article that credits nobody, too; add `count: { gte: 1 }`.',
  })
  every?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Credits none of these. An empty list matches every article.' })
  none?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Credits each of these, and perhaps others.' })
  all?: string[] | null

  @Field(() => IntRange, { nullable: true, description: 'How many different people are credited.' })
  count?: IntRange | null
}

@InputType({
  description:
    'Conditions on the organisations that an article names, as `Article.organisations` lists them. Each is given by id, slug or any ' +
    'of its names; one that is no organisation of the archive matches none. All that are given must hold.',
})
export class OrganisationsFilter {
  @Field(() => [ID], { nullable: true, description: 'Names at least one of these. An empty list matches no article.' })
  some?: string[] | null

  @Field(() => [ID], {
    nullable: true,
    description: 'All that it names are among these: true for an article that names none, too; add `count: { gte: 1 }`.',
  })
  every?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Names none of these. An empty list matches every article.' })
  none?: string[] | null

  @Field(() => [ID], { nullable: true, description: 'Names each of these, and perhaps others.' })
  all?: string[] | null

  @Field(() => IntRange, { nullable: true, description: 'How many different organisations it names.' })
  count?: IntRange | null

  @Field(() => Strength, {
    nullable: true,
    description: 'Weaker joins count as none, for all the conditions beside this one. By itself it asks nothing.',
  })
  minStrength?: Strength | null
}

@InputType({
  description:
    'Conditions on articles. Those that stand side by side must all hold; one that is absent or null asks nothing. docs/filters.md ' +
    'says exactly what each means.',
})
export class ArticleFilter {
  @Field(() => [ArticleFilter], { nullable: true, description: 'All of these hold. An empty list holds.' })
  AND?: ArticleFilter[] | null

  @Field(() => [ArticleFilter], { nullable: true, description: 'At least one of these holds. An empty list does not hold.' })
  OR?: ArticleFilter[] | null

  @Field(() => ArticleFilter, { nullable: true, description: 'This does not hold.' })
  NOT?: ArticleFilter | null

  @Field(() => DateTimeRange, {
    nullable: true,
    description: 'Published within. Articles without a time never are, not even in `{}`.',
  })
  publishedAt?: DateTimeRange | null

  @Field(() => String, { nullable: true, description: 'BCP 47, exactly as `Article.language` gives it.' })
  language?: string | null

  @Field(() => ID, { nullable: true, description: 'Id or slug of the publisher; one that is unknown matches no article.' })
  publisher?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the text that it was made from is known.' })
  hasOriginal?: boolean | null

  @Field(() => String, {
    nullable: true,
    description:
      'Title, lead or text holds these characters, one after the other, anywhere. Script, case, width and accents do not matter: ' +
      '臺積電 finds 台积电. Spaces at both ends are left out. Names of organisations are not looked at: `search` does that, and ranks.',
  })
  text?: string | null

  @Field(() => ContributorsFilter, { nullable: true })
  translators?: ContributorsFilter | null

  @Field(() => ContributorsFilter, { nullable: true })
  authors?: ContributorsFilter | null

  @Field(() => OrganisationsFilter, { nullable: true })
  organisations?: OrganisationsFilter | null
}
