-- A job may bring in an archive of templates: what has become of each stands beside the job, also while it runs.
ALTER TYPE "JobKind" ADD VALUE 'IMPORT';
ALTER TABLE "job" ADD COLUMN "import_report" JSONB;
