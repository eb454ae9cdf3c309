import { announce, answerJson, createPool } from './peer.mjs'

// The limit: one prepared statement makes the JSON of a whole answer, and nothing looks at it on its way.
const translators = (article) => `COALESCE((
  SELECT json_agg(json_build_object('name', c.name) ORDER BY credit.position)
  FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
  WHERE credit.article_id = ${article} AND credit.role = 'TRANSLATOR'), '[]')`

const named = (article, shown) => `COALESCE((
  SELECT json_agg(${shown} ORDER BY top.strength DESC, top.mention_count DESC, top.organisation_id DESC)
  FROM (SELECT * FROM article_organisation WHERE article_id = ${article}
    ORDER BY strength DESC, mention_count DESC, organisation_id DESC LIMIT 5) AS top
  JOIN organisation AS o ON o.id = top.organisation_id), '[]')`

const newestOf = (organisation) => `(
  SELECT json_agg(json_build_object('title', b.title, 'translators', ${translators('b.id')}) ORDER BY newest.published_at DESC, newest.article_id DESC)
  FROM (SELECT * FROM article_organisation WHERE organisation_id = ${organisation}
    ORDER BY published_at DESC, article_id DESC LIMIT 5) AS newest JOIN article AS b ON b.id = newest.article_id)`

const statements = {
  list: {
    text: `SELECT json_build_object('data', json_build_object('articles', json_agg(json_build_object(
        'title', a.title, 'publishedAt', a.published_at, 'publisher', json_build_object('name', p.name),
        'translators', ${translators('a.id')},
        'organisations', ${named('a.id', `json_build_object('mentionCount', top.mention_count, 'organisation', json_build_object('name', o.name))`)}
      ) ORDER BY a.published_at DESC, a.id DESC)))::text AS body
      FROM (SELECT * FROM article ORDER BY published_at DESC, id DESC LIMIT 20) AS a JOIN publisher AS p ON p.id = a.publisher_id`,
    values: () => [],
  },
  join: {
    text: `SELECT json_build_object('data', json_build_object('article', json_build_object('title', a.title,
        'organisations', ${named('a.id', `json_build_object('name', o.name, 'articles', ${newestOf('o.id')})`)})))::text AS body
      FROM article AS a WHERE a.slug = $1`,
    values: ({ slug }) => [slug],
  },
  filtered: {
    text: `SELECT json_build_object('data', json_build_object('articles', json_agg(json_build_object(
        'title', a.title, 'publishedAt', a.published_at, 'publisher', json_build_object('name', p.name))
        ORDER BY n.published_at DESC, n.article_id DESC)))::text AS body
      FROM (SELECT * FROM article_organisation WHERE organisation_id = (SELECT id FROM organisation WHERE slug = $1) AND strength = 'ABOUT'
        ORDER BY published_at DESC, article_id DESC LIMIT 20) AS n
      JOIN article AS a ON a.id = n.article_id JOIN publisher AS p ON p.id = a.publisher_id`,
    values: ({ organisation }) => [organisation],
  },
  related: {
    text: `SELECT json_build_object('data', json_build_object('related', json_agg(json_build_object('title', r.title, 'publishedAt', r.published_at))))::text AS body
      FROM (SELECT * FROM bench.related_articles($1) LIMIT 5) AS r`,
    values: ({ slug }) => [slug],
  },
}

const pool = createPool()
const server = answerJson(async (request) => {
  const { operationName, variables } = JSON.parse(request)
  const { text, values } = statements[operationName]
  const { rows } = await pool.query({ name: operationName, text, values: values(variables) })
  return rows[0].body
})
await announce(server)
