-- Uploads that show no known template, and what looks like them: store/unmatchedUploads.ts. Written by hand and declared external in
-- prisma.config.ts: Prisma knows no halfvec.

-- Pictures that are near-duplicates of the first of them.
CREATE TABLE "unmatched_group" (
    "id" UUID NOT NULL,
    -- Names and versions of vector and corners: those of others are never compared.
    "kind" TEXT NOT NULL,
    -- What the first picture looks like from afar (core/fingerprint), and its corners, which decide.
    "vector" halfvec(432) NOT NULL,
    "corners" BYTEA NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    -- The picture that stands for all, under sources. It is kept from the clean-up once "file" is there.
    "sha256" TEXT NOT NULL,
    -- Share of it that words cover, 0..1: the one with the fewest says most.
    "words" REAL NOT NULL,
    -- Its copy under /images, upright and without metadata; once it came back often enough.
    "file" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    -- A curator does not want to see it.
    "dismissed_at" TIMESTAMPTZ(3),
    CONSTRAINT "unmatched_group_pkey" PRIMARY KEY ("id")
);

-- No index on what counting changes, and room in each page: then counting writes no new entry into the vectors' index, whose search would
-- otherwise meet the old ones first.
ALTER TABLE "unmatched_group" SET (fillfactor = 70);
CREATE INDEX "unmatched_group_vector_idx" ON "unmatched_group" USING hnsw ("vector" halfvec_ip_ops);

-- Which contents were counted, so that one counts once a day.
CREATE TABLE "unmatched_upload" (
    "sha256" TEXT NOT NULL,
    "group_id" UUID NOT NULL REFERENCES "unmatched_group"("id") ON DELETE CASCADE,
    "counted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "unmatched_upload_pkey" PRIMARY KEY ("sha256")
);

CREATE INDEX "unmatched_upload_group_id_idx" ON "unmatched_upload" ("group_id");
