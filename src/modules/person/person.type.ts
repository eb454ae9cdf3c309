import { Field, ObjectType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'

@ObjectType('Person', {
  implements: Node,
  simpleResolvers: true,
  description: 'Somebody whom articles name, as far as glosses tell.',
})
export class Person implements Node {
  key!: string

  id!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, description: 'Chinese name; null where none is known.' })
  nameZh!: string | null

  @Field(() => String, { nullable: true, description: 'Name in Latin script; null where none is known.' })
  nameEn!: string | null
}
