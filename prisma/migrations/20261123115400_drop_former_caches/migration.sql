-- What was in these only saved time; cache_entry takes their place.
DROP TABLE "ocr_reading";
DROP TABLE "embedding";
DROP TABLE "upload_description";
