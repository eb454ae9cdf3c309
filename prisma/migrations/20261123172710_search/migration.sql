-- Mistyped Latin names are found by pg_trgm, which belongs to PostgreSQL's contrib modules and may be created by the owner of a
-- database. Where it may not, say what to do.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE EXTENSION pg_trgm;
    END IF;
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this user may not create the extension pg_trgm: have the owner of the database run "CREATE EXTENSION pg_trgm" in it once, then migrate again';
    WHEN undefined_file OR feature_not_supported THEN
        RAISE EXCEPTION 'the server has no extension pg_trgm: install the contrib modules of PostgreSQL (package postgresql-contrib), then migrate again';
END
$$;

-- AlterTable
ALTER TABLE "alias" ADD COLUMN     "grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "article_search" (
    "article_id" BIGINT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "title_grams" INTEGER[],
    "grams" INTEGER[],

    CONSTRAINT "article_search_pkey" PRIMARY KEY ("article_id")
);

-- Rows stay short, so that many are sorted by time without reading a text; pieces do not compress; and their statistics would
-- take longer to gather than they are worth, since every plan over them is chosen by the query.
ALTER TABLE "article_search" SET (toast_tuple_target = 128);
ALTER TABLE "article_search" ALTER COLUMN "title" SET STORAGE MAIN;
ALTER TABLE "article_search" ALTER COLUMN "grams" SET STORAGE EXTERNAL;
ALTER TABLE "article_search" ALTER COLUMN "grams" SET STATISTICS 0;
ALTER TABLE "article_search" ALTER COLUMN "title_grams" SET STATISTICS 0;

-- CreateIndex
CREATE INDEX "article_search_title_grams_idx" ON "article_search" USING GIN ("title_grams");

-- CreateIndex
CREATE INDEX "article_search_grams_idx" ON "article_search" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "article_search_published_at_article_id_idx" ON "article_search"("published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "alias_grams_idx" ON "alias" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "alias_folded_trgm_idx" ON "alias" USING GIN ("folded" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
