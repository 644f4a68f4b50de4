import { canvasMeasure } from '#core/lettering/canvasMeasure'
import { drawCaption } from '#core/lettering/drawCaption'
import { fontFor } from '#core/lettering/fonts'
import { layoutCaptions } from '#core/lettering/layoutCaptions'
import type { Place } from '#core/place/types'
import { defaultStyle } from '#core/style'
import { sampleScene, sampleSceneUrl } from './sampleScene'

const place = (yPx: number, verticalAlign: Place['verticalAlign']): Place => {
  const box = { xPx: 30, yPx, widthPx: sampleScene.width - 60, heightPx: 110, angle: 0 }
  return { kind: 'overlay', regionId: null, box, room: box, maxFontPx: 84, comfortableFontPx: 84, verticalAlign }
}

/** A captioned meme to try the page with, drawn here and sent as any other picture. */
export async function drawSample(): Promise<File> {
  const { width, height, captions } = sampleScene
  const scene = new Image()
  scene.src = sampleSceneUrl
  const { stack, weight } = fontFor('anton', captions[0])
  await Promise.all([scene.decode(), document.fonts.load(`${weight} 64px ${stack.split(',')[0]}`, captions.join(''))])
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  context.drawImage(scene, 0, 0, width, height)
  const layouts = layoutCaptions({
    captions,
    placement: {
      width,
      height,
      canvas: { addTopPx: 0, addBottomPx: 0, barColor: '#ffffff' },
      places: [place(18, 'top'), place(height - 128, 'bottom')],
    },
    styles: captions.map(() => defaultStyle),
    backgrounds: [null, null],
    measure: canvasMeasure(context),
    minFontPx: 12,
  })
  for (const layout of layouts) if (layout) drawCaption(context, layout)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return new File([blob!], 'cat-at-three-in-the-morning.jpg', { type: 'image/jpeg' })
}
