-- articles-7053106f
SELECT a.id AS "key", a.title AS "title", a.lead AS "lead", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt" FROM article AS a WHERE ((EXISTS (SELECT FROM article_organisation AS held WHERE held.article_id = a.id AND held.strength >= $1::strength AND held.organisation_id = ANY($2::bigint[])))) ORDER BY a.published_at DESC, a.id DESC LIMIT 11;

-- articles-count-5037d6f0
SELECT count(*)::integer AS "count" FROM article AS a WHERE ((EXISTS (SELECT FROM article_organisation AS held WHERE held.article_id = a.id AND held.strength >= $1::strength AND held.organisation_id = ANY($2::bigint[]))));

-- organisation-by-slug-c5cf919b
SELECT asked.key AS "asked", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM unnest($1::text[]) AS asked(key) JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));
