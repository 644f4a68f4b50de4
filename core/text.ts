import type { Box } from './box'

/** One line of text that OCR read. */
export interface TextLine {
  readonly text: string
  /** Tight around the ink, outline included. */
  readonly box: Box
  /**
   * 0..1, what `ocr.confidence_threshold` is compared with. paddle: p^(1 + 2/n), where p is the mean probability of the n characters;
   * tesseract: its own. No engine reports less than 0.3.
   */
  readonly confidence: number
}

/** Lines that belong together: one caption of the meme. */
export interface TextRegion {
  /** Position in reading order, as text: "0", "1", … The same picture and engine give the same ids. */
  readonly id: string
  /** The lines' texts joined by line feeds. */
  readonly text: string
  readonly box: Box
  readonly lines: readonly TextLine[]
}
