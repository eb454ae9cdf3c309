import { Field, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../graphql/connection.ts'
import { Person } from './person.type.ts'

@ObjectType('ArticlePersonEdge', { simpleResolvers: true, description: 'A person in an article.' })
export class ArticlePersonEdge {
  @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
  cursor!: string

  @Field(() => Person)
  node!: Person

  @Field(() => Int, { description: 'Times that the article names this person.' })
  mentionCount!: number
}

export const ArticlePersonConnection = connectionType('ArticlePerson', Person, ArticlePersonEdge)
