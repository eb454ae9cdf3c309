import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

export const Severity = { NOTE: 'NOTE', WARNING: 'WARNING', ERROR: 'ERROR' } as const
export type Severity = keyof typeof Severity
registerEnumType(Severity, {
  name: 'Severity',
  description: 'How bad a problem is.',
  valuesConfig: {
    NOTE: { description: 'Worth knowing.' },
    WARNING: { description: 'The document was kept, but something in it is missing or doubtful.' },
    ERROR: { description: 'The document could not be kept.' },
  },
})

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

@ObjectType('Problem', { implements: Node, simpleResolvers: true, description: 'Something wrong with a document.' })
export class Problem implements Node {
  key!: string

  id!: string

  @Field(() => String, { description: 'Path of the document within the folder that was imported.' })
  file!: string

  @Field(() => String, { description: 'Stable: `MISSING_TITLE`, `NOT_TEXT` …' })
  code!: string

  @Field(() => String, { description: 'What is wrong and what to do.' })
  message!: string

  @Field(() => String, { nullable: true, description: 'Line, field or offset; null where none is known.' })
  place!: string | null

  @Field(() => Severity)
  severity!: Severity
}

export const ImportConnection = connectionType('Import', Import, edgeType('Import', Import))
export const ProblemConnection = connectionType('Problem', Problem, edgeType('Problem', Problem))
