import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { connect } from '../../dist/database/connect.js'
import { connections, databaseUrl, tell } from './peer.mjs'

const typeDefs = `
  type Query {
    articles(first: Int!): [Article!]!
    article(slug: String!): Article
    articlesAbout(organisation: String!, first: Int!): [Article!]!
  }
  type Article {
    title: String!
    publishedAt: String!
    publisher: Publisher!
    translators: [Contributor!]!
    organisations(first: Int!): [ArticleOrganisation!]!
    related(first: Int!): [Article!]!
  }
  type Publisher { name: String! }
  type Contributor { name: String! }
  type ArticleOrganisation { mentionCount: Int! organisation: Organisation! }
  type Organisation { name: String! articles(first: Int!): [Article!]! }
`

export const newestFirst = [{ publishedAt: 'desc' }, { id: 'desc' }]
export const strongestFirst = [{ strength: 'desc' }, { mentionCount: 'desc' }, { organisationId: 'desc' }]
export const publishedAt = (article) => article.publishedAt.toISOString()

/** Apollo as its documentation starts it, with resolvers over Prisma; its statements are prepared. */
export async function serveWithPrisma(createResolvers) {
  const { prisma } = connect(databaseUrl, { maxConnections: connections })
  const apollo = new ApolloServer({ typeDefs, resolvers: createResolvers(prisma) })
  const { url } = await startStandaloneServer(apollo, { listen: { port: 0, host: '127.0.0.1' } })
  tell(url)
}
