-- Which kinds of work no worker was ready for when the alert opened; empty for alerts about other figures.
ALTER TABLE "alert" ADD COLUMN "missing" TEXT[] NOT NULL DEFAULT '{}';
