import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Node } from '../../graphql/node.type.ts'

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

export const ProblemConnection = connectionType('Problem', Problem, edgeType('Problem', Problem))
