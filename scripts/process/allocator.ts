/**
 * glibc's allocator for the worker process. Its many threads each keep an arena of freed picture buffers by default: a worker grew past 900 MB in
 * 500 jobs. One arena that gives large blocks back stays under 700 MB at about the same speed; smaller thresholds save more, but the text reader
 * then waits for page faults (docs/benchmarks.md). Variables that are set already win.
 */
export const workerAllocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '16777216',
  MALLOC_TRIM_THRESHOLD_: '16777216',
} as const
