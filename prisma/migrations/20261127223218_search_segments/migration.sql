-- Full-text search finds words by segments of its own instead of GIN. What was stored for it is made anew at the next start or import:
-- until then no article is found by its words.
TRUNCATE "article_search";

-- DropIndex
DROP INDEX "article_search_grams_idx";

-- DropIndex
DROP INDEX "article_search_published_at_article_id_idx";

-- DropIndex
DROP INDEX "article_search_title_grams_idx";

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "ordinal" SERIAL NOT NULL;

-- AlterTable
ALTER TABLE "article_search" DROP COLUMN "grams",
DROP COLUMN "published_at",
DROP COLUMN "title_grams";

-- Texts are looked through far more often than read for anything else, and to unpack one takes longer than to look through it.
ALTER TABLE "article_search" RESET (toast_tuple_target);
ALTER TABLE "article_search" ALTER COLUMN "text" SET STORAGE EXTERNAL;

-- CreateTable
CREATE TABLE "search_segment" (
    "first_ordinal" INTEGER NOT NULL,
    "last_ordinal" INTEGER NOT NULL,
    "articles" INTEGER NOT NULL,
    "removed" BYTEA,

    CONSTRAINT "search_segment_pkey" PRIMARY KEY ("first_ordinal")
);

-- CreateTable
CREATE TABLE "search_block" (
    "segment" INTEGER NOT NULL,
    "first_piece" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "search_block_pkey" PRIMARY KEY ("segment","first_piece")
);

-- Packed already, and read from its row as long as it fits on a page.
ALTER TABLE "search_block" SET (toast_tuple_target = 8160);
ALTER TABLE "search_block" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
ALTER TABLE "search_block" ALTER COLUMN "bytes" SET STATISTICS 0;

-- CreateIndex
CREATE UNIQUE INDEX "article_ordinal_key" ON "article"("ordinal");
