-- article-by-key-4bccbcb1
SELECT asked.nth, a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN article AS a ON a.id = asked.key;

-- organisation-by-key-1232f51d
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- organisation-by-slug-4e4d3a33
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::text[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = COALESCE((SELECT now.id FROM organisation AS now WHERE now.slug = asked.key), (SELECT former.id FROM former_slug AS former WHERE former.type = 'organisation' AND former.slug = asked.key)));

-- organisation-key-by-name-c73f0f6a
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[]) AS asked(name)
   CROSS JOIN LATERAL (
     SELECT o.id FROM alias JOIN organisation AS o ON o.id = alias.organisation_id
     WHERE alias.folded = asked.name ORDER BY alias.is_weak, o.article_count DESC, o.id LIMIT 1
   ) AS found;

-- organisation-neighbours-c27556d7
SELECT found.key AS "key", found.via AS "via", found.article AS "article" FROM (
     SELECT DISTINCT ON (o.id) o.id AS key, o.article_count, step.via, step.article_id AS article
     FROM unnest($1::bigint[]) AS edge(key)
     CROSS JOIN LATERAL (
       SELECT edge.key AS via, named.article_id, named.published_at FROM article_organisation AS named
       WHERE named.organisation_id = edge.key ORDER BY named.published_at DESC, named.article_id DESC LIMIT 2000
     ) AS step
     JOIN article_organisation AS beside ON beside.article_id = step.article_id
     JOIN organisation AS o ON o.id = beside.organisation_id
     WHERE (o.article_count <= 1000 OR o.id = $2::bigint) AND NOT (o.id = ANY($1::bigint[]))
     ORDER BY o.id, step.published_at DESC, step.article_id DESC, step.via
   ) AS found ORDER BY found.article_count, found.key LIMIT 5000;

-- organisations-together-c23ead8f
SELECT named.article_id AS "article" FROM (
     SELECT o.id AS key, CASE o.id WHEN $1::bigint THEN $2::bigint ELSE $1::bigint END AS other FROM organisation AS o
     WHERE o.id IN ($1::bigint, $2::bigint) ORDER BY o.article_count LIMIT 1
   ) AS rarer CROSS JOIN LATERAL (
     SELECT named.article_id FROM article_organisation AS named WHERE named.organisation_id = rarer.key AND (
       SELECT true FROM article_organisation AS held WHERE held.article_id = named.article_id AND held.organisation_id = rarer.other)
     ORDER BY named.published_at DESC, named.article_id DESC LIMIT 1
   ) AS named;
