import { ArgsType, Field, registerEnumType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { ArticleFilter } from './article.filter.args.ts'

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

/** Arguments of every list of articles. */
@ArgsType()
export class ArticlesArgs extends PagingArgs {
  @Field(() => ArticleFilter, { nullable: true })
  where?: ArticleFilter | null

  @Field(() => ArticleOrder, { nullable: true, defaultValue: 'NEWEST' })
  orderBy?: ArticleOrder | null
}
