-- DropIndex
DROP INDEX "original_publisher_id_idx";

-- DropIndex
DROP INDEX "problem_import_id_idx";

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "about_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "major_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "article_day" (
    "day" DATE NOT NULL,
    "language" TEXT NOT NULL,
    "has_original" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "article_day_pkey" PRIMARY KEY ("day","language","has_original")
);

-- CreateTable
CREATE TABLE "list_length" (
    "list" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "list_length_pkey" PRIMARY KEY ("list","part")
);

-- CreateIndex
CREATE INDEX "article_language_published_at_id_idx" ON "article"("language", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_organisation_major_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC) WHERE (strength >= 'MAJOR');

-- CreateIndex
CREATE INDEX "article_organisation_about_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC) WHERE (strength >= 'ABOUT');

-- CreateIndex
CREATE INDEX "organisation_kind_article_count_id_idx" ON "organisation"("kind", "article_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "original_publisher_id_translation_count_id_idx" ON "original"("publisher_id", "translation_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "problem_import_id_id_idx" ON "problem"("import_id" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "problem_severity_import_id_id_idx" ON "problem"("severity", "import_id" DESC, "id" DESC);

-- Rows are counted as they come and go, in the statement that writes them, whoever writes it. A change that changes no count
-- writes no row, and a count that comes to nothing leaves none: the same archive has the same rows, however it came about.
-- Arguments: the table that keeps the counts, its key, and the same as an expression over a counted row. New rows come by the
-- hundred and are counted together; that rows change their key or go is rare.
CREATE FUNCTION keep_count() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    kept text := TG_ARGV[0];
    key text := TG_ARGV[1];
    steps text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT %1$s, 1 FROM new_row'
        WHEN 'DELETE' THEN 'SELECT %1$s, -1 FROM (SELECT ($1).*) AS old_row'
        ELSE 'SELECT %1$s, -1 FROM (SELECT ($1).*) AS old_row UNION ALL SELECT %1$s, 1 FROM (SELECT ($2).*) AS new_row'
    END;
BEGIN
    EXECUTE format(
        'INSERT INTO %1$s AS kept (%2$s, count) SELECT %2$s, sum(step) FROM (%3$s) AS counted (%2$s, step) GROUP BY %2$s '
        'ON CONFLICT (%2$s) DO UPDATE SET count = kept.count + excluded.count', kept, key, format(steps, TG_ARGV[2]))
        USING OLD, NEW;
    IF TG_OP <> 'INSERT' THEN
        EXECUTE format('DELETE FROM %s WHERE count = 0', kept);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_count_of_new AFTER INSERT ON "article" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('article_day', 'day, language, has_original', 'CASE WHEN is_published_at_known THEN (published_at AT TIME ZONE ''UTC'')::date ELSE ''-infinity'' END, language, original_id IS NOT NULL');
CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF published_at, is_published_at_known, language, original_id ON "article" FOR EACH ROW
    WHEN ((OLD.published_at, OLD.is_published_at_known, OLD.language, OLD.original_id) IS DISTINCT FROM (NEW.published_at, NEW.is_published_at_known, NEW.language, NEW.original_id))
    EXECUTE FUNCTION keep_count('article_day', 'day, language, has_original', 'CASE WHEN is_published_at_known THEN (published_at AT TIME ZONE ''UTC'')::date ELSE ''-infinity'' END, language, original_id IS NOT NULL');
CREATE TRIGGER keep_count_of_removed AFTER DELETE ON "article" FOR EACH ROW
    EXECUTE FUNCTION keep_count('article_day', 'day, language, has_original', 'CASE WHEN is_published_at_known THEN (published_at AT TIME ZONE ''UTC'')::date ELSE ''-infinity'' END, language, original_id IS NOT NULL');
INSERT INTO article_day (day, language, has_original, count) SELECT CASE WHEN is_published_at_known THEN (published_at AT TIME ZONE 'UTC')::date ELSE '-infinity' END, language, original_id IS NOT NULL, count(*) FROM "article" GROUP BY 1, 2, 3;

CREATE TRIGGER keep_count_of_new AFTER INSERT ON "original" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''original'', COALESCE(publisher_id::text, '''')');
CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF publisher_id ON "original" FOR EACH ROW
    WHEN ((OLD.publisher_id) IS DISTINCT FROM (NEW.publisher_id))
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''original'', COALESCE(publisher_id::text, '''')');
CREATE TRIGGER keep_count_of_removed AFTER DELETE ON "original" FOR EACH ROW
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''original'', COALESCE(publisher_id::text, '''')');
INSERT INTO list_length (list, part, count) SELECT 'original', COALESCE(publisher_id::text, ''), count(*) FROM "original" GROUP BY 1, 2;

CREATE TRIGGER keep_count_of_new AFTER INSERT ON "problem" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''problem'', severity::text');
CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF severity ON "problem" FOR EACH ROW
    WHEN ((OLD.severity) IS DISTINCT FROM (NEW.severity))
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''problem'', severity::text');
CREATE TRIGGER keep_count_of_removed AFTER DELETE ON "problem" FOR EACH ROW
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''problem'', severity::text');
INSERT INTO list_length (list, part, count) SELECT 'problem', severity::text, count(*) FROM "problem" GROUP BY 1, 2;

UPDATE organisation SET major_count = counted.major, about_count = counted.about
FROM (SELECT organisation_id, count(*) AS major, count(*) FILTER (WHERE strength >= 'ABOUT') AS about
      FROM article_organisation WHERE strength >= 'MAJOR' GROUP BY organisation_id) AS counted
WHERE organisation.id = counted.organisation_id;
