-- AlterTable
ALTER TABLE "former_slug" ADD COLUMN     "former_id" BIGINT;

-- CreateIndex
CREATE INDEX "former_slug_type_former_id_idx" ON "former_slug"("type", "former_id");
