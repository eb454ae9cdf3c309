-- credit-spans-by-contributor-d795cd14
SELECT asked.key AS "key", (
  SELECT credit.published_at FROM credit JOIN article AS a ON a.id = credit.article_id
  WHERE credit.contributor_id = asked.key AND credit.role = $2::credit_role AND a.is_published_at_known
  ORDER BY credit.published_at ASC, credit.article_id ASC LIMIT 1) AS "first", (
  SELECT credit.published_at FROM credit JOIN article AS a ON a.id = credit.article_id
  WHERE credit.contributor_id = asked.key AND credit.role = $2::credit_role AND a.is_published_at_known
  ORDER BY credit.published_at DESC, credit.article_id DESC LIMIT 1) AS "last" FROM unnest($1::bigint[]) AS asked(key);

-- publisher-by-key-aa7146cf
SELECT asked.nth, p.id AS "key", p.slug AS "slug", p.name AS "name", COALESCE(p.hostnames, '{}') AS "hostnames", p.article_count AS "articleCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN publisher AS p ON p.id = asked.key;

-- translator-organisations-e1f939a3
SELECT parent.nth, page.* FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS parent CROSS JOIN LATERAL (SELECT o.id AS "key", o.name AS "name", counted.article_count AS "edge.articleCount" FROM (SELECT counted.* FROM (
      SELECT named.organisation_id, count(*)::integer AS article_count
      FROM (
        SELECT DISTINCT newest.article_id, newest.published_at FROM (
          SELECT credit.article_id, credit.published_at FROM credit WHERE credit.contributor_id = parent.key AND credit.role = 'TRANSLATOR'
          ORDER BY credit.published_at DESC, credit.article_id DESC LIMIT 300
        ) AS newest
      ) AS credited CROSS JOIN LATERAL (
        SELECT named.organisation_id FROM article_organisation AS named
   WHERE named.published_at = credited.published_at AND named.article_id = credited.article_id OFFSET 0
      ) AS named
      GROUP BY named.organisation_id
    ) AS counted ORDER BY counted.article_count DESC, counted.organisation_id DESC LIMIT 6) AS counted JOIN organisation AS o ON o.id = counted.organisation_id ORDER BY counted.article_count DESC, counted.organisation_id DESC) AS page;

-- translators-0408d88e
SELECT c.id AS "key", c.name AS "name", c.translator_count AS "articleCount", c.publisher_id AS "publisherKey" FROM contributor AS c WHERE c.translator_count > 0 ORDER BY c.translator_count DESC, c.id DESC LIMIT 11;

-- translators-count-361f6130
SELECT count(*)::integer AS "count" FROM contributor AS c WHERE c.translator_count > 0;
