-- original-key-by-url-361429ff
SELECT r.canonical_url AS "url", r.id AS "key" FROM original AS r WHERE r.canonical_url = ANY($1::text[]);
