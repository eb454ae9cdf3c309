import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Article } from './article.type.ts'

export const ArticleConnection = connectionType('Article', Article, edgeType('Article', Article))
