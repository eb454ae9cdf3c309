import { ArgsType, Field, registerEnumType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'

export const ContributorOrder = { MOST_ARTICLES: 'MOST_ARTICLES', NAME: 'NAME' } as const
export type ContributorOrder = keyof typeof ContributorOrder
registerEnumType(ContributorOrder, {
  name: 'ContributorOrder',
  description: 'Each is total: equal places are told apart by id.',
  valuesConfig: {
    MOST_ARTICLES: { description: 'Those with most articles in this role first.' },
    NAME: { description: 'By name.' },
  },
})

@ArgsType()
export class ContributorsArgs extends PagingArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Only those of this name, in any script and case: two publishers may each have one.',
  })
  name?: string | null

  @Field(() => ContributorOrder, { nullable: true, defaultValue: 'MOST_ARTICLES' })
  orderBy?: ContributorOrder | null
}
