import { Field, Int, ObjectType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'

@ObjectType('Publisher', {
  implements: Node,
  simpleResolvers: true,
  description: 'Who publishes: a site, told by its host names.',
})
export class Publisher implements Node {
  key!: string

  id!: string

  @Field(() => String, { description: 'Readable, unique and lasting; an older one keeps answering.' })
  slug!: string

  @Field(() => String)
  name!: string

  @Field(() => [String], { description: 'Hosts under which its pages stand.' })
  hostnames!: string[]

  @Field(() => Int, { description: 'Articles of this publisher in the archive.' })
  articleCount!: number
}
