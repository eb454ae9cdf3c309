-- article-blocks-8d19b827
SELECT article_id AS "key", blocks AS "value" FROM article_content WHERE article_id = ANY($1::bigint[]);

-- article-by-key-4bccbcb1
SELECT asked.nth, a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN article AS a ON a.id = asked.key;

-- article-keys-by-url-ab3cf354
SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC;

-- article-mentions-11610a69
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT m.article_id AS "key", m.field AS "field", m.paragraph AS "paragraph", m.start AS "start", m."end" AS "end", m.surface AS "surface", m.gloss AS "gloss", m.organisation_id AS "organisationKey" FROM mention AS m WHERE m.article_id = parent.key ORDER BY m.field ASC, m.paragraph ASC, m.start ASC LIMIT 51) AS page;

-- organisation-by-key-1232f51d
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);
