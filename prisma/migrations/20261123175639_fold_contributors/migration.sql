-- AlterTable
ALTER TABLE "contributor" ADD COLUMN     "folded" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "contributor_folded_idx" ON "contributor"("folded");
