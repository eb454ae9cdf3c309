-- article-organisations-5430c899
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT o.id AS "key", o.name AS "name", named.mention_count AS "edge.mentionCount", named.gloss AS "edge.gloss" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key ORDER BY named.strength DESC, named.mention_count DESC, named.organisation_id DESC LIMIT 6) AS page;

-- articles-54ef32b0
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.published_at AS "@0", a.id AS "@1" FROM article AS a ORDER BY a.published_at DESC, a.id DESC LIMIT 6;

-- articles-count-45fac629
SELECT (SELECT COALESCE(sum(article_count), 0)::integer FROM publisher) AS "count";

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- original-by-key-c40998ec
SELECT asked.nth, r.id AS "key", r.url AS "url", r.canonical_url AS "canonicalUrl", r.title AS "title", r.language AS "language", r.provenance AS "provenance", r.translation_count AS "translationCount", r.publisher_id AS "publisherKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN original AS r ON r.id = asked.key;

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;
