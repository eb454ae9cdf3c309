import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Organisation } from '../organisation/organisation.type.ts'

export const Strength = { MENTION: 'MENTION', MAJOR: 'MAJOR', ABOUT: 'ABOUT' } as const
export type Strength = keyof typeof Strength
registerEnumType(Strength, {
  name: 'Strength',
  description: 'How much an article has to do with an organisation: MENTION is weaker than MAJOR, MAJOR than ABOUT.',
  valuesConfig: {
    MENTION: { description: 'It is named in passing.' },
    MAJOR: { description: 'It is one of those that matter in the article.' },
    ABOUT: { description: 'The article is about it.' },
  },
})

@ObjectType('ArticleOrganisationEdge', { simpleResolvers: true, description: 'An organisation in an article.' })
export class ArticleOrganisationEdge {
  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Organisation)
  node!: Organisation

  @Field(() => Int, { description: 'Times that the article names it.' })
  mentionCount!: number

  @Field(() => Int, {
    nullable: true,
    description: 'Index of the first paragraph that names it; null where title or lead already do.',
  })
  firstParagraph!: number | null

  @Field(() => Strength)
  strength!: Strength

  @Field(() => [String], { description: 'The forms in which the article names it, by first use.' })
  forms!: string[]

  @Field(() => String, {
    nullable: true,
    description: 'The original name that the article glosses it with; null where it does not.',
  })
  gloss!: string | null
}

export const ArticleOrganisationConnection = connectionType('ArticleOrganisation', Organisation, ArticleOrganisationEdge)
