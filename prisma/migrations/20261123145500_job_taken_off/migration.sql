-- How many requesters `cancelJob` took off a job that goes on: whose they were nobody knows, so `cancelBatch` counts them as its own.
ALTER TABLE "job" ADD COLUMN "taken_off" INTEGER NOT NULL DEFAULT 0;
