-- article-blocks-8d19b827
SELECT article_id AS "key", blocks AS "value" FROM article_content WHERE article_id = ANY($1::bigint[]);

-- article-by-key-aa2cbc37
SELECT asked.key AS "asked", a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey" FROM unnest($1::bigint[]) AS asked(key) JOIN article AS a ON a.id = asked.key;

-- article-keys-by-url-ab3cf354
SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC;

-- article-organisations-count-f270a7bf
SELECT parent.key AS "parent", list.count FROM unnest($1::bigint[]) AS parent(key) CROSS JOIN LATERAL (SELECT count(*)::integer AS "count" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key) AS list;

-- article-organisations-f0acc452
SELECT parent.key AS "parent", page.* FROM unnest($1::bigint[]) AS parent(key) CROSS JOIN LATERAL (SELECT o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_en AS "nameEn", named.mention_count AS "edge.mentionCount", NULLIF(named.first_paragraph, -1) AS "edge.firstParagraph", named.strength AS "edge.strength", COALESCE(named.forms, '{}') AS "edge.forms", named.gloss AS "edge.gloss" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key ORDER BY named.strength DESC, named.mention_count DESC, named.organisation_id DESC LIMIT 21) AS page;

-- article-other-translations-d9f4f327
SELECT asked.key AS "asked", a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey"
   FROM unnest($1::bigint[]) AS asked(key)
   JOIN article AS self ON self.id = asked.key
   JOIN article AS a ON a.original_id = self.original_id AND a.id <> self.id
   ORDER BY a.published_at DESC, a.id DESC;

-- article-related-f7e21cc7
SELECT parent.key AS "parent", page.* FROM unnest($1::bigint[]) AS parent(key) CROSS JOIN LATERAL (SELECT a.id AS "key", a.slug AS "slug", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", related.score / 1000000::float8 AS "edge.score", COALESCE((
  SELECT array_agg(o.id ORDER BY o.article_count, o.id DESC)
  FROM article_organisation AS mine JOIN article_organisation AS theirs ON theirs.organisation_id = mine.organisation_id
  JOIN organisation AS o ON o.id = mine.organisation_id
  WHERE mine.article_id = parent.key AND theirs.article_id = related.article_id AND o.article_count <> 0 AND o.article_count <= greatest(5, (SELECT sum(article_count) FROM publisher)::float8 / 2)), '{}')::text[] AS "edge.sharedOrganisations", related.original_id::text AS "edge.sharedOriginal" FROM (SELECT related.* FROM (
  WITH shared AS MATERIALIZED (
    SELECT o.id, round(1000000 * ln(1 + (SELECT sum(article_count) FROM publisher)::float8 / o.article_count))::integer AS weight,
      COALESCE(sum(least(o.article_count, 100)) OVER (
        ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS candidates_before
    FROM unnest(ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = parent.key)) AS named(id)
    JOIN organisation AS o ON o.id = named.id WHERE o.article_count <> 0 AND o.article_count <= greatest(5, (SELECT sum(article_count) FROM publisher)::float8 / 2)
  ), translation AS MATERIALIZED (
    SELECT other.id, other.published_at, other.original_id FROM article AS self JOIN article AS other ON other.original_id = self.original_id
    WHERE self.id = parent.key AND other.id <> parent.key
  ), found AS (
    SELECT newest.article_id, newest.published_at, NULL::bigint AS original_id, joined.weight, (joined.id = shared.id)::integer AS lists
    FROM shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named
      WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT 100
    ) AS newest JOIN shared AS joined ON joined.id = ANY (COALESCE(newest.named_ids, ARRAY(SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = newest.article_id)))
    WHERE shared.candidates_before < 200 AND newest.article_id <> parent.key
    UNION ALL
    SELECT id, published_at, original_id, NULL, 1 FROM translation
    UNION ALL
    SELECT named.article_id, NULL, NULL, shared.weight, 0
    FROM translation JOIN article_organisation AS named ON named.article_id = translation.id JOIN shared ON shared.id = named.organisation_id
  )
  SELECT article_id, max(published_at) AS published_at, max(original_id) AS original_id, count(weight) / sum(lists) AS shared_count,
    COALESCE(sum(weight), 0) / sum(lists)
      + CASE WHEN max(original_id) IS NULL THEN 0 ELSE round(3000000 * ln(1 + (SELECT sum(article_count) FROM publisher)::float8))::bigint END AS score
  FROM found GROUP BY article_id
) AS related ORDER BY related.score DESC, related.published_at DESC, related.article_id DESC LIMIT 6) AS related JOIN article AS a ON a.id = related.article_id ORDER BY related.score DESC, related.published_at DESC, related.article_id DESC) AS page;

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- organisation-by-key-5907116a
SELECT asked.key AS "asked", o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM unnest($1::bigint[]) AS asked(key) JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- original-by-key-39be865b
SELECT asked.key AS "asked", r.id AS "key", r.url AS "url", r.canonical_url AS "canonicalUrl", r.title AS "title", r.language AS "language", r.provenance AS "provenance", r.translation_count AS "translationCount", r.publisher_id AS "publisherKey" FROM unnest($1::bigint[]) AS asked(key) JOIN original AS r ON r.id = asked.key;

-- publisher-by-key-0b1a66d3
SELECT asked.key AS "asked", p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM unnest($1::bigint[]) AS asked(key) JOIN publisher AS p ON p.id = asked.key;
