/**
 * glibc's allocator for the worker process. Its many threads each keep an arena of freed picture buffers by default: a worker grew past 900 MB in
 * 500 jobs. One arena, whose blocks above 256 KB go back to the system at once, takes 60 to 80 MB less than with 16 MB as the border, for 2 % more
 * processor time (docs/benchmarks.md). The text reader, which would wait for page faults, has an arena of its own (workers/models/session.ts).
 * Variables that are set already win.
 */
export const workerAllocator = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '262144',
  MALLOC_TRIM_THRESHOLD_: '1048576',
} as const

/**
 * Node's own for the worker process and its threads: new objects get 1 MB instead of 16 before they are looked through, in each of four heaps: more than 75 MB
 * less, for 5 to 8 % of a meme's time (2 MB: no time that could be told from none, some 40 MB more). Pixels lie outside of these heaps. The collector is at hand for workers/collectGarbage.ts.
 * Heaps limited to 512 MB instead of 4 GB grow by less at a time, some 15 MB in all; the four of a busy worker take some 90 MB together.
 */
export const workerNodeFlags = ['--max-semi-space-size=1', '--expose-gc', '--max-old-space-size=512'] as const
