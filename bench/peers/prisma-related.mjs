const candidatesPerOrganisation = 100
const enoughCandidates = 200
const newestFirst = (a, b) => b.publishedAt - a.publishedAt || Number(b.id - a.id)

/**
 * Related articles by docs/related.md with nothing but Prisma's queries: within the same bounds, in four rounds of statements that each take no more
 * columns and rows than are needed, the sums made here.
 */
export async function findRelated(prisma, { id, originalId }, first) {
  const [named, siblings, archive] = await Promise.all([
    prisma.articleOrganisation.findMany({
      where: { articleId: id },
      select: { organisation: { select: { id: true, articleCount: true } } },
    }),
    originalId === null ? [] : prisma.article.findMany({ where: { originalId }, select: { id: true, publishedAt: true } }),
    prisma.publisher.aggregate({ _sum: { articleCount: true } }),
  ])
  const size = archive._sum.articleCount
  const shared = named
    .map(({ organisation }) => organisation)
    .filter(({ articleCount }) => articleCount <= Math.max(5, size / 2))
    .sort((a, b) => a.articleCount - b.articleCount || Number(b.id - a.id))
  const candidates = new Map(siblings.map((each) => [each.id, { ...each, score: Math.round(3e6 * Math.log(1 + size)) }]))
  for (const each of (await Promise.all(puttingForward(shared).map((each) => newestNaming(prisma, each)))).flat())
    if (!candidates.has(each.articleId))
      candidates.set(each.articleId, { id: each.articleId, publishedAt: each.publishedAt, score: 0 })
  candidates.delete(id)
  const weights = new Map(shared.map(({ id, articleCount }) => [id, Math.round(1e6 * Math.log(1 + size / articleCount))]))
  const both = await prisma.articleOrganisation.findMany({
    where: { articleId: { in: [...candidates.keys()] }, organisationId: { in: [...weights.keys()] } },
    select: { articleId: true, organisationId: true },
  })
  for (const { articleId, organisationId } of both) candidates.get(articleId).score += weights.get(organisationId)
  const best = [...candidates.values()].sort((a, b) => b.score - a.score || newestFirst(a, b)).slice(0, first)
  return inOrder(
    prisma,
    best.map((each) => each.id),
  )
}

/** The rarest, until they have put forward enough. */
function puttingForward(shared) {
  let before = 0
  return shared.filter(({ articleCount }) => {
    const isAsked = before < enoughCandidates
    before += Math.min(articleCount, candidatesPerOrganisation)
    return isAsked
  })
}

const newestNaming = (prisma, { id }) =>
  prisma.articleOrganisation.findMany({
    where: { organisationId: id },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    take: candidatesPerOrganisation,
    select: { articleId: true, publishedAt: true },
  })

/** The same by the SQL function of the other peers. */
export async function findRelatedBySql(prisma, { slug }, first) {
  const rows = await prisma.$queryRaw`SELECT id FROM bench.related_articles(${slug}) LIMIT ${first}`
  return inOrder(
    prisma,
    rows.map(({ id }) => id),
  )
}

async function inOrder(prisma, ids) {
  const articles = await prisma.article.findMany({ where: { id: { in: ids } } })
  return ids.map((id) => articles.find((article) => article.id === id))
}
