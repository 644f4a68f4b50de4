import { Line } from 'react-konva/lib/ReactKonvaCore'
import type { Size } from '../../../curate/geometry/moveBox'
import type { Guide } from '../../../curate/geometry/snap'

/** The lines that a box has fallen onto, right across the picture. */
export function GuideLines({ guides, picture }: { readonly guides: readonly Guide[]; readonly picture: Size }) {
  return guides.map(({ axis, atPx }) => (
    <Line
      key={`${axis} ${atPx}`}
      points={axis === 'x' ? [atPx, 0, atPx, picture.height] : [0, atPx, picture.width, atPx]}
      stroke="#ff2d87"
      strokeWidth={1.5}
      strokeScaleEnabled={false}
      listening={false}
    />
  ))
}
