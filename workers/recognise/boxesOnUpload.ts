import { type BoxPx, fromPx, toPx } from '#core/box'
import type { Align } from '#core/style'
import type { TemplateBox } from '#core/template'
import { isFlipped, type Transform } from '#workers/recognise/transform'

interface Size {
  readonly width: number
  readonly height: number
}

/** A template's boxes as they lie on an upload. */
export interface MappedBoxes {
  /** In their order; cut off at the upload's edges. */
  readonly boxes: readonly TemplateBox[]
  /** How many of them lie mostly off the upload. */
  readonly leftOut: number
}

/** A box that keeps less of itself than this holds no caption any more. */
const leastKept = 1 / 3

/**
 * Where a template's boxes lie on an upload. Lettering is not mirrored with the picture, but keeps to the side of the box that it kept to.
 * @param template the picture's size that `transform` is from, in pixels
 * @param upload the size that it leads to
 */
export function boxesOnUpload(
  boxes: readonly TemplateBox[],
  template: Size,
  upload: Size,
  transform: Transform,
): MappedBoxes {
  const beyond = templateBeyond(template, upload, transform)
  const mapped = boxes.flatMap(({ box, style, example }) => {
    const whole = mapBox(toPx(box, template.width, template.height), transform)
    const part = cutOff(whole, upload, beyond)
    if (part.widthPx * part.heightPx < leastKept * whole.widthPx * whole.heightPx) return []
    const align = isFlipped(transform) ? mirrored[style.align] : style.align
    return [{ box: fromPx(part, upload.width, upload.height), style: { ...style, align }, example }]
  })
  return { boxes: mapped, leftOut: boxes.length - mapped.length }
}

const mirrored: Readonly<Record<Align, Align>> = { left: 'right', center: 'center', right: 'left' }

/** The same box under the transform; a stretched turned box is no rectangle any more, but nearly: pictures are stretched by a few percent at most. */
function mapBox(box: BoxPx, { scaleX, scaleY, offsetX, offsetY }: Transform): BoxPx {
  const radians = (box.angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  const [across, down] = [Math.abs(scaleX), Math.abs(scaleY)]
  const widthPx = box.widthPx * Math.hypot(cosine * across, sine * down)
  const heightPx = box.heightPx * Math.hypot(sine * across, cosine * down)
  const turned = (Math.atan2(sine * down, cosine * across) * 180) / Math.PI
  const x = scaleX * (box.xPx + box.widthPx / 2) + offsetX
  const y = scaleY * (box.yPx + box.heightPx / 2) + offsetY
  const angle = box.angle === 0 ? 0 : scaleX < 0 ? -turned : turned
  return { xPx: x - widthPx / 2, yPx: y - heightPx / 2, widthPx, heightPx, angle }
}

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** How far the template reaches beyond each edge of the upload, in pixels. */
function templateBeyond(template: Size, upload: Size, { scaleX, scaleY, offsetX, offsetY }: Transform): Edges {
  const [one, other] = [offsetX, offsetX + scaleX * template.width]
  return {
    left: Math.max(0, -Math.min(one, other)),
    right: Math.max(0, Math.max(one, other) - upload.width),
    top: Math.max(0, -offsetY),
    bottom: Math.max(0, offsetY + scaleY * template.height - upload.height),
  }
}

/**
 * Trims a box, in its own directions, until no more of it is off the upload than was off the template; at each edge on the side that loses the smaller
 * share.
 */
function cutOff(box: BoxPx, { width, height }: Size, most: Edges): BoxPx {
  const radians = (box.angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  const [x, y] = [box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2]
  const from = { u: -box.widthPx / 2, v: -box.heightPx / 2 }
  const to = { u: box.widthPx / 2, v: box.heightPx / 2 }
  const edges = [
    { u: -cosine, v: sine, limit: x, most: most.left },
    { u: cosine, v: -sine, limit: width - x, most: most.right },
    { u: -sine, v: -cosine, limit: y, most: most.top },
    { u: sine, v: cosine, limit: height - y, most: most.bottom },
  ]
  for (const edge of edges) {
    const reach = Math.max(edge.u * from.u, edge.u * to.u) + Math.max(edge.v * from.v, edge.v * to.v)
    const beyond = Math.min(reach - edge.limit, edge.most)
    if (beyond <= 1e-6) continue
    const shareOf = (axis: 'u' | 'v') => beyond / (Math.abs(edge[axis]) * Math.max(1e-9, to[axis] - from[axis]))
    const axis = shareOf('u') <= shareOf('v') ? 'u' : 'v'
    const trimmed = Math.min(beyond / Math.abs(edge[axis]), to[axis] - from[axis])
    if (edge[axis] > 0) to[axis] -= trimmed
    else from[axis] += trimmed
  }
  const [u, v] = [(from.u + to.u) / 2, (from.v + to.v) / 2]
  const [widthPx, heightPx] = [to.u - from.u, to.v - from.v]
  const [centreX, centreY] = [x + u * cosine - v * sine, y + u * sine + v * cosine]
  return { xPx: centreX - widthPx / 2, yPx: centreY - heightPx / 2, widthPx, heightPx, angle: box.angle }
}
