-- translator-key-by-name-b8edf40e
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[], $2::text[]) AS asked(name, folded)
     CROSS JOIN LATERAL (
       SELECT c.id FROM contributor AS c WHERE c.folded = asked.folded AND c.translator_count > 0
       ORDER BY c.name = asked.name DESC, c.translator_count DESC, c.id LIMIT 1
     ) AS found;
