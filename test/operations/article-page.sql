-- article-blocks-8d19b827
SELECT article_id AS "key", blocks AS "value" FROM article_content WHERE article_id = ANY($1::bigint[]);

-- article-by-key-4bccbcb1
SELECT asked.nth, a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN article AS a ON a.id = asked.key;

-- article-keys-by-url-ab3cf354
SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC;

-- article-organisations-33d3c3c7
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_en AS "nameEn", named.mention_count AS "edge.mentionCount", NULLIF(named.first_paragraph, -1) AS "edge.firstParagraph", named.strength AS "edge.strength", COALESCE(named.forms, '{}') AS "edge.forms", named.gloss AS "edge.gloss" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key ORDER BY named.strength DESC, named.mention_count DESC, named.organisation_id DESC LIMIT 21) AS page;

-- article-organisations-count-5a5764d6
SELECT parent.nth, list.count FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT count(*)::integer AS "count" FROM article_organisation AS named JOIN organisation AS o ON o.id = named.organisation_id WHERE named.article_id = parent.key) AS list;

-- article-other-translations-d9f4f327
SELECT asked.key AS "asked", a.id AS "key", a.slug AS "slug", a.url AS "url", a.canonical_url AS "canonicalUrl", a.title AS "title", a.lead AS "lead", a.language AS "language", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.imported_at AS "importedAt", a.word_count AS "wordCount", a.byline AS "byline", a.organisation_count AS "organisationCount", a.publisher_id AS "publisherKey", a.original_id AS "originalKey", a.image_url AS "imageUrl", a.image_alt AS "imageAlt", a.content_hash AS "contentHash", a.parser_version AS "parserVersion", a.source_file AS "sourceFile", a.import_id AS "importKey"
   FROM unnest($1::bigint[]) AS asked(key)
   JOIN article AS self ON self.id = asked.key
   JOIN article AS a ON a.original_id = self.original_id AND a.id <> self.id
   ORDER BY a.published_at DESC, a.id DESC;

