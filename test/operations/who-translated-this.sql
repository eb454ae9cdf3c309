-- article-key-by-url-6dd4d092
SELECT asked.url AS "url", found.id AS "key" FROM unnest($1::text[]) AS asked(url)
   CROSS JOIN LATERAL (
     SELECT a.id FROM article AS a WHERE a.canonical_url = asked.url ORDER BY a.published_at DESC, a.id DESC LIMIT 1
   ) AS found;
