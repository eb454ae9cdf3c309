import { Field, Float, ObjectType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Article } from '../article/article.type.ts'

@ObjectType('RelatedArticleEdge', { simpleResolvers: true, description: 'An article that belongs with another, and why.' })
export class RelatedArticleEdge {
  /** Keys of the rows that the fields of these names answer with. */
  sharedOrganisations!: string[]
  sharedOriginal!: string | null

  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Article)
  node!: Article

  @Field(() => Float, {
    description:
      'The sum of ln(1 + N / n) over the shared organisations, where n of the archive’s N articles name each, and of 3 ln(1 + N) for a shared ' +
      'original. Organisations that more than half of the archive names count for nothing.',
  })
  score!: number
}

export const RelatedArticleConnection = connectionType('RelatedArticle', Article, RelatedArticleEdge)
