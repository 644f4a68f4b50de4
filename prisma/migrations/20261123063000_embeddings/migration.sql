-- Vectors that CLIP has made, so that the same picture or words are embedded once. Written by hand and declared external in
-- prisma.config.ts: Prisma knows no halfvec. Half precision halves the rows and keeps them out of TOAST (1 KB against 2 KB);
-- a cosine changes by less than 0.001.
CREATE TABLE "embedding" (
    -- image or text. No CHECK says so: Prisma's schema engine, as we run it, stumbles over every CHECK.
    "kind" TEXT NOT NULL,
    -- SHA-256 of what the encoder gets: the square of pixels, or the words.
    "hash" BYTEA NOT NULL,
    "model" TEXT NOT NULL,
    -- Changes with weights, tokenizer, preparation and code: vectors of two versions are never mixed.
    "version" TEXT NOT NULL,
    "vector" halfvec(512) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    -- To the day: not every reading is a writing.
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "embedding_pkey" PRIMARY KEY ("hash", "kind", "model", "version")
);

CREATE INDEX "embedding_used_at_idx" ON "embedding" ("used_at");
