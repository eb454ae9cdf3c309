import type pg from 'pg'
import { saveSearchTexts } from '../../src/modules/search/search.store.ts'

/**
 * Fills an empty database with an invented archive, made by the server itself: short texts, but as many rows as there would be,
 * spread as Zipf says. Row `n` of a table has the id `n`, so that what is asked for can be named.
 */
export async function fillLargeArchive(pool: pg.Pool, articles: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(
      `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '128MB'; SELECT setseed(0.5)`,
    )
    for (const state of ['ENABLE ALWAYS', 'ENABLE']) {
      for (const table of ['article', 'original', 'problem', 'organisation'])
        await client.query(`ALTER TABLE ${table} ${state} TRIGGER keep_count_of_new`)
      for (const trigger of ['keep_count_of_changed', 'change_hub_of_counted'])
        await client.query(`ALTER TABLE organisation ${state} TRIGGER ${trigger}`)
      if (state === 'ENABLE ALWAYS') for (const statement of statements(articles)) await client.query(statement)
    }
    await client.query('BEGIN')
    for (let first = 1; first <= articles; first += articlesAtOnce) {
      const count = Math.min(articlesAtOnce, articles + 1 - first)
      await saveSearchTexts(
        client,
        Array.from({ length: count }, (_, index) => searched(first + index)),
      )
    }
    await client.query('COMMIT; RESET ALL; ANALYZE')
  } finally {
    client.release(true)
  }
}

const organisations = 20_000
const contributors = 2000

/** A number from 1 to `limit`, each as frequent as Zipf says. */
const zipf = (limit: number) => `least(${limit}, ceil(${limit} ^ random()))::integer`
/** Time of article `n`. */
const at = (n: string) =>
  `timestamptz '2004-01-01' + (${n} * 7919 % 100000) * interval '1 hour' + ${n} * interval '1 millisecond'`
/** What search knows of article `n`: one in thirty has the name of a body in it. */
const searched = (n: number) => ({
  id: String(n),
  title: `Title ${n}`,
  lead: null,
  blocks: [{ text: n % 30 === 0 ? `臺積電 ${n}` : 'Text.' }],
})
const articlesAtOnce = 5000

const statements = (articles: number): string[] => [
  `INSERT INTO import (id, started_at, ended_at, parser_version) VALUES (1, now(), now(), 1)`,
  `INSERT INTO publisher (id, slug, name, hostnames) SELECT n, 'desk-' || n, 'Desk ' || n, '{}' FROM generate_series(1, 4) AS n`,
  `INSERT INTO contributor (id, slug, name, folded, publisher_id)
   SELECT n, 'person-' || n, 'Person ' || n, 'person ' || n, 1 + n % 4 FROM generate_series(1, ${contributors}) AS n`,
  `INSERT INTO organisation (id, slug, name, name_en, kind)
   SELECT n, 'body-' || n, 'Body ' || n, 'Body ' || n, (enum_range(NULL::organisation_kind))[1 + n % 19] FROM generate_series(1, ${organisations}) AS n`,
  `INSERT INTO alias (organisation_id, text, folded, grams, source)
   SELECT n, form || n, form || n, ARRAY[n, n + 1, n % 100], 'GAZETTEER' FROM generate_series(1, ${organisations}) AS n, unnest('{body ,short }'::text[]) AS form`,
  `INSERT INTO original (id, canonical_url, url, provenance, translation_count, publisher_id)
   SELECT n, 'original.example/' || n, 'https://original.example/' || n, 'DECLARED', 1, CASE WHEN n % 9 = 0 THEN 1 + n % 4 END FROM generate_series(1, ${Math.floor(articles * 0.7)}) AS n`,
  `INSERT INTO article (id, slug, canonical_url, url, language, publisher_id, title, published_at, is_published_at_known, imported_at, word_count,
     original_id, original_provenance, content_hash, parser_version, source_file, import_id)
   SELECT n, 'article-' || n, 'desk.example/' || n, 'https://desk.example/' || n, 'zh-Hans', 1 + n % 4, 'Title ' || n, ${at('n')}, true, now(), 100,
     CASE WHEN n % 10 < 7 THEN 1 + n % ${Math.floor(articles * 0.7)} END, 'DECLARED', 'hash', 1, n || '.md', 1 FROM generate_series(1, ${articles}) AS n`,
  `INSERT INTO article_content (article_id, blocks, images)
   SELECT n, '[{"kind": "PARAGRAPH", "html": "<p>Text.</p>"}]', '[]' FROM generate_series(1, ${articles}) AS n`,
  `INSERT INTO credit (article_id, role, position, contributor_id, as_printed, published_at)
   SELECT n, role, 0, ${zipf(contributors)}, 'Person', ${at('n')} FROM generate_series(1, ${articles}) AS n, unnest('{AUTHOR,TRANSLATOR}'::credit_role[]) AS role`,
  `INSERT INTO article_organisation (article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at)
   SELECT n, ${zipf(organisations)}, ${zipf(5)}, 0, (enum_range(NULL::strength))[4 - ${zipf(3)}], '{Body}', ${at('n')}
   FROM generate_series(1, ${articles}) AS n, generate_series(1, 4) ON CONFLICT DO NOTHING`,
  `INSERT INTO person (id, name) SELECT n, 'Somebody ' || n FROM generate_series(1, 10000) AS n`,
  `INSERT INTO mention (article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, organisation_id, person_id)
   SELECT article_id, 'PARAGRAPH'::mention_field, 0, row_number() OVER (PARTITION BY article_id), 9, 'ORGANISATION'::mention_kind, 'Body', 'invented', 0.9,
     'POSITIVE'::judgement, organisation_id, NULL::bigint FROM article_organisation
   UNION ALL SELECT n, 'LEAD', 0, 0, 9, 'PERSON', 'Somebody', 'invented', 0.9, 'POSITIVE', NULL, ${zipf(10_000)} FROM generate_series(1, ${articles}) AS n`,
  `INSERT INTO problem (id, import_id, file, code, message, severity)
   SELECT n, 1, n || '.md', 'INVENTED', 'Invented.', 'NOTE' FROM generate_series(1, ${Math.floor(articles / 5)}) AS n`,
  `UPDATE article_organisation AS named SET named_ids = kept.ids FROM (
     SELECT article_id, array_agg(organisation_id) AS ids FROM article_organisation GROUP BY article_id) AS kept WHERE named.article_id = kept.article_id`,
  `UPDATE publisher SET article_count = ${articles / 4}`,
  `UPDATE organisation SET article_count = counted.count, major_count = counted.major, about_count = counted.about
   FROM (SELECT organisation_id, count(*), count(*) FILTER (WHERE strength >= 'MAJOR') AS major, count(*) FILTER (WHERE strength >= 'ABOUT') AS about
         FROM article_organisation GROUP BY 1) AS counted WHERE id = organisation_id`,
  `UPDATE article SET organisation_count = counted.count FROM (SELECT article_id, count(*) FROM article_organisation GROUP BY 1) AS counted WHERE id = article_id`,
  `UPDATE contributor SET translator_count = counted.translated, author_count = counted.written
   FROM (SELECT contributor_id, count(*) FILTER (WHERE role = 'TRANSLATOR') AS translated, count(*) FILTER (WHERE role = 'AUTHOR') AS written FROM credit GROUP BY 1) AS counted
   WHERE id = contributor_id`,
]
