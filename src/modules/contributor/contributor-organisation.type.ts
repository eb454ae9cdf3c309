import { Field, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Organisation } from '../organisation/organisation.type.ts'

@ObjectType('ContributorOrganisationEdge', {
  simpleResolvers: true,
  description: 'An organisation that somebody’s articles name: the newest 300 credits of a person are looked at.',
})
export class ContributorOrganisationEdge {
  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Organisation)
  node!: Organisation

  @Field(() => Int, { description: 'How many of these articles name it.' })
  articleCount!: number
}

export const ContributorOrganisationConnection = connectionType(
  'ContributorOrganisation',
  Organisation,
  ContributorOrganisationEdge,
)
