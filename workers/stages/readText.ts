import type { Config } from '#core/config'
import { createPaddleReader, paddleVersion } from '#workers/models/paddle/createPaddleReader'
import { providersFor } from '#workers/models/providers'
import { createTesseractReader, tesseractVersion } from '#workers/models/tesseract/createTesseractReader'
import type { TextReader } from '#workers/models/textReader'

export type { TextReader }

/** Starts the reader that `config.ocr.engine` names, with its models loaded. */
export async function createTextReader(config: Pick<Config, 'ocr' | 'workers' | 'vector_db'>): Promise<TextReader> {
  return config.ocr.engine === 'tesseract'
    ? createTesseractReader()
    : createPaddleReader(config.workers.ocr_threads, undefined, providersFor(config.vector_db.enable_gpu))
}

/** Which reader that would be, without loading anything. */
export async function textReaderId({
  ocr: { engine },
}: Pick<Config, 'ocr'>): Promise<Pick<TextReader, 'engine' | 'version'>> {
  return { engine, version: await (engine === 'tesseract' ? tesseractVersion() : paddleVersion()) }
}
