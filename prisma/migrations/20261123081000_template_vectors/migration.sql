-- What recognition and search keep of a template's pictures. Written by hand and declared external in prisma.config.ts: Prisma knows no
-- halfvec. A worker writes the rows (workers/templates/describeTemplates.ts); a picture whose bytes change has a new row, so that all of
-- this goes with the old one.

-- Fingerprints, one to a dozen of a picture: with its border and without, … Compared by inner product: their length is 1 at most.
CREATE TABLE "template_fingerprint" (
    "picture_id" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    "part" SMALLINT NOT NULL,
    -- Rows of other algorithms or versions are not alike in any sense: nobody compares them.
    "algorithm" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "vector" halfvec(432) NOT NULL,
    CONSTRAINT "template_fingerprint_pkey" PRIMARY KEY ("picture_id", "part")
);

-- What a candidate is aligned by, as workers/recognise/storedPrint.ts encodes it. Written after the fingerprints, in their transaction.
CREATE TABLE "template_print" (
    "picture_id" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    -- Of fingerprints and print together.
    "version" TEXT NOT NULL,
    "print" BYTEA NOT NULL,
    "described_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "template_print_pkey" PRIMARY KEY ("picture_id")
);
-- JPEG inside: compressing it again costs time for nothing.
ALTER TABLE "template_print" ALTER COLUMN "print" SET STORAGE EXTERNAL;

-- What a picture shows, by CLIP: length 1, compared by cosine.
CREATE TABLE "template_clip" (
    "picture_id" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    "model" TEXT NOT NULL,
    -- Changes with weights, preparation and code, as in "embedding".
    "version" TEXT NOT NULL,
    "vector" halfvec(512) NOT NULL,
    "described_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "template_clip_pkey" PRIMARY KEY ("picture_id")
);

-- Pictures that could not be described, and those that are just being: a picture that ends the worker must not end every worker after it.
CREATE TABLE "template_undescribed" (
    "picture_id" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    -- recognition or clip.
    "kind" TEXT NOT NULL,
    -- Of what was to be written: another one is tried anew.
    "version" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "tried_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "template_undescribed_pkey" PRIMARY KEY ("picture_id", "kind")
);

-- Pictures of two templates that look alike: for curators. The ids are in order.
CREATE TABLE "template_likeness" (
    "picture_a" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    "picture_b" UUID NOT NULL REFERENCES "template_picture"("id") ON DELETE CASCADE,
    -- fingerprint+alignment or clip.
    "how" TEXT NOT NULL,
    -- Of a fingerprint: how likely it is the same picture, 0..1. Of CLIP: the cosine.
    "confidence" REAL NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "template_likeness_pkey" PRIMARY KEY ("picture_a", "picture_b", "how")
);
CREATE INDEX "template_likeness_picture_b_idx" ON "template_likeness" ("picture_b");

-- One row: rises whenever the pictures that uploads are recognised by change, or what is known of them. A sequence would rise before the
-- change can be seen.
CREATE TABLE "template_gallery" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "template_gallery_pkey" PRIMARY KEY ("id")
);
INSERT INTO "template_gallery" DEFAULT VALUES;

CREATE FUNCTION "gallery_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "template_gallery" SET "revision" = "revision" + 1;
    PERFORM pg_notify('memezap_gallery', 'changed');
    RETURN NULL;
END $$;

-- Only what belongs to a published template is recognised.
CREATE FUNCTION "gallery_print_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "template_gallery" SET "revision" = "revision" + 1
    WHERE EXISTS (SELECT FROM "template" JOIN "template_picture" ON "template_id" = "template"."id"
        WHERE "template_picture"."id" = NEW."picture_id" AND "state" = 'PUBLISHED');
    IF FOUND THEN
        PERFORM pg_notify('memezap_gallery', 'changed');
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION "gallery_picture_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "template_gallery" SET "revision" = "revision" + 1
    WHERE EXISTS (SELECT FROM "template" WHERE "template"."id" = OLD."template_id" AND "state" = 'PUBLISHED');
    IF FOUND THEN
        PERFORM pg_notify('memezap_gallery', 'changed');
    END IF;
    RETURN NULL;
END $$;

-- Not for counts of uses: they change with every meme.
CREATE TRIGGER "template_gallery_update" AFTER UPDATE ON "template" FOR EACH ROW
    WHEN ((OLD."state" = 'PUBLISHED' OR NEW."state" = 'PUBLISHED')
        AND (OLD."state", OLD."slug", OLD."name", OLD."boxes") IS DISTINCT FROM (NEW."state", NEW."slug", NEW."name", NEW."boxes"))
    EXECUTE FUNCTION "gallery_changed"();
CREATE TRIGGER "template_gallery_delete" AFTER DELETE ON "template" FOR EACH ROW
    WHEN (OLD."state" = 'PUBLISHED') EXECUTE FUNCTION "gallery_changed"();
-- A picture that goes while its template stays.
CREATE TRIGGER "template_gallery_picture" AFTER DELETE OR UPDATE ON "template_picture" FOR EACH ROW
    EXECUTE FUNCTION "gallery_picture_changed"();
-- A picture is known when its print is written.
CREATE TRIGGER "template_gallery_print" AFTER INSERT OR UPDATE ON "template_print" FOR EACH ROW
    EXECUTE FUNCTION "gallery_print_changed"();

-- Used from as many rows on as docs/decisions/009-vectors.md says; below it, a scan is as fast and misses nothing.
CREATE INDEX "template_fingerprint_vector_idx" ON "template_fingerprint" USING hnsw ("vector" halfvec_ip_ops);
CREATE INDEX "template_clip_vector_idx" ON "template_clip" USING hnsw ("vector" halfvec_cosine_ops);
