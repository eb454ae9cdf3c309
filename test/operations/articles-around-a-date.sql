-- articles-cbe01350
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.language AS "language" FROM article AS a WHERE (a.is_published_at_known) AND (a.published_at >= $1::timestamptz) AND (a.published_at <= $2::timestamptz) ORDER BY a.published_at ASC, a.id ASC LIMIT 21;

-- articles-count-1a021f80
SELECT ((SELECT COALESCE(sum(p.count), 0) FROM article_period AS p WHERE p.unit = 'month' AND p.first_day > '-infinity' AND p.first_day >= ($5::timestamptz AT TIME ZONE 'UTC')::date AND p.first_day < ($6::timestamptz AT TIME ZONE 'UTC')::date) + (SELECT COALESCE(sum(p.count), 0) FROM article_period AS p WHERE p.unit = 'day' AND p.first_day > '-infinity' AND p.first_day >= ($7::timestamptz AT TIME ZONE 'UTC')::date AND p.first_day < ($8::timestamptz AT TIME ZONE 'UTC')::date) + (SELECT COALESCE(sum(p.count), 0) FROM article_period AS p WHERE p.unit = 'day' AND p.first_day > '-infinity' AND p.first_day >= ($9::timestamptz AT TIME ZONE 'UTC')::date AND p.first_day < ($10::timestamptz AT TIME ZONE 'UTC')::date) + (SELECT count(*) FROM article AS a WHERE a.is_published_at_known AND a.published_at >= $1::timestamptz AND a.published_at < $2::timestamptz) + (SELECT count(*) FROM article AS a WHERE a.is_published_at_known AND a.published_at >= $3::timestamptz AND a.published_at <= $4::timestamptz))::integer AS "count";

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;
