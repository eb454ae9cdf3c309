import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'

export const OriginalProvenance = { DECLARED: 'DECLARED', DERIVED: 'DERIVED' } as const
export type OriginalProvenance = keyof typeof OriginalProvenance

registerEnumType(OriginalProvenance, {
  name: 'OriginalProvenance',
  description: 'How an original is known.',
  valuesConfig: {
    DECLARED: { description: 'A document names it.' },
    DERIVED: { description: 'A rule of the publisher makes its address from that of the translation.' },
  },
})

@ObjectType('Original', {
  implements: Node,
  simpleResolvers: true,
  description: 'The text that translations were made from. Two desks that translated the same text meet in one Original.',
})
export class Original implements Node {
  key!: string
  publisherKey!: string | null

  id!: string

  @Field(() => String, { description: 'Address as first printed, or as the publisher’s rule makes it.' })
  url!: string

  @Field(() => String, {
    description: 'Address without scheme, `www.`, tracking, fragment and trailing slash: what makes two links one.',
  })
  canonicalUrl!: string

  @Field(() => String, { nullable: true, description: 'Title in its own language; null where no translation prints it.' })
  title!: string | null

  @Field(() => String, { nullable: true, description: 'BCP 47; null where unknown.' })
  language!: string | null

  @Field(() => OriginalProvenance, { description: 'DECLARED as soon as one translation names it.' })
  provenance!: OriginalProvenance

  @Field(() => Int, { description: 'Translations of it in the archive.' })
  translationCount!: number
}
