import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'

export const CreditRole = {
  AUTHOR: 'AUTHOR',
  TRANSLATOR: 'TRANSLATOR',
  PROOFREADER: 'PROOFREADER',
  EDITOR: 'EDITOR',
  SELECTOR: 'SELECTOR',
} as const
export type CreditRole = keyof typeof CreditRole

registerEnumType(CreditRole, {
  name: 'CreditRole',
  description: 'What somebody is credited with.',
  valuesConfig: {
    AUTHOR: { description: 'Wrote the text.' },
    TRANSLATOR: { description: 'Translated it.' },
    PROOFREADER: { description: 'Checked the translation.' },
    EDITOR: { description: 'Edited it.' },
    SELECTOR: { description: 'Chose the text for translation.' },
  },
})

/** What is told of whoever is credited, in whatever role. No type of the schema by itself. */
@ObjectType({ simpleResolvers: true })
abstract class Credited {
  key!: string
  publisherKey!: string
  id!: string

  @Field(() => String, { description: 'Readable, unique and lasting; an older one keeps answering.' })
  slug!: string

  @Field(() => String)
  name!: string

  @Field(() => String, { nullable: true, description: 'Profile page, as printed; null where none is.' })
  url!: string | null
}

const sameName = 'A name is one person, or one group, within one publisher: two publishers’ people of one name are two.'

@ObjectType('Contributor', {
  implements: Node,
  simpleResolvers: true,
  description: `Somebody who is credited, in whatever role. ${sameName}`,
})
export class Contributor extends Credited {}

@ObjectType('Translator', {
  implements: Node,
  simpleResolvers: true,
  description: `Somebody who is credited with translating. ${sameName}`,
})
export class Translator extends Credited {
  @Field(() => Int, { description: 'Articles that credit this person with translating.' })
  articleCount!: number
}

@ObjectType('Author', {
  implements: Node,
  simpleResolvers: true,
  description: `Somebody who is credited with writing. ${sameName}`,
})
export class Author extends Credited {
  @Field(() => Int, { description: 'Articles that credit this person with writing.' })
  articleCount!: number
}

@ObjectType('Credit', { simpleResolvers: true, description: 'One credit of an article: who, for what, and how it was printed.' })
export class Credit {
  articleKey!: string

  @Field(() => Contributor)
  contributor!: Contributor

  @Field(() => CreditRole)
  role!: CreditRole

  @Field(() => String, { description: 'The credit as it stands in the document: `译者/何黎`.' })
  asPrinted!: string
}
