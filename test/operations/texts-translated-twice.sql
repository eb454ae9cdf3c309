-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- original-translations-66f8b4a1
SELECT parent.key AS "parent", page.* FROM unnest($1::bigint[]) AS parent(key) CROSS JOIN LATERAL (SELECT a.id AS "key", a.title AS "title", a.publisher_id AS "publisherKey" FROM article AS a WHERE a.original_id = parent.key ORDER BY a.published_at DESC, a.id DESC LIMIT 21) AS page;

-- originals-bfbf623f
SELECT r.id AS "key", r.url AS "url", r.title AS "title" FROM original AS r WHERE r.translation_count >= $1::integer ORDER BY r.translation_count DESC, r.id DESC LIMIT 11;

-- originals-count-90089da7
SELECT count(*)::integer AS "count" FROM original AS r WHERE r.translation_count >= $1::integer;

-- publisher-by-key-0b1a66d3
SELECT asked.key AS "asked", p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM unnest($1::bigint[]) AS asked(key) JOIN publisher AS p ON p.id = asked.key;
