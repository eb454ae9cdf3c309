import { findRelated } from './prisma-related.mjs'
import { newestFirst, publishedAt, serveWithPrisma, strongestFirst } from './prisma-schema.mjs'

// Each field reads its relation with Prisma's fluent API, which batches what is asked in one tick.
await serveWithPrisma((prisma) => ({
  Query: {
    articles: (_, { first }) => prisma.article.findMany({ orderBy: newestFirst, take: first }),
    article: (_, { slug }) => prisma.article.findUnique({ where: { slug } }),
    articlesAbout: async (_, { organisation, first }) => {
      const rows = await prisma.organisation.findUnique({ where: { slug: organisation } }).articles({
        where: { strength: 'ABOUT' },
        orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
        take: first,
        include: { article: true },
      })
      return rows.map(({ article }) => article)
    },
  },
  Article: {
    publishedAt,
    publisher: ({ id }) => prisma.article.findUnique({ where: { id } }).publisher(),
    translators: async ({ id }) => {
      const credits = await prisma.article
        .findUnique({ where: { id } })
        .credits({ where: { role: 'TRANSLATOR' }, orderBy: { position: 'asc' }, include: { contributor: true } })
      return credits.map(({ contributor }) => contributor)
    },
    organisations: ({ id }, { first }) =>
      prisma.article.findUnique({ where: { id } }).organisations({ orderBy: strongestFirst, take: first }),
    related: (article, { first }) => findRelated(prisma, article, first),
  },
  ArticleOrganisation: {
    organisation: ({ organisationId }) => prisma.organisation.findUnique({ where: { id: organisationId } }),
  },
  Organisation: {
    articles: async ({ id }, { first }) => {
      const rows = await prisma.organisation
        .findUnique({ where: { id } })
        .articles({ orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }], take: first, include: { article: true } })
      return rows.map(({ article }) => article)
    },
  },
}))
