-- What all processes share so that it is done once: one table for all such caches, in place of one each.
CREATE TABLE "cache_entry" (
    -- core/cacheCounters.ts
    "cache" TEXT NOT NULL,
    -- Hash of all that the value depends on.
    "key" TEXT NOT NULL,
    -- store/cache/envelope.ts
    "value" BYTEA NOT NULL,
    -- To ten minutes: not every reading is a writing. Without an index, so that noting it changes no index either.
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "cache_entry_pkey" PRIMARY KEY ("cache", "key")
);

-- Who is making an entry just now. Nothing is lost when the server crashes and empties it.
CREATE UNLOGGED TABLE "cache_lease" (
    "cache" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    -- Somebody waits, and wants to be told.
    "waited" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "cache_lease_pkey" PRIMARY KEY ("cache", "key")
);

-- A worker's answer to a question of the site, for the minute in which somebody may want it: whatever becomes of the caches.
CREATE TABLE "worker_answer" (
    "key" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    CONSTRAINT "worker_answer_pkey" PRIMARY KEY ("key")
);

-- Redis outlives the database that its findings were made with, and may serve several: a number alone would name another gallery after a restore.
ALTER TABLE "template_gallery" ADD COLUMN "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp();
CREATE FUNCTION "gallery_changed_now"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW."changed_at" := clock_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER "template_gallery_now" BEFORE UPDATE ON "template_gallery" FOR EACH ROW EXECUTE FUNCTION "gallery_changed_now"();
