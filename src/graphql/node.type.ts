import { Field, ID, InterfaceType } from 'type-graphql'

/** Rows that may be answered where only a Node is promised carry the name of their type. */
export interface TypedNode {
  id: string
  __typename: string
}

@InterfaceType({
  description: 'Anything that has an id of its own in this archive, and can be asked for again by it.',
  resolveType: (value: TypedNode) => value.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and lasting: the same archive gives the same ids on every machine.' })
  id!: string
}
