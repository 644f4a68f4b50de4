-- The lower goes first: 0 for what somebody asked for by itself, 1..9 for items of a batch.
ALTER TABLE "job" ADD COLUMN "priority" SMALLINT NOT NULL DEFAULT 0;

-- Several memes that were asked for at once.
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "batch_created_at_idx" ON "batch"("created_at");

-- What became of each item when it was asked for. Without a foreign key to job: jobs are cleaned away by themselves.
CREATE TABLE "batch_item" (
    "batch_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "job_id" UUID,
    "joined" BOOLEAN NOT NULL DEFAULT false,
    "from_finished_meme" BOOLEAN NOT NULL DEFAULT false,
    "problem" JSONB,

    CONSTRAINT "batch_item_pkey" PRIMARY KEY ("batch_id","index")
);
ALTER TABLE "batch_item" ADD CONSTRAINT "batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
