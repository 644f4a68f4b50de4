const words = [
  [0.99, 'certain'],
  [0.95, 'almost certain'],
  [0.8, 'very likely'],
  [0.5, 'likely'],
  [0.2, 'possible'],
] as const

/** How sure a recognition is, in plain words. @param confidence 0..1 */
export const confidenceText = (confidence: number): string =>
  words.find(([least]) => confidence >= least)?.[1] ?? 'unlikely'
