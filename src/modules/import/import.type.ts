import { Field, Int, ObjectType } from 'type-graphql'
import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

@ObjectType('Import', { implements: Node, simpleResolvers: true, description: 'One run of `interlinear import`.' })
export class Import implements Node {
  key!: string

  id!: string

  @Field(() => DateTime)
  startedAt!: Date

  @Field(() => DateTime, { nullable: true, description: 'Null while it runs, and for one that was broken off.' })
  endedAt!: Date | null

  @Field(() => Int, { description: 'Version of the reader.' })
  parserVersion!: number

  @Field(() => Int, { description: 'Documents accounted for: kept, unchanged, superseded and rejected.' })
  documentCount!: number

  @Field(() => Int, { description: 'Documents that it kept.' })
  keptCount!: number

  @Field(() => Int, { description: 'Documents that were already kept as they are.' })
  unchangedCount!: number

  @Field(() => Int, { description: 'Documents that gave way to a later copy of the same article.' })
  supersededCount!: number

  @Field(() => Int, { description: 'Documents that could not be kept; a problem says why.' })
  rejectedCount!: number

  @Field(() => Int, { description: 'Problems that it recorded.' })
  problemCount!: number
}

export const ImportConnection = connectionType('Import', Import, edgeType('Import', Import))
