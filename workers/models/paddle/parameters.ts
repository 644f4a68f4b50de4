/** Every number the reader depends on. They are part of its version, so changing one makes cached readings stale. */
export const parameters = {
  /** The picture is scaled, up or down, until its longer side has this many pixels for detection. */
  detectionSide: 736,
  /** Edge pixels repeated round the picture, so that letters cut by its edge are seen, as a share of `detectionSide`. */
  detectionMargin: 0.02,
  /** A pixel with at least this probability belongs to the core of a line. */
  coreThreshold: 0.3,
  /** Least mean probability over a core. */
  coreScore: 0.5,
  /** Height of letters with their outline over height of the core that the detector paints. */
  growth: 0.85,
  /** Pieces nearer than this share of their height are words of one line. */
  wordGap: 0.6,
  /** Lines turned less than this are taken as level, in degrees. */
  levelAngle: 2,
  /** Height that the recognition model reads. */
  lineHeight: 48,
  /** Room above and below the letters for recognition, as a share of their height. */
  lineMargin: 0.06,
  /** Room before and after the letters. */
  endMargin: 0.15,
  /** Lines that are read together, at most, … */
  mostInBatch: 6,
  /** … each at least this share of the longest one's length. */
  leastOfBatch: 0.9,
  /** Widening of letters for recognition: condensed meme fonts have less than one time step between letters. */
  stretch: 1,
  /** A gap between letters is a space if the model gives the space at least this probability somewhere in it. */
  spaceProbability: 0.02,
  /** Confidence is the characters' mean probability to the power of 1 + this / their number. */
  fewLetters: 2,
  /** A line read with less confidence is tried the other way up as well. */
  doubtful: 0.8,
  /** … unless it was read with less than this: that is no line, and pictures without words have many such. */
  hopeless: 0.05,
  /** … and must be read so with more confidence than this: noise gets no second throw of the dice. */
  sure: 0.9,
  /** Lines under this confidence are never reported. */
  leastConfidence: 0.3,
} as const

/** The type of `parameters`, for evaluations that try others. */
export type Parameters = typeof parameters
