-- What each cache of a process has counted since the process started: an array of core/cacheCounters.ts.
ALTER TABLE "process_sample" ADD COLUMN "caches" JSONB NOT NULL DEFAULT '[]';
