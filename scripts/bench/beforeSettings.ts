/** The old prototype's other habits, as settings: no caches, removal whatever covers how little, TELEA, full size, one thing after another. */
export const beforeSettings: Readonly<Record<string, string>> = {
  MEMEZAP_OCR__ENABLE_CACHE: 'false',
  MEMEZAP_IMAGE_PROCESSING__INPAINT_ENGINE: 'opencv',
  MEMEZAP_IMAGE_PROCESSING__ENABLE_FAST_INPAINT: 'false',
  MEMEZAP_IMAGE_PROCESSING__MAX_PROCESSING_DIMENSION: '4096',
  MEMEZAP_IMAGE_PROCESSING__SKIP_TEXT_REMOVAL_THRESHOLD: '0',
  MEMEZAP_CACHE__ENABLE_MEME_CACHE: 'false',
  MEMEZAP_CACHE__ENABLE_FONT_CACHE: 'false',
  MEMEZAP_CACHE__ENABLE_IMAGE_CACHE: 'false',
  MEMEZAP_WORKERS__JOBS: '1',
}
