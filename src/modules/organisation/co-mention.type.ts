import { Field, Float, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Organisation } from './organisation.type.ts'

@ObjectType('CoMentionEdge', { simpleResolvers: true, description: 'An organisation that articles name together with another.' })
export class CoMentionEdge {
  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Organisation)
  node!: Organisation

  @Field(() => Int, { description: 'Articles that name both, of the newest 1,000 that name the organisation asked about.' })
  articleCount!: number

  @Field(() => Float, {
    description:
      '`articleCount` times ln(1 + N / n), where n of the archive’s N articles name it: company that few keep counts more.',
  })
  score!: number
}

export const CoMentionConnection = connectionType('CoMention', Organisation, CoMentionEdge)
