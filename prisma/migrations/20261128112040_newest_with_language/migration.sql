-- DropIndex
DROP INDEX "article_published_at_id_idx";

-- CreateIndex
CREATE INDEX "article_published_at_id_language_is_published_at_known_idx" ON "article"("published_at" DESC, "id" DESC, "language", "is_published_at_known");
