import { Shape } from 'react-konva/lib/ReactKonvaCore'
import { drawCaption } from '#core/lettering/drawCaption'
import type { CaptionLayout } from '#core/lettering/types'

/** A caption, drawn by the worker's own code. */
export function WordsShape({ layout }: { readonly layout: CaptionLayout }) {
  return <Shape listening={false} sceneFunc={(context) => drawCaption(context._context, layout)} />
}
