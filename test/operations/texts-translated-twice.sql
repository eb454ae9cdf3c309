-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- original-translations-49c08e70
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT a.id AS "key", a.title AS "title", a.publisher_id AS "publisherKey" FROM article AS a WHERE a.original_id = parent.key ORDER BY a.published_at DESC, a.id DESC LIMIT 21) AS page;

-- originals-bfbf623f
SELECT r.id AS "key", r.url AS "url", r.title AS "title" FROM original AS r WHERE r.translation_count >= $1::integer ORDER BY r.translation_count DESC, r.id DESC LIMIT 11;

-- originals-count-90089da7
SELECT count(*)::integer AS "count" FROM original AS r WHERE r.translation_count >= $1::integer;

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;
