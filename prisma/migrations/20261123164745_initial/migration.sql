-- CreateEnum
CREATE TYPE "credit_role" AS ENUM ('AUTHOR', 'TRANSLATOR', 'PROOFREADER', 'EDITOR', 'SELECTOR');

-- CreateEnum
CREATE TYPE "original_provenance" AS ENUM ('DECLARED', 'DERIVED');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('COMPANY', 'BANK', 'FUND', 'LAW_FIRM', 'EXCHANGE', 'GOVERNMENT', 'REGULATOR', 'CENTRAL_BANK', 'INTERNATIONAL', 'MILITARY', 'POLITICAL_PARTY', 'UNIVERSITY', 'RESEARCH', 'MEDIA', 'NGO', 'ASSOCIATION', 'SPORTS', 'RELIGIOUS', 'OTHER');

-- CreateEnum
CREATE TYPE "alias_source" AS ENUM ('GAZETTEER', 'GLOSS', 'CURATED');

-- CreateEnum
CREATE TYPE "mention_kind" AS ENUM ('ORGANISATION', 'PERSON');

-- CreateEnum
CREATE TYPE "mention_field" AS ENUM ('TITLE', 'LEAD', 'PARAGRAPH');

-- CreateEnum
CREATE TYPE "judgement" AS ENUM ('POSITIVE', 'NEGATIVE', 'UNSURE');

-- CreateEnum
CREATE TYPE "strength" AS ENUM ('MENTION', 'MAJOR', 'ABOUT');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('NOTE', 'WARNING', 'ERROR');

-- CreateEnum
CREATE TYPE "document_state" AS ENUM ('KEPT', 'SUPERSEDED', 'REJECTED');

