-- article-keys-by-url-ab3cf354
SELECT canonical_url AS "canonicalUrl", url AS "printedUrl", id AS "key" FROM article WHERE canonical_url = ANY($1::text[])
   ORDER BY published_at DESC, id DESC;
