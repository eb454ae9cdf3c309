import { Field, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType('Archive', {
  simpleResolvers: true,
  description: 'The whole archive: what it holds, and what became of the documents that it was given.',
})
export class Archive {
  @Field(() => String, { description: 'Changes exactly when what the archive answers does. Opaque.' })
  version!: string

  @Field(() => DateTime, { nullable: true, description: 'When that was last; null for an archive that never held anything.' })
  changedAt!: Date | null

  @Field(() => Int)
  articleCount!: number

  @Field(() => Int, { description: 'Organisations that at least one article names.' })
  organisationCount!: number

  @Field(() => Int)
  translatorCount!: number

  @Field(() => Int)
  authorCount!: number

  @Field(() => Int)
  originalCount!: number

  @Field(() => Int)
  publisherCount!: number
}
