-- AlterTable
ALTER TABLE "worker" ADD COLUMN     "job_slots" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kinds" TEXT[] NOT NULL DEFAULT ARRAY['ocr', 'inpaint', 'render', 'embed']::TEXT[];

-- CreateTable
CREATE TABLE "handed_work" (
    "id" UUID NOT NULL,
    "input" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handed_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handed_work_created_at_idx" ON "handed_work"("created_at");
