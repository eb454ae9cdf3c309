import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql'

export const MentionKind = { ORGANISATION: 'ORGANISATION', PERSON: 'PERSON' } as const
export type MentionKind = keyof typeof MentionKind
registerEnumType(MentionKind, { name: 'MentionKind', description: 'What a mention names.' })

export const MentionField = { TITLE: 'TITLE', LEAD: 'LEAD', PARAGRAPH: 'PARAGRAPH' } as const
export type MentionField = keyof typeof MentionField
registerEnumType(MentionField, { name: 'MentionField', description: 'Part of the article in which a mention stands.' })

export const Judgement = { POSITIVE: 'POSITIVE', NEGATIVE: 'NEGATIVE', UNSURE: 'UNSURE' } as const
export type Judgement = keyof typeof Judgement
registerEnumType(Judgement, {
  name: 'Judgement',
  description: 'Whether the characters name what they seem to name.',
  valuesConfig: {
    POSITIVE: { description: 'They do.' },
    NEGATIVE: { description: 'They were looked at, and do not.' },
    UNSURE: { description: 'It cannot be told; `candidates` lists what they may name.' },
  },
})

@ObjectType('Mention', { simpleResolvers: true, description: 'One occurrence of a name in an article.' })
export class Mention {
  key!: string
  organisationKey!: string | null
  personKey!: string | null

  @Field(() => MentionKind)
  kind!: MentionKind

  @Field(() => MentionField)
  field!: MentionField

  @Field(() => Int, { description: 'Index of the paragraph; 0 for title and lead.' })
  paragraph!: number

  @Field(() => Int, { description: 'Where it begins in the stored text of its field, in UTF-16 units.' })
  start!: number

  @Field(() => Int, { description: 'Where it ends: `text.slice(start, end)` is `surface`.' })
  end!: number

  @Field(() => String, { description: 'Its characters.' })
  surface!: string

  @Field(() => String, { nullable: true, description: 'The original name in brackets behind it: `Google` in 谷歌(Google).' })
  gloss!: string | null

  @Field(() => String, { description: 'The rule that found it.' })
  rule!: string

  @Field(() => Float, { description: 'Between 0 and 1.' })
  confidence!: number

  @Field(() => Judgement)
  judgement!: Judgement

  @Field(() => [String], { description: 'Slugs of the organisations that an UNSURE mention may name.' })
  candidates!: string[]
}
