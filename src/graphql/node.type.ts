import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType({
  description: 'Anything that has an id of its own in this archive, and can be asked for again by it.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and lasting: the same archive gives the same ids on every machine.' })
  id!: string
}
