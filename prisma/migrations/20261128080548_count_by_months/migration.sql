-- What lies between two times was added up day by day, and the more days have articles the more rows that is: up to 1,500 a year. Months
-- are kept beside the days: a span is its whole months, and the days at its ends.
DROP TRIGGER keep_count_of_new ON article;
DROP TRIGGER keep_count_of_changed ON article;
DROP TRIGGER keep_count_of_removed ON article;

-- DropTable
DROP TABLE "article_day";

-- CreateTable
CREATE TABLE "article_period" (
    "unit" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "language" TEXT NOT NULL,
    "has_original" BOOLEAN NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "article_period_pkey" PRIMARY KEY ("unit","first_day","language","has_original")
);

-- Each article is counted in its day and in its month.
DO $$
DECLARE
    unit text := 'unnest(''{day,month}''::text[])';
    at text := 'CASE WHEN is_published_at_known THEN published_at AT TIME ZONE ''UTC'' ELSE ''-infinity'' END';
    key text := 'unit, first_day, language, has_original';
    counted text := format('%1$s, date_trunc(%1$s, %2$s)::date, language, original_id IS NOT NULL', unit, at);
    keep text := format('EXECUTE FUNCTION keep_count(''article_period'', %L, %L)', key, counted);
BEGIN
    EXECUTE 'CREATE TRIGGER keep_count_of_new AFTER INSERT ON article REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT ' || keep;
    EXECUTE 'CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF published_at, is_published_at_known, language, original_id ON article FOR EACH ROW '
        'WHEN ((OLD.published_at, OLD.is_published_at_known, OLD.language, OLD.original_id) IS DISTINCT FROM (NEW.published_at, NEW.is_published_at_known, NEW.language, NEW.original_id)) ' || keep;
    EXECUTE 'CREATE TRIGGER keep_count_of_removed AFTER DELETE ON article FOR EACH ROW ' || keep;
    EXECUTE format('INSERT INTO article_period (%s, count) SELECT %s, count(*) FROM article GROUP BY 1, 2, 3, 4', key, counted);
END $$;
