/** A size in bytes as people say it: "96 kB", "21.0 MB" (thousands, not 1024s). */
export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
