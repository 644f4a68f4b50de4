-- What the performance page stands on (docs/decisions/013-performance-rows.md).

-- When a job's rows were written, by the database's clock: roll-ups and time ranges go by it, and never by a worker's clock.
ALTER TABLE "stage_row" ADD COLUMN "recorded_at" TIMESTAMPTZ(3);
UPDATE "stage_row" SET "recorded_at" = "started_at";
ALTER TABLE "stage_row" ALTER COLUMN "recorded_at" SET DEFAULT CURRENT_TIMESTAMP, ALTER COLUMN "recorded_at" SET NOT NULL;
CREATE INDEX "stage_row_recorded_at_idx" ON "stage_row"("recorded_at");
-- The failures of a time, and the slowest jobs: few rows among many.
CREATE INDEX "stage_row_failed_idx" ON "stage_row"("error_code", "recorded_at") WHERE NOT "ok" AND "operation" = 'job';
CREATE INDEX "stage_row_job_duration_idx" ON "stage_row"("duration_ms") WHERE "operation" = 'job';
DROP INDEX "stage_row_operation_started_at_idx";

-- Everything measured in one minute, hour or day (UTC), or ever ('total'), that has the same key. Histograms can be added up: bucket i of
-- core/performance/durationBuckets.ts holds counts[i] durations.
CREATE TABLE "stage_rollup" (
    "level" TEXT NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "operation" TEXT NOT NULL,
    "worker_id" TEXT NOT NULL,
    -- Empty: none was told.
    "device" TEXT NOT NULL,
    -- hit, miss, or none where there is no cache.
    "cache" TEXT NOT NULL,
    -- Empty: it worked.
    "error_code" TEXT NOT NULL,
    "count" BIGINT NOT NULL,
    "sum_ms" DOUBLE PRECISION NOT NULL,
    "max_ms" DOUBLE PRECISION NOT NULL,
    "buckets" SMALLINT[] NOT NULL,
    "counts" BIGINT[] NOT NULL,

    CONSTRAINT "stage_rollup_pkey" PRIMARY KEY ("level", "bucket", "operation", "worker_id", "device", "cache", "error_code")
);

-- How far the roll-ups go: everything recorded before stands in them. One row.
CREATE TABLE "stage_rollup_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "minutes_until" TIMESTAMPTZ(3) NOT NULL,
    "hours_until" TIMESTAMPTZ(3) NOT NULL,
    "days_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stage_rollup_state_pkey" PRIMARY KEY ("id")
);

-- Memory and load of each process, every some seconds; after a day only the kept ones remain.
CREATE TABLE "process_sample" (
    "id" BIGSERIAL NOT NULL,
    "process_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "rss_bytes" BIGINT NOT NULL,
    "heap_used_bytes" BIGINT NOT NULL,
    "cpu" DOUBLE PRECISION NOT NULL,
    "load" DOUBLE PRECISION NOT NULL,
    "kept" BOOLEAN NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_sample_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "process_sample_recorded_at_idx" ON "process_sample"("recorded_at");

-- A curator asked for a CPU profile; the next job takes it.
CREATE TABLE "profile_request" (
    "id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "job_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profile_request_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "profile_request_job_id_idx" ON "profile_request"("job_id");
