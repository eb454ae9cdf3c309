/** The hot operations of a front end, in the words of each peer. All ask for the same values. */
export function createOperations({ slug, organisation }) {
  const prisma = {
    list: '{ articles(first: 20) { title publishedAt publisher { name } translators { name } organisations(first: 5) { mentionCount organisation { name } } } }',
    join: 'query ($slug: String!) { article(slug: $slug) { title organisations(first: 5) { organisation { name articles(first: 5) { title translators { name } } } } } }',
    filtered:
      'query ($organisation: String!) { articlesAbout(organisation: $organisation, first: 20) { title publishedAt publisher { name } } }',
    related: 'query ($slug: String!) { article(slug: $slug) { related(first: 5) { title publishedAt } } }',
  }
  const queries = {
    interlinear: {
      list: '{ articles(first: 20) { nodes { title publishedAt publisher { name } translators { name } organisations(first: 5) { edges { mentionCount node { name } } } } } }',
      join: 'query ($slug: String!) { article(slug: $slug) { title organisations(first: 5) { nodes { name articles(first: 5) { nodes { title translators { name } } } } } } }',
      filtered:
        'query ($organisation: ID!) { articles(first: 20, where: { organisations: { some: [$organisation], minStrength: ABOUT } }) { nodes { title publishedAt publisher { name } } } }',
      related: 'query ($slug: String!) { article(slug: $slug) { related(first: 5) { nodes { title publishedAt } } } }',
    },
    postgraphile: {
      list: `{ allArticles(first: 20, orderBy: [PUBLISHED_AT_DESC, ROW_ID_DESC]) { nodes { title publishedAt publisherByPublisherId { name }
        creditsByArticleId(condition: { role: TRANSLATOR }, orderBy: [POSITION_ASC]) { nodes { contributorByContributorId { name } } }
        articleOrganisationsByArticleId(first: 5, orderBy: [STRENGTH_DESC, MENTION_COUNT_DESC, ORGANISATION_ID_DESC]) { nodes { mentionCount organisationByOrganisationId { name } } } } } }`,
      join: `query ($slug: String!) { articleBySlug(slug: $slug) { title
        articleOrganisationsByArticleId(first: 5, orderBy: [STRENGTH_DESC, MENTION_COUNT_DESC, ORGANISATION_ID_DESC]) { nodes { organisationByOrganisationId { name
          articleOrganisationsByOrganisationId(first: 5, orderBy: [PUBLISHED_AT_DESC, ARTICLE_ID_DESC]) { nodes { articleByArticleId { title
            creditsByArticleId(condition: { role: TRANSLATOR }, orderBy: [POSITION_ASC]) { nodes { contributorByContributorId { name } } } } } } } } } } }`,
      filtered: `query ($organisation: String!) { organisationBySlug(slug: $organisation) {
        articleOrganisationsByOrganisationId(first: 20, condition: { strength: ABOUT }, orderBy: [PUBLISHED_AT_DESC, ARTICLE_ID_DESC]) {
          nodes { articleByArticleId { title publishedAt publisherByPublisherId { name } } } } } }`,
      related: 'query ($slug: String!) { benchRelatedArticles(slug: $slug, first: 5) { nodes { title publishedAt } } }',
    },
    'prisma-include': prisma,
    'prisma-fluent': prisma,
    'prisma-sql': { related: prisma.related },
    'bare-sql': { list: 'list', join: 'join', filtered: 'filtered', related: 'related' },
  }
  const variables = { list: {}, join: { slug }, filtered: { organisation }, related: { slug } }
  return Object.keys(variables).map((name) => ({
    name,
    isAsked: (peer) => name in queries[peer],
    bodyFor: (peer) =>
      JSON.stringify({
        query: queries[peer][name],
        variables: variables[name],
        ...(peer === 'bare-sql' ? { operationName: name } : {}),
      }),
  }))
}

/** An article that names several organisations which others name too, and an organisation that many articles are about. */
export async function chooseSubjects(pool) {
  const { rows: articles } = await pool.query(
    'SELECT slug FROM article WHERE organisation_count BETWEEN 5 AND 8 ORDER BY published_at DESC, id DESC OFFSET 50 LIMIT 1',
  )
  const { rows: organisations } = await pool.query(
    `SELECT o.slug FROM organisation AS o JOIN article_organisation AS named ON named.organisation_id = o.id
     WHERE o.id IN (SELECT id FROM organisation ORDER BY article_count DESC, id DESC OFFSET 5 LIMIT 10) AND named.strength = 'ABOUT'
     GROUP BY o.slug HAVING count(*) >= 20 ORDER BY count(*), o.slug LIMIT 1`,
  )
  return { slug: articles[0].slug, organisation: organisations[0].slug }
}

/** What every peer must have shown: the headlines and names of an answer, in order. */
export function shownIn(answer) {
  const shown = []
  const visit = (value, key) => {
    if (Array.isArray(value)) for (const one of value) visit(one, key)
    else if (value !== null && typeof value === 'object') for (const [inner, one] of Object.entries(value)) visit(one, inner)
    else if (key === 'title' || key === 'name' || key === 'mentionCount') shown.push(value)
  }
  visit(answer.data)
  return shown.sort().join('\n')
}
