import { Field, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Article } from '../article/article.type.ts'
import { Strength } from '../article/article-organisation.type.ts'
import { MentionField } from '../mention/mention.type.ts'
import type { SearchPlan } from './search.queries.ts'

@ObjectType('SearchHighlight', {
  simpleResolvers: true,
  description: 'A place in an article that a search found. Offsets count UTF-16 units, as JavaScript does.',
})
export class SearchHighlight {
  @Field(() => MentionField, { description: 'Part of the article.' })
  field!: MentionField

  @Field(() => Int, { nullable: true, description: 'Index of the paragraph; null for title and lead.' })
  paragraph!: number | null

  @Field(() => Int, { description: 'Where the found characters begin in the stored text of the title, lead or paragraph.' })
  start!: number

  @Field(() => Int, { description: 'Where they end: the first unit behind them.' })
  end!: number

  @Field(() => String, { description: 'The found characters with what stands around them, exactly as stored.' })
  fragment!: string

  @Field(() => Int, { description: 'Where the fragment begins in the stored text.' })
  fragmentStart!: number
}

@ObjectType('SearchMatch', {
  simpleResolvers: true,
  description: 'An organisation that an article names, by one of whose names a search found the article.',
})
export class SearchMatch {
  /** Key of the organisation. */
  organisationKey!: string

  @Field(() => String, { description: 'The name that holds the words looked for: the shortest of several.' })
  name!: string

  @Field(() => Boolean, { description: 'Whether the name is the words looked for, not longer.' })
  isWhole!: boolean

  @Field(() => Boolean, {
    description:
      'True where nothing at all was found by the words as they were typed, and this is the name they come nearest to.',
  })
  isCorrected!: boolean

  @Field(() => [String], { description: 'The forms in which the article names it, by first use.' })
  forms!: string[]

  @Field(() => Strength)
  strength!: Strength
}

@ObjectType('SearchEdge', { simpleResolvers: true, description: 'An article that was found, and why.' })
export class SearchEdge {
  /** What was looked for, and how. */
  plan!: SearchPlan

  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Article)
  node!: Article

  @Field(() => Int, {
    nullable: true,
    description:
      'Title 16, lead 6, text 1 for each occurrence up to 8, and for the organisation that matters most 16 if the article is ABOUT ' +
      'it, 8 if it is MAJOR, 4 if it is mentioned, half of that where its name is longer than the query. Null for those beyond the ' +
      'few hundred articles that are compared, and in other orders than RELEVANCE. See docs/search.md.',
  })
  score!: number | null
}

export const SearchConnection = connectionType('Search', Article, SearchEdge)
