import { z } from 'zod'

const positive = z.number().positive()
const count = z.number().int().positive()
const fraction = z.number().min(0).max(1)

/** The shape of config.yaml. What each key does stands beside it in that file. Unknown keys are refused. */
export const configSchema = z.strictObject({
  server: z.strictObject({
    public_url: z.string(),
    trusted_proxies: z.number().int().min(0).max(10),
  }),
  ocr: z.strictObject({
    engine: z.enum(['paddle', 'tesseract']),
    enable_cache: z.boolean(),
    cache_expiry_days: positive,
    cache_size: z.number().nonnegative(),
    confidence_threshold: fraction,
  }),
  image_processing: z.strictObject({
    inpaint_engine: z.enum(['pyramid', 'opencv']),
    enable_fast_inpaint: z.boolean(),
    max_processing_dimension: z.number().int().min(256).max(4096),
    skip_text_removal_threshold: z.number().min(0).max(100),
    jpeg_quality: z.number().int().min(1).max(100),
    max_result_dimension: z.number().int().min(256).max(16384),
  }),
  clip: z.strictObject({
    model: z.string().regex(/^[\w-][\w.-]*$/, 'must be the name of a folder'),
    directory: z.string(),
    image_idle_minutes: positive.max(10_000),
    enable_cache: z.boolean(),
    cache_expiry_days: positive,
    cache_size: z.number().nonnegative(),
  }),
  vector_db: z.strictObject({
    enable_gpu: z.boolean(),
    enable_half_precision: z.boolean(),
    max_image_size: count,
    cache_size: z.number().int().nonnegative(),
    similarity_threshold: fraction,
  }),
  cache: z.strictObject({
    enable_font_cache: z.boolean(),
    font_cache_size: z.number().int().nonnegative(),
    enable_image_cache: z.boolean(),
    image_cache_size: z.number().int().nonnegative(),
    enable_template_cache: z.boolean(),
    template_cache_size: z.number().int().nonnegative(),
    enable_text_cache: z.boolean(),
    text_cache_size: z.number().int().nonnegative(),
    memory_idle_minutes: positive,
    enable_fingerprint_cache: z.boolean(),
    fingerprint_cache_size: z.number().nonnegative(),
    enable_match_cache: z.boolean(),
    match_cache_size: z.number().nonnegative(),
    match_cache_hours: positive,
    enable_analysis_cache: z.boolean(),
    analysis_cache_size: z.number().nonnegative(),
    enable_meme_cache: z.boolean(),
    url_result_minutes: z.number().nonnegative(),
    cleanup_interval_hours: positive,
  }),
  monitoring: z.strictObject({
    log_timing: z.boolean(),
    log_memory_usage: z.boolean(),
    enable_profiling: z.boolean(),
    retention_days: positive,
    public_performance: z.boolean(),
  }),
  alerts: z.strictObject({
    p95_ms: z.number().nonnegative(),
    error_rate_percent: z.number().min(0).max(100),
    queue_age_seconds: z.number().nonnegative(),
    no_workers_seconds: z.number().nonnegative(),
    window_minutes: z.number().int().min(1).max(1440),
    min_jobs: count,
    check_seconds: positive,
  }),
  queue: z
    .strictObject({
      max_attempts: count,
      max_waiting: count,
      job_timeout_seconds: positive,
      heartbeat_seconds: positive,
      dead_after_seconds: positive,
    })
    .refine(({ heartbeat_seconds, dead_after_seconds }) => dead_after_seconds > 1.5 * heartbeat_seconds, {
      message: 'must be more than one and a half times heartbeat_seconds, or living workers are taken for dead',
      path: ['dead_after_seconds'],
    }),
  workers: z.strictObject({
    jobs: count,
    ocr: count,
    inpaint: count,
    render: count,
    embed: count,
    ocr_threads: count,
    megapixels_in_flight: positive,
  }),
  storage: z.strictObject({
    directory: z.string().min(1),
    upload_expiry_hours: positive,
    meme_expiry_days: positive,
    max_meme_mib: positive,
  }),
  limits: z.strictObject({
    max_upload_bytes: count,
    max_archive_bytes: count,
    max_archive_files: count,
    max_unpacked_bytes: count,
    max_pixels: count,
    max_captions: count,
    max_caption_characters: count,
    max_batch: count,
    min_font_px: positive,
    fetch_timeout_seconds: positive,
    max_redirects: z.number().int().nonnegative(),
    max_query_depth: count,
    max_query_tokens: count,
    max_root_fields: count,
    max_query_bytes: count,
    max_subscriptions: count,
  }),
})

/** config.yaml after the environment and the check: every key is there. */
export type Config = z.infer<typeof configSchema>
