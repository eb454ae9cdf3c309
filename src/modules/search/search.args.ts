import { ArgsType, Field, registerEnumType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { ArticleFilter } from '../article/article.filter.args.ts'

export const SearchOrder = { RELEVANCE: 'RELEVANCE', NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const
export type SearchOrder = keyof typeof SearchOrder

registerEnumType(SearchOrder, {
  name: 'SearchOrder',
  description: 'Each is total: equal places are told apart by time, then id.',
  valuesConfig: {
    RELEVANCE: { description: 'Highest score first; equal ones, and those that have none, newest first. See docs/search.md.' },
    NEWEST: { description: 'Last published first; those without a time come last.' },
    OLDEST: { description: 'First published first; those without a time come first.' },
  },
})

@ArgsType()
export class SearchArgs extends PagingArgs {
  @Field(() => String, {
    description:
      'One character or more, in Chinese or any other script. It is looked for as it stands, anywhere in title, lead, text and the ' +
      'names of the organisations that the article names; script, case, width and accents do not matter.',
  })
  query!: string

  @Field(() => ArticleFilter, { nullable: true, description: 'Only among these articles.' })
  where?: ArticleFilter | null

  @Field(() => SearchOrder, { nullable: true, defaultValue: 'RELEVANCE' })
  orderBy?: SearchOrder | null
}
