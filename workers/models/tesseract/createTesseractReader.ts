import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { createWorker, OEM, PSM } from 'tesseract.js'
import { fromPx } from '#core/box'
import type { TextReader } from '#workers/models/textReader'
import { unlessAborted } from '#workers/models/unlessAborted'
import { sourcesIn, versionOf } from '#workers/models/version'

const language = 'eng'
const packageFile = createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`)
const languageData = join(dirname(packageFile), '4.0.0_best_int')

/** The reader's version, without loading its data. */
export async function tesseractVersion(): Promise<string> {
  const sources = await sourcesIn(dirname(fileURLToPath(import.meta.url)))
  return versionOf([join(languageData, `${language}.traineddata.gz`), ...sources])
}

/** tesseract.js, which runs in a thread of its own: English only, less exact on memes, no turned text. */
export async function createTesseractReader(): Promise<TextReader> {
  const start = performance.now()
  const version = await tesseractVersion()
  const worker = await createWorker(language, OEM.LSTM_ONLY, {
    langPath: languageData,
    gzip: true,
    cacheMethod: 'none',
  })
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT })
  return {
    engine: 'tesseract',
    version,
    device: 'cpu',
    notUsed: [],
    loadMs: performance.now() - start,
    readText(bitmap, signal) {
      return unlessAborted(async () => {
        const { width, height, channels } = bitmap
        const png = await sharp(bitmap.data, { raw: { width, height, channels } })
          .png({ compressionLevel: 1 })
          .toBuffer()
        const { data } = await worker.recognize(png, {}, { blocks: true, text: false })
        const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
        return lines.flatMap(({ text, confidence, bbox }) => {
          const boxPx = {
            xPx: bbox.x0,
            yPx: bbox.y0,
            widthPx: bbox.x1 - bbox.x0,
            heightPx: bbox.y1 - bbox.y0,
            angle: 0,
          }
          const trimmed = text.trim()
          return trimmed === '' || confidence < 30
            ? []
            : [{ text: trimmed, confidence: confidence / 100, box: fromPx(boxPx, width, height) }]
        })
      }, signal)
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
