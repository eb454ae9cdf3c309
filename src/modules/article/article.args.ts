import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { DateTimeRange } from '../../graphql/ranges.ts'

export const ArticleOrder = {
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
  TITLE: 'TITLE',
  MOST_ORGANISATIONS: 'MOST_ORGANISATIONS',
} as const
export type ArticleOrder = keyof typeof ArticleOrder

registerEnumType(ArticleOrder, {
  name: 'ArticleOrder',
  description: 'Each is total: equal places are told apart by id.',
  valuesConfig: {
    NEWEST: { description: 'Last published first; those without a time come last.' },
    OLDEST: { description: 'First published first; those without a time come first.' },
    TITLE: { description: 'By headline.' },
    MOST_ORGANISATIONS: { description: 'Those that name most different organisations first.' },
  },
})

@InputType({ description: 'Conditions on the organisations that an article names, by id or slug.' })
export class OrganisationsFilter {
  @Field(() => [ID], { nullable: true, description: 'Names at least one of these.' })
  some?: string[] | null
}

@InputType({ description: 'Conditions on articles. Those that stand side by side must all hold.' })
export class ArticleFilter {
  @Field(() => [ArticleFilter], { nullable: true, description: 'All of these hold.' })
  AND?: ArticleFilter[] | null

  @Field(() => [ArticleFilter], { nullable: true, description: 'At least one of these holds.' })
  OR?: ArticleFilter[] | null

  @Field(() => ArticleFilter, { nullable: true, description: 'This does not hold.' })
  NOT?: ArticleFilter | null

  @Field(() => DateTimeRange, { nullable: true, description: 'Published within; articles without a time never are.' })
  publishedAt?: DateTimeRange | null

  @Field(() => String, { nullable: true, description: 'BCP 47, as `Article.language` gives it.' })
  language?: string | null

  @Field(() => ID, { nullable: true, description: 'Id or slug of the publisher.' })
  publisher?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Whether the text that it was made from is known.' })
  hasOriginal?: boolean | null

  @Field(() => OrganisationsFilter, { nullable: true })
  organisations?: OrganisationsFilter | null
}

/** Arguments of every list of articles. */
@ArgsType()
export class ArticlesArgs extends PagingArgs {
  @Field(() => ArticleFilter, { nullable: true })
  where?: ArticleFilter | null

  @Field(() => ArticleOrder, { nullable: true, defaultValue: 'NEWEST' })
  orderBy?: ArticleOrder | null
}
