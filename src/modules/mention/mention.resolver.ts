import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { organisationTable } from '../organisation/organisation.table.ts'
import { Organisation } from '../organisation/organisation.type.ts'
import { nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { personTable } from '../person/person.table.ts'
import { Person } from '../person/person.type.ts'
import { Mention } from './mention.type.ts'

@Resolver(() => Mention)
export class MentionResolver {
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The organisation it names; null for others, and while UNSURE.',
  })
  organisation(@Root() { organisationKey }: Mention, @Ctx() context: RequestContext) {
    return organisationKey === null ? null : nodesByKey(context, organisationTable).load(organisationKey)
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The person it names; null for others.' })
  person(@Root() { personKey }: Mention, @Ctx() context: RequestContext) {
    return personKey === null ? null : nodesByKey(context, personTable).load(personKey)
  }
}
