'use client'

import '../captionFontsHan.css'

/** Brings the stylesheet of the Chinese, Japanese and Korean caption fonts; draws nothing. */
export const HanFonts = (): null => null
