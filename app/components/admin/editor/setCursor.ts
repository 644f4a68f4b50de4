import type { KonvaEventObject } from 'konva/lib/Node'

/** Shows the mouse pointer that suits what is under it; empty for the stage's own. */
export function setCursor({ target }: KonvaEventObject<MouseEvent>, cursor: string): void {
  const stage = target.getStage()
  if (stage) stage.container().style.cursor = cursor
}
