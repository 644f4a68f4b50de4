-- What all processes together counted of each cache in each five minutes (300) and in each hour (3600): how long the performance page takes to read
-- them does not grow with the number of processes, as reading their samples does.
CREATE TABLE "cache_sum" (
    "seconds" INTEGER NOT NULL,
    "bucket" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "hits" DOUBLE PRECISION NOT NULL,
    "misses" DOUBLE PRECISION NOT NULL,
    "evictions" DOUBLE PRECISION NOT NULL,
    "failures" DOUBLE PRECISION NOT NULL,
    "saved_ms" DOUBLE PRECISION NOT NULL,
    -- Of each process's last sample in it; null where only the shared store knows.
    "entries" DOUBLE PRECISION,
    "bytes" DOUBLE PRECISION,
    "max_bytes" DOUBLE PRECISION,

    CONSTRAINT "cache_sum_pkey" PRIMARY KEY ("seconds", "bucket", "name", "tier")
);

-- A process's latest sample: what it counts is the difference to it.
CREATE INDEX "process_sample_process_id_idx" ON "process_sample"("process_id", "id");

-- Memory and load over long times, without the wide rows.
CREATE INDEX "process_sample_kept_idx" ON "process_sample"("recorded_at") INCLUDE ("process_id", "kind", "rss_bytes", "heap_used_bytes", "cpu", "load") WHERE "kept";

INSERT INTO "cache_sum"
WITH counted AS (
    SELECT seconds, to_timestamp(floor(extract(epoch FROM recorded_at) / seconds) * seconds) AS bucket, cache.*,
        hits - lag(hits, 1, 0) OVER before AS new_hits, misses - lag(misses, 1, 0) OVER before AS new_misses,
        evictions - lag(evictions, 1, 0) OVER before AS new_evictions, failures - lag(failures, 1, 0) OVER before AS new_failures,
        "savedMs" - lag("savedMs", 1, 0) OVER before AS new_saved,
        row_number() OVER (PARTITION BY process_id, name, tier, seconds, floor(extract(epoch FROM recorded_at) / seconds) ORDER BY id DESC) = 1 AS last
    FROM process_sample, (VALUES (300), (3600)) length(seconds), jsonb_to_recordset(caches) AS cache(name text, tier text, hits float8,
        misses float8, evictions float8, failures float8, "savedMs" float8, entries float8, bytes float8, "maxBytes" float8)
    WINDOW before AS (PARTITION BY process_id, name, tier, seconds ORDER BY id)
)
SELECT seconds, bucket, name, tier, sum(new_hits), sum(new_misses), sum(new_evictions), sum(new_failures), sum(new_saved),
    sum(entries) FILTER (WHERE last), sum(bytes) FILTER (WHERE last), sum("maxBytes") FILTER (WHERE last)
FROM counted GROUP BY 1, 2, 3, 4;
