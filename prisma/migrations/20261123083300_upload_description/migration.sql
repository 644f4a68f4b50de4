-- CreateTable
CREATE TABLE "upload_description" (
    "sha256" TEXT NOT NULL,
    "fingerprint_version" INTEGER NOT NULL,
    "fingerprints" BYTEA NOT NULL,
    "clip_model" TEXT,
    "clip_version" TEXT,
    "clip" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_description_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "upload_description_created_at_idx" ON "upload_description"("created_at");
