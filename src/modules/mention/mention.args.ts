import { ArgsType, Field, ID } from 'type-graphql'
import { PagingArgs } from '../../graphql/connection.ts'
import { Judgement, MentionKind } from './mention.type.ts'

@ArgsType()
export class MentionsArgs extends PagingArgs {
  @Field(() => ID, { nullable: true, description: 'Only those of this organisation, by id or slug.' })
  organisation?: string | null

  @Field(() => MentionKind, { nullable: true, description: 'Only those that name such.' })
  kind?: MentionKind | null

  @Field(() => Judgement, { nullable: true, description: 'Only those judged so.' })
  judgement?: Judgement | null
}
