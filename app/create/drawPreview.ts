import { toPx } from '#core/box'
import { drawCaption } from '#core/lettering/drawCaption'
import type { PreviewPlan } from './previewPlan'
import type { Region, Scene } from './scene'

/** The picture with its old words and without them, of equal proportions. */
export interface PreviewPictures {
  readonly original: CanvasImageSource
  /** Null until it is made: the places are veiled meanwhile. */
  readonly cleaned: CanvasImageSource | null
}

/** How far the cleaned pixels reach beyond a region, in line heights: outlines and shadows of the old letters lie there. */
const reach = 0.25

function clipToRegion(context: CanvasRenderingContext2D, region: Region, { width, height }: Scene): void {
  const box = toPx(region.box, width, height)
  const lineHeightPx = Math.max(...region.lines.map((line) => line.box.height * height), 1)
  const padPx = lineHeightPx * reach
  context.translate(box.xPx + box.widthPx / 2, box.yPx + box.heightPx / 2)
  context.rotate((box.angle * Math.PI) / 180)
  context.beginPath()
  context.rect(-box.widthPx / 2 - padPx, -box.heightPx / 2 - padPx, box.widthPx + 2 * padPx, box.heightPx + 2 * padPx)
  context.rotate((-box.angle * Math.PI) / 180)
  context.translate(-box.xPx - box.widthPx / 2, -box.yPx - box.heightPx / 2)
  context.clip()
}

/**
 * Draws the meme as it will be: the picture, cleaned pixels where old words go, the new words.
 * @param scale canvas pixels per pixel of the finished picture
 */
export function drawPreview(
  context: CanvasRenderingContext2D,
  scene: Scene,
  plan: PreviewPlan,
  pictures: PreviewPictures,
  scale: number,
): void {
  const { width, height } = scene
  const { canvas } = plan.placement
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.imageSmoothingQuality = 'high'
  context.fillStyle = canvas.barColor
  context.fillRect(0, 0, plan.placement.width, plan.placement.height)
  context.save()
  context.translate(0, canvas.addTopPx)
  // Without words that are kept, the cleaned picture is the very one that the worker letters.
  const all = pictures.cleaned !== null && scene.regions.every(({ id }) => plan.removed.includes(id))
  context.drawImage(all && pictures.cleaned ? pictures.cleaned : pictures.original, 0, 0, width, height)
  for (const region of scene.regions) {
    if (all || !plan.removed.includes(region.id)) continue
    context.save()
    clipToRegion(context, region, scene)
    if (pictures.cleaned) context.drawImage(pictures.cleaned, 0, 0, width, height)
    else {
      context.globalAlpha = 0.72
      context.fillStyle = region.background.color
      context.fillRect(0, 0, width, height)
    }
    context.restore()
  }
  context.restore()
  for (const layout of plan.layouts) if (layout) drawCaption(context, layout)
}
