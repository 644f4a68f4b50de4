/**
 * Where new words go.
 * - `AUTO`: in place of words that were found, else over the picture around its subject, else in a bar.
 * - `REPLACE_TEXT`: only in place of words that were found; a problem when there are none.
 * - `OVERLAY`: around the subject; words on the picture stay.
 * - `CAPTION_BAR`: in a bar that extends the canvas; words on the picture stay.
 */
export type Mode = 'AUTO' | 'REPLACE_TEXT' | 'OVERLAY' | 'CAPTION_BAR'
