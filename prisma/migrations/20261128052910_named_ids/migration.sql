-- Every row is written anew, which takes several times as long with the indexes.
DROP INDEX "article_organisation_organisation_id_published_at_article_i_idx";
DROP INDEX "article_organisation_published_at_article_id_organisation_i_idx";
DROP INDEX "article_organisation_major_idx";
DROP INDEX "article_organisation_about_idx";

-- AlterTable
ALTER TABLE "article_organisation" ADD COLUMN     "named_ids" BIGINT[];

UPDATE article_organisation AS named SET named_ids = kept.ids
FROM (SELECT article_id, array_agg(organisation_id ORDER BY organisation_id) AS ids FROM article_organisation GROUP BY article_id) AS kept
WHERE named.article_id = kept.article_id AND cardinality(kept.ids) <= 64;

-- CreateIndex
CREATE INDEX "article_organisation_newest_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC, "named_ids");
CREATE INDEX "article_organisation_published_at_article_id_organisation_i_idx" ON "article_organisation"("published_at", "article_id", "organisation_id");
CREATE INDEX "article_organisation_major_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC) WHERE (strength >= 'MAJOR');
CREATE INDEX "article_organisation_about_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC) WHERE (strength >= 'ABOUT');
