-- Vectors come with the template store; the extension is here so that a missing pgvector is noticed at the first start.
CREATE EXTENSION IF NOT EXISTS vector;


-- Equal requests in flight share one job. Prisma cannot say "unique where".
CREATE UNIQUE INDEX "job_request_key_in_flight" ON "job"("request_key") WHERE "state" IN ('QUEUED', 'RUNNING');
