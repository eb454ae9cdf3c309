import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'
import { DateTime } from '../../graphql/scalars.ts'

export const BlockKind = {
  PARAGRAPH: 'PARAGRAPH',
  HEADING: 'HEADING',
  LIST_ITEM: 'LIST_ITEM',
  QUOTE: 'QUOTE',
  CODE: 'CODE',
  TABLE: 'TABLE',
  IMAGE: 'IMAGE',
  CAPTION: 'CAPTION',
} as const
export type BlockKind = keyof typeof BlockKind
registerEnumType(BlockKind, { name: 'BlockKind', description: 'What a block of an article’s body is.' })

@ObjectType('Paragraph', { simpleResolvers: true, description: 'One block of the body, without advertisements and notices.' })
export class Paragraph {
  @Field(() => Int, { description: 'From 0; what `Mention.paragraph` counts.' })
  index!: number

  @Field(() => BlockKind)
  kind!: BlockKind

  @Field(() => String, { nullable: true, description: 'Plain text of `html`; null for an image without a caption.' })
  text!: string | null

  @Field(() => String, { description: 'Sanitised.' })
  html!: string
}

@ObjectType('Image', { simpleResolvers: true, description: 'A picture of an article, by its address.' })
export class Image {
  @Field(() => String)
  url!: string

  @Field(() => String, {
    nullable: true,
    description: 'What it shows, for those who do not see it; null where the page does not say.',
  })
  alt!: string | null

  @Field(() => String, { nullable: true, description: 'Text printed under it; null where there is none.' })
  caption!: string | null
}

@ObjectType('Article', {
  implements: Node,
  simpleResolvers: true,
  description: 'One article in one language. A translation and its original are two articles, joined by an Original.',
})
export class Article implements Node {
  key!: string
  publisherKey!: string
  originalKey!: string | null
  imageUrl!: string | null
  imageAlt!: string | null
  contentHash!: string
  parserVersion!: number
  sourceFile!: string
  importKey!: string

  id!: string

  @Field(() => String, { description: 'Readable, unique and lasting; an older one keeps answering.' })
  slug!: string

  @Field(() => String, { nullable: true, description: 'Address of this page as printed; null where the document does not say.' })
  url!: string | null

  @Field(() => String, {
    description:
      'Address without scheme, `www.`, tracking, fragment and trailing slash; with `language` it tells one article from another. ' +
      'A document without an address has one that begins with `urn:interlinear:file:`.',
  })
  canonicalUrl!: string

  @Field(() => String, { description: 'Headline as printed.' })
  title!: string

  @Field(() => String, { nullable: true, description: 'Summary under the headline; null where there is none.' })
  lead!: string | null

  @Field(() => String, { description: 'BCP 47: `zh-Hans`, `zh-Hant`, `en` …; `und` where the text does not tell.' })
  language!: string

  @Field(() => DateTime, { nullable: true, description: 'The publisher’s time; null where the document gives none.' })
  publishedAt!: Date | null

  @Field(() => DateTime, { description: 'When the archive took this text in, or last changed it.' })
  importedAt!: Date

  @Field(() => Int, { description: 'Chinese characters and words of other scripts, headline and lead included.' })
  wordCount!: number

  @Field(() => String, { nullable: true, description: 'The printed credit lines, verbatim; `credits` is our reading of them.' })
  byline!: string | null

  @Field(() => Int, { description: 'Different organisations that it names.' })
  organisationCount!: number
}

@ObjectType('Provenance', { simpleResolvers: true, description: 'Where an article’s row comes from.' })
export class Provenance {
  importKey!: string

  @Field(() => String, { description: 'Path of the document within the folder that was imported.' })
  sourceFile!: string

  @Field(() => String, { description: 'Changes exactly when the document’s content does.' })
  contentHash!: string

  @Field(() => Int, { description: 'Version of the reader that read it.' })
  parserVersion!: number
}
