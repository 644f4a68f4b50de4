-- What a template's picture is found by where it does not look like the upload from afar: words of its corners' descriptions
-- (workers/recognise/features/cornerIndex.ts), 32 bits each, little endian. Rows from before are described anew: their version is old.
ALTER TABLE "template_print" ADD COLUMN "keys" BYTEA NOT NULL DEFAULT '';
ALTER TABLE "template_print" ALTER COLUMN "keys" SET STORAGE EXTERNAL;
