-- AlterTable
ALTER TABLE "organisation" ADD COLUMN     "is_hub" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "hub_pair" (
    "organisation_id" BIGINT NOT NULL,
    "other_id" BIGINT NOT NULL,
    "article_count" INTEGER NOT NULL,

    CONSTRAINT "hub_pair_pkey" PRIMARY KEY ("organisation_id","other_id")
);

-- CreateIndex
CREATE INDEX "hub_pair_other_id_idx" ON "hub_pair"("other_id");

-- CreateIndex
CREATE INDEX "organisation_hub_idx" ON "organisation"("id") WHERE (is_hub);

-- "Named together" is asked most of bodies that everybody names, and of those it would count longest. A pair with a body that is no hub
-- is counted along the thousand articles of that one.
CREATE FUNCTION count_hub_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM organisation WHERE is_hub) THEN
        RETURN NULL;
    END IF;
    WITH changed AS (
        SELECT row.article_id, row.organisation_id FROM changed_row AS row JOIN organisation AS o ON o.id = row.organisation_id AND o.is_hub
    ), beside AS (
        SELECT article_id, organisation_id FROM changed
        UNION
        SELECT named.article_id, named.organisation_id FROM (SELECT DISTINCT article_id FROM changed) AS touched
        JOIN article_organisation AS named ON named.article_id = touched.article_id
        JOIN organisation AS o ON o.id = named.organisation_id AND o.is_hub
    ), pair AS (
        SELECT DISTINCT article_id, least(changed.organisation_id, beside.organisation_id) AS one,
            greatest(changed.organisation_id, beside.organisation_id) AS other
        FROM changed JOIN beside USING (article_id) WHERE changed.organisation_id <> beside.organisation_id
    )
    INSERT INTO hub_pair AS kept (organisation_id, other_id, article_count)
    SELECT one, other, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END * count(*) FROM pair GROUP BY one, other
    ON CONFLICT (organisation_id, other_id) DO UPDATE SET article_count = kept.article_count + excluded.article_count;
    IF TG_OP = 'DELETE' THEN
        DELETE FROM hub_pair WHERE article_count = 0;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER count_hub_pairs_of_new AFTER INSERT ON "article_organisation" REFERENCING NEW TABLE AS changed_row
    FOR EACH STATEMENT EXECUTE FUNCTION count_hub_pairs();
CREATE TRIGGER count_hub_pairs_of_removed AFTER DELETE ON "article_organisation" REFERENCING OLD TABLE AS changed_row
    FOR EACH STATEMENT EXECUTE FUNCTION count_hub_pairs();

-- A body becomes a hub, or ceases to be one, when its articles are counted.
CREATE FUNCTION change_hub() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.article_count > 1000 THEN
        INSERT INTO hub_pair (organisation_id, other_id, article_count)
        SELECT least(NEW.id, beside.organisation_id), greatest(NEW.id, beside.organisation_id), count(*)
        FROM article_organisation AS named JOIN article_organisation AS beside ON beside.article_id = named.article_id
        JOIN organisation AS o ON o.id = beside.organisation_id AND o.is_hub
        WHERE named.organisation_id = NEW.id AND beside.organisation_id <> NEW.id
        GROUP BY beside.organisation_id;
    ELSE
        DELETE FROM hub_pair WHERE organisation_id = NEW.id OR other_id = NEW.id;
    END IF;
    UPDATE organisation SET is_hub = NEW.article_count > 1000 WHERE id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER change_hub_of_new AFTER INSERT ON "organisation" FOR EACH ROW
    WHEN (NEW.article_count > 1000 AND NOT NEW.is_hub) EXECUTE FUNCTION change_hub();
CREATE TRIGGER change_hub_of_counted AFTER UPDATE OF article_count ON "organisation" FOR EACH ROW
    WHEN ((NEW.article_count > 1000) <> NEW.is_hub) EXECUTE FUNCTION change_hub();

UPDATE organisation SET is_hub = true WHERE article_count > 1000;
INSERT INTO hub_pair (organisation_id, other_id, article_count)
SELECT one.organisation_id, other.organisation_id, count(*)
FROM article_organisation AS one JOIN organisation AS a ON a.id = one.organisation_id AND a.is_hub
JOIN article_organisation AS other ON other.article_id = one.article_id AND other.organisation_id > one.organisation_id
JOIN organisation AS b ON b.id = other.organisation_id AND b.is_hub
GROUP BY 1, 2;

CREATE TRIGGER keep_count_of_new AFTER INSERT ON "organisation" REFERENCING NEW TABLE AS new_row FOR EACH STATEMENT
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN article_count > 0 AND merged_into_id IS NULL THEN ''named'' ELSE ''other'' END');
CREATE TRIGGER keep_count_of_changed AFTER UPDATE OF article_count, merged_into_id ON "organisation" FOR EACH ROW
    WHEN ((OLD.article_count > 0 AND OLD.merged_into_id IS NULL) <> (NEW.article_count > 0 AND NEW.merged_into_id IS NULL))
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN article_count > 0 AND merged_into_id IS NULL THEN ''named'' ELSE ''other'' END');
CREATE TRIGGER keep_count_of_removed AFTER DELETE ON "organisation" FOR EACH ROW
    EXECUTE FUNCTION keep_count('list_length', 'list, part', '''organisation'', CASE WHEN article_count > 0 AND merged_into_id IS NULL THEN ''named'' ELSE ''other'' END');
INSERT INTO list_length (list, part, count)
SELECT 'organisation', CASE WHEN article_count > 0 AND merged_into_id IS NULL THEN 'named' ELSE 'other' END, count(*) FROM "organisation" GROUP BY 1, 2;
