-- articles-cbe01350
SELECT a.id AS "key", a.title AS "title", CASE WHEN a.is_published_at_known THEN a.published_at END AS "publishedAt", a.language AS "language" FROM article AS a WHERE (a.is_published_at_known) AND (a.published_at >= $1::timestamptz) AND (a.published_at <= $2::timestamptz) ORDER BY a.published_at ASC, a.id ASC LIMIT 21;

-- articles-count-9acfbb83
SELECT ((SELECT COALESCE(sum(d.count), 0) FROM article_day AS d WHERE d.day > '-infinity' AND d.day >= ($1::timestamptz AT TIME ZONE 'UTC')::date AND d.day < ($2::timestamptz AT TIME ZONE 'UTC')::date) + (SELECT count(*) FROM article AS a WHERE a.is_published_at_known AND a.published_at >= $3::timestamptz AND a.published_at < $4::timestamptz) + (SELECT count(*) FROM article AS a WHERE a.is_published_at_known AND a.published_at >= $5::timestamptz AND a.published_at <= $6::timestamptz))::integer AS "count";

-- credits-by-article-26156feb
SELECT credit.article_id AS "articleKey", credit.role AS "role", credit.as_printed AS "asPrinted",
     c.translator_count AS "translatorCount", c.author_count AS "authorCount", c.id AS "key", c.slug AS "slug", c.name AS "name", c.url AS "url", c.publisher_id AS "publisherKey"
   FROM credit JOIN contributor AS c ON c.id = credit.contributor_id
   WHERE credit.article_id = ANY($1::bigint[]) ORDER BY credit.article_id, credit.role, credit.position;
