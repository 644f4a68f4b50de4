-- Waiting time of a later attempt does not count the attempts before it.
ALTER TABLE "job" ADD COLUMN "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
