-- A job may make a picture ready for a template: what came of it stands beside the job.
ALTER TYPE "JobKind" ADD VALUE 'TEMPLATE_PICTURE';
ALTER TABLE "job" ADD COLUMN "template_picture" JSONB;

ALTER TABLE "template" ADD COLUMN "merged_into" UUID,
ADD COLUMN "published_at" TIMESTAMPTZ(3),
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "template" SET "published_at" = "created_at" WHERE "state" <> 'DRAFT';

CREATE TABLE "admin_attempt" (
    "id" BIGSERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "admin_attempt_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "admin_attempt_at_idx" ON "admin_attempt"("at");

CREATE TABLE "template_redirect" (
    "slug" TEXT NOT NULL,
    "template_id" UUID NOT NULL,

    CONSTRAINT "template_redirect_pkey" PRIMARY KEY ("slug")
);
CREATE INDEX "template_redirect_template_id_idx" ON "template_redirect"("template_id");
ALTER TABLE "template_redirect" ADD CONSTRAINT "template_redirect_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The history of all templates, the latest change first.
CREATE INDEX "template_change_created_at_id_idx" ON "template_change"("created_at" DESC, "id" DESC);