-- article-related-224b299a
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT a.id AS "key", a.slug AS "slug", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", related.score / 1000000::float8 AS "edge.score", COALESCE((
  SELECT array_agg(o.id ORDER BY o.article_count, o.id DESC)
  FROM article_organisation AS mine JOIN article_organisation AS theirs ON theirs.organisation_id = mine.organisation_id
  JOIN organisation AS o ON o.id = mine.organisation_id
  WHERE mine.article_id = parent.key AND theirs.article_id = related.article_id AND o.article_count <> 0 AND o.article_count <= greatest(5, (SELECT sum(article_count)::float8 AS size FROM publisher) / 2)), '{}')::text[] AS "edge.sharedOrganisations", related.original_id::text AS "edge.sharedOriginal" FROM (SELECT related.* FROM (
  WITH archive AS MATERIALIZED (SELECT sum(article_count)::float8 AS size FROM publisher), ranked AS (
    SELECT o.id, o.article_count, archive.size, COALESCE(sum(least(o.article_count, 100)) OVER (
      ORDER BY o.article_count, o.id DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS candidates_before
    FROM archive, unnest(ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = parent.key)) AS named(id) JOIN organisation AS o ON o.id = named.id
    WHERE o.article_count <> 0 AND o.article_count <= greatest(5, archive.size / 2)
  ), shared AS MATERIALIZED (
    SELECT id, round(1000000 * ln(1 + size / article_count))::integer AS weight, candidates_before < 200 AS is_asked,
      candidates_before < 200 AND article_count <= 100 AS is_whole
    FROM ranked
  ), loose AS MATERIALIZED (
    SELECT count <= 8 AS has_places, ids[1] AS id1, weights[1] AS weight1, ids[2] AS id2, weights[2] AS weight2, ids[3] AS id3, weights[3] AS weight3, ids[4] AS id4, weights[4] AS weight4, ids[5] AS id5, weights[5] AS weight5, ids[6] AS id6, weights[6] AS weight6, ids[7] AS id7, weights[7] AS weight7, ids[8] AS id8, weights[8] AS weight8
    FROM (SELECT count(*), array_agg(id) AS ids, array_agg(weight) AS weights FROM shared WHERE NOT is_whole) AS listed
  ), found AS (
    SELECT newest.article_id, newest.published_at, NULL::bigint AS original_id, CASE WHEN shared.is_whole THEN shared.weight ELSE 0 END AS weight,
      CASE WHEN loose.has_places AND newest.named_ids IS NOT NULL THEN CASE WHEN loose.id1 IS NULL THEN 0
      ELSE CASE WHEN loose.id1 = ANY (newest.named_ids) THEN loose.weight1 ELSE 0 END + CASE WHEN loose.id2 IS NULL THEN 0
      ELSE CASE WHEN loose.id2 = ANY (newest.named_ids) THEN loose.weight2 ELSE 0 END + CASE WHEN loose.id3 IS NULL THEN 0
      ELSE CASE WHEN loose.id3 = ANY (newest.named_ids) THEN loose.weight3 ELSE 0 END + CASE WHEN loose.id4 IS NULL THEN 0
      ELSE CASE WHEN loose.id4 = ANY (newest.named_ids) THEN loose.weight4 ELSE 0 END + CASE WHEN loose.id5 IS NULL THEN 0
      ELSE CASE WHEN loose.id5 = ANY (newest.named_ids) THEN loose.weight5 ELSE 0 END + CASE WHEN loose.id6 IS NULL THEN 0
      ELSE CASE WHEN loose.id6 = ANY (newest.named_ids) THEN loose.weight6 ELSE 0 END + CASE WHEN loose.id7 IS NULL THEN 0
      ELSE CASE WHEN loose.id7 = ANY (newest.named_ids) THEN loose.weight7 ELSE 0 END + CASE WHEN loose.id8 IS NULL THEN 0
      ELSE CASE WHEN loose.id8 = ANY (newest.named_ids) THEN loose.weight8 ELSE 0 END + 0 END END END END END END END END
        ELSE (SELECT COALESCE(sum(weight), 0)::integer FROM shared AS one WHERE NOT is_whole AND id = ANY (COALESCE(newest.named_ids, ARRAY(SELECT beside.organisation_id FROM article_organisation AS beside WHERE beside.article_id = newest.article_id)))) END AS weight_beside
    FROM loose, shared CROSS JOIN LATERAL (
      SELECT named.article_id, named.published_at, named.named_ids FROM article_organisation AS named
      WHERE named.organisation_id = shared.id
      ORDER BY named.published_at DESC, named.article_id DESC LIMIT 100
    ) AS newest
    WHERE shared.is_asked AND newest.article_id <> parent.key
    UNION ALL
    SELECT other.id, other.published_at, other.original_id, 0,
      round(3000000 * ln(1 + archive.size))::integer + (SELECT COALESCE(sum(weight), 0)::integer FROM shared AS one WHERE NOT is_whole AND id = ANY (ARRAY(SELECT organisation_id FROM article_organisation WHERE article_id = other.id)))
    FROM archive, article AS self JOIN article AS other ON other.original_id = self.original_id
    WHERE self.id = parent.key AND other.id <> parent.key
  )
  SELECT article_id, max(published_at) AS published_at, max(original_id) AS original_id, sum(weight) + max(weight_beside) AS score
  FROM found GROUP BY article_id
) AS related ORDER BY related.score DESC, related.published_at DESC, related.article_id DESC LIMIT 6) AS related JOIN article AS a ON a.id = related.article_id ORDER BY related.score DESC, related.published_at DESC, related.article_id DESC) AS page;

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;

-- organisation-by-key-1232f51d
SELECT asked.nth, o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.wikidata_id AS "wikidataId", o.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN organisation AS o ON o.id = (SELECT COALESCE(merged.merged_into_id, merged.id) FROM organisation AS merged WHERE merged.id = asked.key);

-- original-by-key-c40998ec
SELECT asked.nth, r.id AS "key", r.url AS "url", r.canonical_url AS "canonicalUrl", r.title AS "title", r.language AS "language", r.provenance AS "provenance", r.translation_count AS "translationCount", r.publisher_id AS "publisherKey" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN original AS r ON r.id = asked.key;

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;
