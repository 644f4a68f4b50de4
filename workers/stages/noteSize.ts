import type { StageNote } from '../step'

/** Notes how large the picture is that a stage works on, in pixels. */
export function noteSize(
  note: StageNote,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  note.widthPx = width
  note.heightPx = height
}
