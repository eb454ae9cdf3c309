-- article-by-key-4bccbcb1
SELECT asked.nth, a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN article AS a ON a.id = asked.key;

-- article-keys-by-url-ab3cf354
SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC;

-- article-named-organisations-893ce05b
SELECT named.article_id AS "articleKey", COALESCE(named.forms, '{}') AS "forms", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount"
   FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id
   WHERE named.article_id = ANY($1::bigint[])
   ORDER BY named.article_id, named.strength DESC, named.mention_count DESC, named.organisation_id DESC;

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- original-by-key-c40998ec
SELECT asked.nth, r.id AS "key", r.url AS "url", r.canonical_url AS "canonicalUrl", r.title AS "title", r.language AS "language", r.provenance AS "provenance", r.translation_count AS "translationCount", r.publisher_id AS "publisherKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN original AS r ON r.id = asked.key;

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;
