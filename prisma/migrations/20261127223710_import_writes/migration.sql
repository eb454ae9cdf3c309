-- AlterTable
ALTER TABLE "article_content" ALTER COLUMN "blocks" SET DATA TYPE JSON,
ALTER COLUMN "images" SET DATA TYPE JSON;

-- Rows are written before those that they point to, which hold sums over them: references are looked at when a transaction ends.
ALTER TABLE "article" ALTER CONSTRAINT "article_original_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "credit" ALTER CONSTRAINT "credit_contributor_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "mention" ALTER CONSTRAINT "mention_organisation_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "article_organisation" ALTER CONSTRAINT "article_organisation_organisation_id_fkey" DEFERRABLE INITIALLY DEFERRED;
