import { findRelatedBySql } from './prisma-related.mjs'
import { publishedAt, serveWithPrisma } from './prisma-schema.mjs'

// What no query of Prisma's answers in one go, by SQL of one's own through Prisma.
await serveWithPrisma((prisma) => ({
  Query: { article: (_, { slug }) => prisma.article.findUnique({ where: { slug } }) },
  Article: { publishedAt, related: (article, { first }) => findRelatedBySql(prisma, article, first) },
}))