-- CreateTable
CREATE TABLE "publisher" (
    "id" BIGINT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hostnames" TEXT[],
    "article_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "publisher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" BIGINT NOT NULL,
    "slug" TEXT NOT NULL,
    "canonical_url" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "publisher_id" BIGINT NOT NULL,
    "external_id" TEXT,
    "title" TEXT NOT NULL,
    "lead" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "is_published_at_known" BOOLEAN NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "word_count" INTEGER NOT NULL,
    "byline" TEXT,
    "image_url" TEXT,
    "image_alt" TEXT,
    "original_id" BIGINT,
    "original_url" TEXT,
    "original_title" TEXT,
    "original_language" TEXT,
    "original_provenance" "original_provenance",
    "content_hash" TEXT NOT NULL,
    "parser_version" INTEGER NOT NULL,
    "source_file" TEXT NOT NULL,
    "import_id" BIGINT NOT NULL,
    "organisation_count" INTEGER NOT NULL DEFAULT 0,
    "recognised_with" TEXT,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_content" (
    "article_id" BIGINT NOT NULL,
    "blocks" JSONB NOT NULL,
    "images" JSONB NOT NULL,

    CONSTRAINT "article_content_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "contributor" (
    "id" BIGINT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "publisher_id" BIGINT NOT NULL,
    "author_count" INTEGER NOT NULL DEFAULT 0,
    "translator_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contributor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit" (
    "article_id" BIGINT NOT NULL,
    "role" "credit_role" NOT NULL,
    "position" INTEGER NOT NULL,
    "contributor_id" BIGINT NOT NULL,
    "as_printed" TEXT NOT NULL,
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("article_id","role","position")
);

-- CreateTable
CREATE TABLE "original" (
    "id" BIGINT NOT NULL,
    "canonical_url" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "language" TEXT,
    "provenance" "original_provenance" NOT NULL,
    "publisher_id" BIGINT,
    "translation_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "original_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" BIGINT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,
    "kind" "organisation_kind" NOT NULL,
    "country" TEXT,
    "wikidata_id" TEXT,
    "merged_into_id" BIGINT,
    "article_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "organisation_id" BIGINT NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "language" TEXT,
    "script" TEXT,
    "is_weak" BOOLEAN NOT NULL DEFAULT false,
    "source" "alias_source" NOT NULL,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("organisation_id","text")
);

-- CreateTable
CREATE TABLE "lesson" (
    "article_id" BIGINT NOT NULL,
    "folded" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "gloss" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("article_id","folded","gloss")
);

-- CreateTable
CREATE TABLE "changed_lesson" (
    "folded" TEXT NOT NULL,

    CONSTRAINT "changed_lesson_pkey" PRIMARY KEY ("folded")
);

-- CreateTable
CREATE TABLE "person" (
    "id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "name_zh" TEXT,
    "name_en" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "article_id" BIGINT NOT NULL,
    "field" "mention_field" NOT NULL,
    "paragraph" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" "mention_kind" NOT NULL,
    "surface" TEXT NOT NULL,
    "gloss" TEXT,
    "rule" TEXT NOT NULL,
    "confidence" REAL NOT NULL,
    "judgement" "judgement" NOT NULL,
    "organisation_id" BIGINT,
    "person_id" BIGINT,
    "candidates" TEXT[],

    CONSTRAINT "mention_pkey" PRIMARY KEY ("article_id","field","paragraph","start")
);

-- CreateTable
CREATE TABLE "article_organisation" (
    "article_id" BIGINT NOT NULL,
    "organisation_id" BIGINT NOT NULL,
    "mention_count" INTEGER NOT NULL,
    "first_paragraph" INTEGER NOT NULL,
    "strength" "strength" NOT NULL,
    "forms" TEXT[],
    "gloss" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_organisation_pkey" PRIMARY KEY ("article_id","organisation_id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" BIGSERIAL NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "parser_version" INTEGER NOT NULL,
    "document_count" INTEGER NOT NULL DEFAULT 0,
    "kept_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "superseded_count" INTEGER NOT NULL DEFAULT 0,
    "rejected_count" INTEGER NOT NULL DEFAULT 0,
    "problem_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "file" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "state" "document_state" NOT NULL,
    "article_id" BIGINT,
    "published_at" TIMESTAMPTZ(3),
    "parser_version" INTEGER NOT NULL,
    "import_id" BIGINT NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("file")
);

-- CreateTable
CREATE TABLE "problem" (
    "id" BIGINT NOT NULL,
    "import_id" BIGINT NOT NULL,
    "file" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "place" TEXT,
    "severity" "severity" NOT NULL,

    CONSTRAINT "problem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "type" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "id" BIGINT NOT NULL,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("type","slug")
);

-- CreateTable
CREATE TABLE "archive" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archive_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publisher_slug_key" ON "publisher"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_published_at_id_idx" ON "article"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_publisher_id_published_at_id_idx" ON "article"("publisher_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_original_id_published_at_id_idx" ON "article"("original_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_organisation_count_id_idx" ON "article"("organisation_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_title_id_idx" ON "article"("title", "id");

-- CreateIndex
CREATE INDEX "article_import_id_idx" ON "article"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_canonical_url_language_key" ON "article"("canonical_url", "language");

-- CreateIndex
CREATE UNIQUE INDEX "contributor_slug_key" ON "contributor"("slug");

-- CreateIndex
CREATE INDEX "contributor_name_idx" ON "contributor"("name");

-- CreateIndex
CREATE INDEX "contributor_translator_count_id_idx" ON "contributor"("translator_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "contributor_author_count_id_idx" ON "contributor"("author_count" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "contributor_publisher_id_name_key" ON "contributor"("publisher_id", "name");

-- CreateIndex
CREATE INDEX "credit_contributor_id_role_published_at_article_id_idx" ON "credit"("contributor_id", "role", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "original_canonical_url_key" ON "original"("canonical_url");

-- CreateIndex
CREATE INDEX "original_translation_count_id_idx" ON "original"("translation_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "original_publisher_id_idx" ON "original"("publisher_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE INDEX "organisation_article_count_id_idx" ON "organisation"("article_count" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "organisation_name_id_idx" ON "organisation"("name", "id");

-- CreateIndex
CREATE INDEX "organisation_merged_into_id_idx" ON "organisation"("merged_into_id");

-- CreateIndex
CREATE INDEX "alias_folded_idx" ON "alias"("folded");

-- CreateIndex
CREATE INDEX "lesson_folded_idx" ON "lesson"("folded");

-- CreateIndex
CREATE INDEX "mention_organisation_id_article_id_idx" ON "mention"("organisation_id", "article_id");

-- CreateIndex
CREATE INDEX "mention_person_id_idx" ON "mention"("person_id");

-- CreateIndex
CREATE INDEX "article_organisation_organisation_id_published_at_article_i_idx" ON "article_organisation"("organisation_id", "published_at" DESC, "article_id" DESC);

-- CreateIndex
CREATE INDEX "document_article_id_idx" ON "document"("article_id");

-- CreateIndex
CREATE INDEX "document_content_hash_idx" ON "document"("content_hash");

-- CreateIndex
CREATE INDEX "problem_import_id_idx" ON "problem"("import_id");

-- CreateIndex
CREATE INDEX "problem_file_idx" ON "problem"("file");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "original"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_content" ADD CONSTRAINT "article_content_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributor" ADD CONSTRAINT "contributor_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_contributor_id_fkey" FOREIGN KEY ("contributor_id") REFERENCES "contributor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "original" ADD CONSTRAINT "original_publisher_id_fkey" FOREIGN KEY ("publisher_id") REFERENCES "publisher"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_organisation" ADD CONSTRAINT "article_organisation_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_organisation" ADD CONSTRAINT "article_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "problem" ADD CONSTRAINT "problem_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The archive itself: its single row, before anything was imported.
INSERT INTO "archive" ("id", "version", "changed_at") VALUES (1, 0, CURRENT_TIMESTAMP);
