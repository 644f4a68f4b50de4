-- Vectors come with the template store; the extension is here so that a missing pgvector is noticed at the first start.
CREATE EXTENSION IF NOT EXISTS vector;

-- CreateEnum
CREATE TYPE "JobKind" AS ENUM ('GENERATE', 'ANALYZE');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "WorkerState" AS ENUM ('WARMING', 'READY', 'STOPPING');

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL,
    "kind" "JobKind" NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'QUEUED',
    "payload" JSONB NOT NULL,
    "request_key" TEXT NOT NULL,
    "requesters" INTEGER NOT NULL DEFAULT 1,
    "stage" TEXT,
    "fraction" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "worker_id" TEXT,
    "analysis" JSONB,
    "problem" JSONB,
    "meme_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "request_key" TEXT NOT NULL,
    "job_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meme" (
    "id" UUID NOT NULL,
    "content_key" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "captions" TEXT[],
    "report" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture" (
    "source_sha256" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("source_sha256")
);

-- CreateTable
CREATE TABLE "meme_request" (
    "request_key" TEXT NOT NULL,
    "meme_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "meme_request_pkey" PRIMARY KEY ("request_key")
);

-- CreateTable
CREATE TABLE "ocr_reading" (
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "hits" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ocr_reading_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "stage_row" (
    "id" BIGSERIAL NOT NULL,
    "job_id" UUID NOT NULL,
    "operation" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "queued_ms" DOUBLE PRECISION NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "error_code" TEXT,
    "cache_hit" BOOLEAN,
    "rss_before_bytes" BIGINT,
    "rss_after_bytes" BIGINT,
    "device" TEXT,
    "model" TEXT,
    "worker_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,

    CONSTRAINT "stage_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" TEXT NOT NULL,
    "state" "WorkerState" NOT NULL DEFAULT 'WARMING',
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "queue_ids" TEXT[],
    "models" JSONB NOT NULL,
    "rss_bytes" BIGINT NOT NULL,
    "load" DOUBLE PRECISION NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "job_state_created_at_idx" ON "job"("state", "created_at");

-- CreateIndex
CREATE INDEX "job_created_at_idx" ON "job"("created_at");

-- CreateIndex
CREATE INDEX "upload_sha256_idx" ON "upload"("sha256");

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "meme_content_key_key" ON "meme"("content_key");

-- CreateIndex
CREATE INDEX "meme_created_at_id_idx" ON "meme"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "meme_source_sha256_idx" ON "meme"("source_sha256");

-- CreateIndex
CREATE INDEX "picture_created_at_idx" ON "picture"("created_at");

-- CreateIndex
CREATE INDEX "meme_request_meme_id_idx" ON "meme_request"("meme_id");

-- CreateIndex
CREATE INDEX "ocr_reading_expires_at_idx" ON "ocr_reading"("expires_at");

-- CreateIndex
CREATE INDEX "stage_row_operation_started_at_idx" ON "stage_row"("operation", "started_at");

-- CreateIndex
CREATE INDEX "stage_row_job_id_idx" ON "stage_row"("job_id");

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_meme_id_fkey" FOREIGN KEY ("meme_id") REFERENCES "meme"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- Equal requests in flight share one job. Prisma cannot say "unique where".
CREATE UNIQUE INDEX "job_request_key_in_flight" ON "job"("request_key") WHERE "state" IN ('QUEUED', 'RUNNING');
