-- From a meme to the job that made it; deleting a meme looks for its jobs, too.
CREATE INDEX "job_meme_id_idx" ON "job"("meme_id");
