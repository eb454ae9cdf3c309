import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { IntRange } from '../../graphql/ranges.ts'
import { OrganisationKind } from './organisation.type.ts'

export const OrganisationOrder = { MOST_ARTICLES: 'MOST_ARTICLES', NAME: 'NAME' } as const
export type OrganisationOrder = keyof typeof OrganisationOrder
registerEnumType(OrganisationOrder, {
  name: 'OrganisationOrder',
  description: 'Each is total: equal places are told apart by id.',
  valuesConfig: {
    MOST_ARTICLES: { description: 'Those that most articles name first.' },
    NAME: { description: 'By `name`.' },
  },
})

@InputType({ description: 'Conditions on organisations. All that are given must hold.' })
export class OrganisationFilter {
  @Field(() => [OrganisationKind], { nullable: true, description: 'One of these kinds.' })
  kind?: OrganisationKind[] | null

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' })
  country?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Any of its names holds these characters; script, case, width and accents do not matter. Where no name of the archive does, ' +
      'mistyped Latin words find the names that they come nearest to.',
  })
  name?: string | null

  @Field(() => IntRange, { nullable: true, description: 'How many articles name it.' })
  articleCount?: IntRange | null
}

@ArgsType()
export class OrganisationsArgs extends PagingArgs {
  @Field(() => OrganisationFilter, { nullable: true })
  where?: OrganisationFilter | null

  @Field(() => OrganisationOrder, { nullable: true, defaultValue: 'MOST_ARTICLES' })
  orderBy?: OrganisationOrder | null
}
