import { findRelated } from './prisma-related.mjs'
import { newestFirst, publishedAt, serveWithPrisma, strongestFirst } from './prisma-schema.mjs'

const translators = { where: { role: 'TRANSLATOR' }, orderBy: { position: 'asc' }, include: { contributor: true } }
const listed = {
  publisher: true,
  credits: translators,
  organisations: { orderBy: strongestFirst, take: 5, include: { organisation: true } },
}
const newestArticles = {
  orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
  take: 5,
  include: { article: { include: { credits: translators } } },
}
const joined = {
  organisations: { orderBy: strongestFirst, take: 5, include: { organisation: { include: { articles: newestArticles } } } },
}

// Each root field reads with `include` all that its operation shows; the fields below pass it on.
await serveWithPrisma((prisma) => ({
  Query: {
    articles: (_, { first }) => prisma.article.findMany({ orderBy: newestFirst, take: first, include: listed }),
    article: (_, { slug }, __, info) => {
      const isJoin = info.fieldNodes[0].selectionSet.selections.some(({ name }) => name.value === 'organisations')
      return prisma.article.findUnique({ where: { slug }, ...(isJoin ? { include: joined } : {}) })
    },
    articlesAbout: async (_, { organisation, first }) => {
      const rows = await prisma.articleOrganisation.findMany({
        where: { organisation: { slug: organisation }, strength: 'ABOUT' },
        orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
        take: first,
        include: { article: { include: { publisher: true } } },
      })
      return rows.map(({ article }) => article)
    },
  },
  Article: {
    publishedAt,
    translators: ({ credits }) => credits.map(({ contributor }) => contributor),
    related: (article, { first }) => findRelated(prisma, article, first),
  },
  Organisation: { articles: ({ articles }) => articles.map(({ article }) => article) },
}))
