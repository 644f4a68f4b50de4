-- Every word of names, aliases and keywords, once: what a misspelt word is put right by. Looking for the nearest among thousands of words
-- takes under a millisecond; among the names of 20,000 templates it took 67 (docs/decisions/010-search-fusion.md). Written by
-- store/templates/searchWords.ts; words that no template has any more go with the daily clean-up. External to Prisma, as "template_search" is.
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
INSERT INTO "search_word"
SELECT DISTINCT word FROM "template_search", unnest(tsvector_to_array(to_tsvector('simple', "names"))) AS word WHERE char_length(word) > 3;
CREATE INDEX "search_word_nearest" ON "search_word" USING gist ("word" gist_trgm_ops (siglen = 32));

-- Misspelt words were looked for here.
DROP INDEX "template_search_names";
