-- DropIndex
DROP INDEX "mention_person_id_idx";

-- CreateIndex
CREATE INDEX "article_organisation_published_at_article_id_organisation_i_idx" ON "article_organisation"("published_at", "article_id", "organisation_id");

-- CreateIndex
CREATE INDEX "credit_published_at_article_id_role_contributor_id_idx" ON "credit"("published_at", "article_id", "role", "contributor_id");

-- CreateIndex
CREATE INDEX "mention_person_idx" ON "mention"("person_id") WHERE (person_id IS NOT NULL);

-- Organisations are listed by kind: they are counted so.
DROP TRIGGER keep_count_of_new ON "organisation";
DROP TRIGGER keep_count_of_changed ON "organisation";
DROP TRIGGER keep_count_of_removed ON "organisation";
DELETE FROM list_length WHERE list = 'organisation';

CREATE TRIGGER keep_count_of_new AFTER INSERT ON "organisation" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN merged_into_id IS NOT NULL THEN ''merged'' WHEN article_count > 0 THEN kind::text ELSE ''unnamed'' END');
CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF article_count, merged_into_id, kind ON "organisation" FOR EACH ROW
    WHEN ((OLD.article_count > 0, OLD.merged_into_id IS NULL, OLD.kind) IS DISTINCT FROM (NEW.article_count > 0, NEW.merged_into_id IS NULL, NEW.kind))
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN merged_into_id IS NOT NULL THEN ''merged'' WHEN article_count > 0 THEN kind::text ELSE ''unnamed'' END');
CREATE TRIGGER keep_count_of_removed AFTER DELETE ON "organisation" FOR EACH ROW
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN merged_into_id IS NOT NULL THEN ''merged'' WHEN article_count > 0 THEN kind::text ELSE ''unnamed'' END');
INSERT INTO list_length (list, part, count)
SELECT 'organisation', CASE WHEN merged_into_id IS NOT NULL THEN 'merged' WHEN article_count > 0 THEN kind::text ELSE 'unnamed' END, count(*) FROM "organisation" GROUP BY 1, 2;
