-- organisation-key-by-name-c73f0f6a
SELECT asked.name AS "name", found.id AS "key" FROM unnest($1::text[]) AS asked(name)
   CROSS JOIN LATERAL (
     SELECT o.id FROM alias JOIN organisation AS o ON o.id = alias.organisation_id
     WHERE alias.folded = asked.name ORDER BY alias.is_weak, o.article_count DESC, o.id LIMIT 1
   ) AS found;
