-- Figures that were over their thresholds (store/alerts/README.md).
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    -- core/alerts/alertKinds.ts
    "kind" TEXT NOT NULL,
    -- When it was opened, and the most since.
    "value" DOUBLE PRECISION NOT NULL,
    "worst" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Since when the figure has been well under the threshold; null while it is not.
    "calm_since" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);
-- One open alert of a kind, whoever looks.
CREATE UNIQUE INDEX "alert_open_idx" ON "alert"("kind") WHERE "closed_at" IS NULL;
CREATE INDEX "alert_opened_at_idx" ON "alert"("opened_at");

-- What the webhook is to be told: written with the change itself, so that no change is told twice and none is forgotten.
CREATE TABLE "alert_message" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    -- opened or closed
    "event" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    -- Why the latest try failed.
    "failure" TEXT,

    CONSTRAINT "alert_message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "alert_message_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "alert_message_event_idx" ON "alert_message"("alert_id", "event");
CREATE INDEX "alert_message_due_idx" ON "alert_message"("due_at") WHERE "sent_at" IS NULL;

-- When somebody last looked, and since when no worker has been ready. One row.
CREATE TABLE "alert_check" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "no_workers_since" TIMESTAMPTZ(3),

    CONSTRAINT "alert_check_pkey" PRIMARY KEY ("id")
);
