-- originals-5d17f22e
SELECT r.id AS "key", r.url AS "url", r.title AS "title", r.translation_count AS "translationCount" FROM original AS r WHERE r.publisher_id = $1::bigint ORDER BY r.translation_count DESC, r.id DESC LIMIT 11;

-- originals-count-344e8ba5
SELECT (SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = 'original' AND kept.part = $1::text) AS "count";

-- publisher-by-slug-e607121f
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::text[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = COALESCE((SELECT now.id FROM publisher AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'publisher' AND former.slug = asked.key));
