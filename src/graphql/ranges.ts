import { Field, InputType, Int } from 'type-graphql'
import { DateTime } from './scalars.ts'

@InputType({ description: 'A span of time. Both ends belong to it.' })
export class DateTimeRange {
  @Field(() => DateTime, { nullable: true, description: 'At or after.' })
  gte?: Date | null

  @Field(() => DateTime, { nullable: true, description: 'At or before.' })
  lte?: Date | null
}

@InputType({ description: 'A span of numbers. Both ends belong to it.' })
export class IntRange {
  @Field(() => Int, { nullable: true, description: 'At least.' })
  gte?: number | null

  @Field(() => Int, { nullable: true, description: 'At most.' })
  lte?: number | null
}
