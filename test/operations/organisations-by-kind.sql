-- organisations-cf11bd23
SELECT o.id AS "key", o.slug AS "slug", o.name AS "name", o.name_en AS "nameEn", o.kind AS "kind", o.country AS "country", o.article_count AS "articleCount" FROM organisation AS o WHERE o.merged_into_id IS NULL AND o.kind = ANY($1::organisation_kind[]) AND o.article_count >= $2::integer ORDER BY o.article_count DESC, o.id DESC LIMIT 11;

-- organisations-count-9fb43791
SELECT (SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = 'organisation' AND kept.part = ANY($1::text[])) AS "count";
