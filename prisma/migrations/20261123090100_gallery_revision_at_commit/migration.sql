-- The gallery's revision rises when a transaction ends, not at its first change: its row is then the last that anybody locks. Otherwise saving a
-- template (revision, then pictures) and describing one of its pictures (picture, then revision) could wait for each other.
DROP TRIGGER "template_gallery_update" ON "template";
DROP TRIGGER "template_gallery_delete" ON "template";
DROP TRIGGER "template_gallery_picture" ON "template_picture";
DROP TRIGGER "template_gallery_print" ON "template_print";

CREATE CONSTRAINT TRIGGER "template_gallery_update" AFTER UPDATE ON "template" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN ((OLD."state" = 'PUBLISHED' OR NEW."state" = 'PUBLISHED')
        AND (OLD."state", OLD."slug", OLD."name", OLD."boxes") IS DISTINCT FROM (NEW."state", NEW."slug", NEW."name", NEW."boxes"))
    EXECUTE FUNCTION "gallery_changed"();
CREATE CONSTRAINT TRIGGER "template_gallery_delete" AFTER DELETE ON "template" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD."state" = 'PUBLISHED') EXECUTE FUNCTION "gallery_changed"();
CREATE CONSTRAINT TRIGGER "template_gallery_picture" AFTER DELETE OR UPDATE ON "template_picture" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION "gallery_picture_changed"();
CREATE CONSTRAINT TRIGGER "template_gallery_print" AFTER INSERT OR UPDATE ON "template_print" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION "gallery_print_changed"();
