-- organisation-by-key-5907116a
SELECT asked.key AS "asked", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM unnest($1::bigint[]) AS asked(key) JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- organisation-by-slug-c5cf919b
SELECT asked.key AS "asked", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM unnest($1::text[]) AS asked(key) JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));

-- organisation-key-by-name-c73f0f6a
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[]) AS asked(name)
   CROSS JOIN LATERAL (
     SELECT o.id FROM alias JOIN organisation AS o ON o.id = alias.organisation_id
     WHERE alias.folded = asked.name ORDER BY alias.is_weak, o.article_count DESC, o.id LIMIT 1
   ) AS found;
