import { ArgsType, Field, ID, InputType } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { IntRange } from '../../graphql/ranges.ts'

@InputType({ description: 'Conditions on originals. All that are given must hold.' })
export class OriginalFilter {
  @Field(() => ID, { nullable: true, description: 'Id or slug of the publisher of the original.' })
  publisher?: string | null

  @Field(() => String, { nullable: true, description: 'BCP 47.' })
  language?: string | null

  @Field(() => IntRange, {
    nullable: true,
    description: 'How many translations of it there are: `gte: 2` for those that meet in one.',
  })
  translationCount?: IntRange | null
}

@ArgsType()
export class OriginalsArgs extends PagingArgs {
  @Field(() => OriginalFilter, { nullable: true })
  where?: OriginalFilter | null
}
