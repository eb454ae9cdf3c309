-- author-key-by-name-5a7f2513
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[], $2::text[]) AS asked(name, folded)
     CROSS JOIN LATERAL (
       SELECT c.id FROM contributor AS c WHERE c.folded = asked.folded AND c.author_count > 0
       ORDER BY c.name = asked.name DESC, c.author_count DESC, c.id LIMIT 1
     ) AS found;
