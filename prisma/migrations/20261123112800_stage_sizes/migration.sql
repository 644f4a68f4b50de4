-- How long a stage stood in line, and how much it had to do. Null in older rows, and where a stage does not say.
ALTER TABLE "stage_row"
    ADD COLUMN "waited_ms" DOUBLE PRECISION,
    ADD COLUMN "input_bytes" BIGINT,
    ADD COLUMN "output_bytes" BIGINT,
    ADD COLUMN "width_px" INTEGER,
    ADD COLUMN "height_px" INTEGER;
