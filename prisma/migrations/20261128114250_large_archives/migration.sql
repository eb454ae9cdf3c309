-- CreateIndex
CREATE INDEX "article_recognised_with_id_idx" ON "article"("recognised_with", "id");

-- To look for counts that have come to nothing, the whole table was read for each changed row: only what was counted down can have.
-- And a statement that changed many rows raised one count row by row, over all that the steps before had left of it: where a trigger is
-- told of a statement's rows at once (`old_row`, `new_row`), what they come to is written once, if it is anything.
CREATE OR REPLACE FUNCTION keep_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept text := TG_ARGV[0];
    key text := TG_ARGV[1];
    counted text := TG_ARGV[2];
    gone text := CASE TG_LEVEL WHEN 'ROW' THEN '(SELECT ($1).*) AS old_row' ELSE 'old_row' END;
    come text := CASE TG_LEVEL WHEN 'ROW' THEN '(SELECT ($2).*) AS new_row' ELSE 'new_row' END;
    steps text := concat_ws(' UNION ALL ',
        CASE WHEN TG_OP <> 'INSERT' THEN format('SELECT %s, -1 FROM %s', counted, gone) END,
        CASE WHEN TG_OP <> 'DELETE' THEN format('SELECT %s, 1 FROM %s', counted, come) END);
BEGIN
    EXECUTE format(
        'INSERT INTO %1$s AS kept (%2$s, count) SELECT %2$s, sum(step) FROM (%3$s) AS counted (%2$s, step) GROUP BY %2$s HAVING sum(step) <> 0 '
        'ON CONFLICT (%2$s) DO UPDATE SET count = kept.count + excluded.count', kept, key, steps)
        USING OLD, NEW;
    IF TG_OP <> 'INSERT' THEN
        EXECUTE format('DELETE FROM %s WHERE count = 0 AND (%s) IN (SELECT %s FROM %s)', kept, key, counted, gone) USING OLD;
    END IF;
    RETURN NULL;
END $$;

-- Originals are given their publisher all at once, when it first has an article here.
DROP TRIGGER keep_count_of_changed ON "original";
CREATE TRIGGER keep_count_of_changed AFTER UPDATE ON "original" REFERENCING OLD TABLE AS old_row NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''original'', COALESCE(publisher_id::text, '''')');
