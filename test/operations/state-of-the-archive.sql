-- archive-d9b37505
SELECT COALESCE((SELECT version FROM archive WHERE id = 1), 0)::text AS "version", (SELECT COALESCE(sum(article_count), 0)::integer FROM publisher) AS "articleCount", (SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = 'organisation' AND kept.part NOT IN ('unnamed', 'merged')) AS "organisationCount", (SELECT count(*)::integer FROM contributor WHERE translator_count > 0) AS "translatorCount", (SELECT count(*)::integer FROM contributor WHERE author_count > 0) AS "authorCount", (SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = 'original') AS "originalCount";

-- import-by-key-e12bbf5c
SELECT asked.nth, i.id AS "key", i.started_at AS "startedAt", i.ended_at AS "endedAt", i.parser_version AS "parserVersion", i.document_count AS "documentCount", i.kept_count AS "keptCount", i.unchanged_count AS "unchangedCount", i.superseded_count AS "supersededCount", i.rejected_count AS "rejectedCount", i.problem_count AS "problemCount" FROM (SELECT key, nth::integer AS nth FROM unnest($1::bigint[]) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS asked JOIN import AS i ON i.id = asked.key;

-- import-last-d03597fc
SELECT i.id AS "key" FROM import AS i WHERE i.ended_at IS NOT NULL ORDER BY i.id DESC LIMIT 1;

-- problems-59cfd9b1
SELECT q.id AS "key", q.file AS "file", q.code AS "code", q.message AS "message" FROM problem AS q WHERE q.severity = $1::severity ORDER BY q.import_id DESC, q.id DESC LIMIT 11;

-- problems-count-7506dbeb
SELECT (SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = 'problem' AND kept.part = $1::text) AS "count";
