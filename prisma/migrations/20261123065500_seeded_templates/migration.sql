-- CreateTable
CREATE TABLE "seeded_template" (
    "slug" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seeded_template_pkey" PRIMARY KEY ("slug")
);
