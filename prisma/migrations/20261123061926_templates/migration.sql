-- CreateEnum
CREATE TYPE "TemplateState" AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

-- CreateTable
CREATE TABLE "template" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "keywords" TEXT[],
    "description" TEXT NOT NULL,
    "boxes" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "state" "TemplateState" NOT NULL DEFAULT 'DRAFT',
    "box_count" INTEGER NOT NULL DEFAULT 0,
    "animated" BOOLEAN NOT NULL DEFAULT false,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "last_used_at" TIMESTAMPTZ(3),
    "imported" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_picture" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "style" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "thumb_file" TEXT NOT NULL,
    "thumb_width" INTEGER NOT NULL,
    "thumb_height" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "frames" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "template_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_change" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_distinction" (
    "template_a" UUID NOT NULL,
    "template_b" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "template_distinction_pkey" PRIMARY KEY ("template_a","template_b")
);

-- CreateTable
CREATE TABLE "empty_search" (
    "words" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "empty_search_pkey" PRIMARY KEY ("words")
);

-- CreateIndex
CREATE UNIQUE INDEX "template_slug_key" ON "template"("slug");

-- CreateIndex
CREATE INDEX "template_state_uses_idx" ON "template"("state", "uses" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "template_picture_template_id_style_key" ON "template_picture"("template_id", "style");

-- CreateIndex
CREATE INDEX "template_change_template_id_created_at_idx" ON "template_change"("template_id", "created_at");

-- AddForeignKey
ALTER TABLE "template_picture" ADD CONSTRAINT "template_picture_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_change" ADD CONSTRAINT "template_change_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "template_keywords_idx" ON "template" USING GIN ("keywords");

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- What templates are found by. Prisma has no words for these types and indexes: the tables are external to it (prisma.config.ts).

-- Weights: A name, B aliases and keywords, C description, D example words (store/templates/searchWords.ts writes it).
CREATE TABLE "template_search" (
    "template_id" UUID PRIMARY KEY REFERENCES "template"("id") ON DELETE CASCADE,
    "words" TSVECTOR NOT NULL,
    "names" TEXT NOT NULL
);
CREATE INDEX "template_search_words" ON "template_search" USING gin ("words");
CREATE INDEX "template_search_names" ON "template_search" USING gin ("names" gin_trgm_ops);

-- Every file that some state of some template needs, former states too: they can be restored.
CREATE VIEW "template_file" AS
SELECT files.name
FROM "template_change",
  LATERAL jsonb_array_elements("after" -> 'pictures') AS picture,
  LATERAL (VALUES (picture ->> 'sourceSha256'), (picture ->> 'file'), (picture ->> 'thumbFile')) AS files(name);
