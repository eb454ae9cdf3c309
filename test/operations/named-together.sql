-- article-organisations-c1b93ebc
SELECT parent.key AS "parent", page.* FROM unnest($1::bigint[]) AS parent(key) CROSS JOIN LATERAL (SELECT o.id AS "key", o.name AS "name", named.strength AS "edge.strength", COALESCE(named.forms, '{}') AS "edge.forms" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key AND named.strength >= $2::strength ORDER BY named.strength DESC, named.mention_count DESC, named.organisation_id DESC LIMIT 6) AS page;

-- articles-count-477ac759
SELECT count(*)::integer AS "count" FROM (SELECT $1::bigint AS key) AS parent CROSS JOIN article_organisation AS named JOIN article AS a ON a.id = named.article_id WHERE named.organisation_id = parent.key AND EXISTS (SELECT FROM article_organisation AS held WHERE held.article_id = a.id AND held.organisation_id = ANY($2::bigint[]));

-- articles-f69f9591
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.publisher_id AS "publisherKey" FROM (SELECT $1::bigint AS key) AS parent CROSS JOIN article_organisation AS named JOIN article AS a ON a.id = named.article_id WHERE named.organisation_id = parent.key AND EXISTS (SELECT FROM article_organisation AS held WHERE held.article_id = a.id AND held.organisation_id = ANY($2::bigint[])) ORDER BY named.published_at ASC, named.article_id ASC LIMIT 11;

-- organisation-by-slug-c5cf919b
SELECT asked.key AS "asked", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM unnest($1::text[]) AS asked(key) JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));

-- publisher-by-key-0b1a66d3
SELECT asked.key AS "asked", p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM unnest($1::bigint[]) AS asked(key) JOIN publisher AS p ON p.id = asked.key;
