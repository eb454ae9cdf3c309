-- articles-7e946093
SELECT a.id AS "key", a.title AS "title", a.lead AS "lead", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt" FROM (SELECT $1::bigint AS key) AS parent CROSS JOIN article_organisation AS named JOIN article AS a ON a.id = named.article_id WHERE named.organisation_id = parent.key AND named.strength >= 'MAJOR' ORDER BY named.published_at DESC, named.article_id DESC LIMIT 11;

-- articles-count-4b684eda
SELECT (SELECT o.major_count FROM organisation AS o WHERE o.id = parent.key) AS "count" FROM (SELECT $1::bigint AS key) AS parent;

-- organisation-by-slug-4e4d3a33
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::text[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));
