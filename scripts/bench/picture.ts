import { createCanvas, type Image, type SKRSContext2D } from '@napi-rs/canvas'
import { registerFonts } from '#workers/lettering/registerFonts'

const WIDTH = 1024
const HEIGHT = 768

/** A sequence of numbers 0..1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Sky, hills and blobs with grain: as much detail for codecs and models as a photo of a plain scene. */
function drawScene(context: SKRSContext2D, random: () => number): void {
  const hue = random() * 360
  const sky = context.createLinearGradient(0, 0, 0, HEIGHT)
  sky.addColorStop(0, `hsl(${hue} 60% 45%)`)
  sky.addColorStop(1, `hsl(${hue + 40} 55% 75%)`)
  context.fillStyle = sky
  context.fillRect(0, 0, WIDTH, HEIGHT)
  for (let i = 0; i < 60; i++) {
    context.fillStyle = `hsl(${hue + random() * 180} ${30 + random() * 50}% ${20 + random() * 60}% / 0.5)`
    context.beginPath()
    const [x, y] = [random() * WIDTH, HEIGHT * (0.2 + 0.7 * random())]
    context.ellipse(x, y, 20 + random() * 120, 15 + random() * 90, random() * 3, 0, 7)
    context.fill()
  }
  const pixels = context.getImageData(0, 0, WIDTH, HEIGHT)
  for (let i = 0; i < pixels.data.length; i++) if (i % 4 !== 3) pixels.data[i]! += (random() - 0.5) * 12
  context.putImageData(pixels, 0, 0)
}

function letter(context: SKRSContext2D, words: string, y: number): void {
  registerFonts('anton', words)
  context.font = '84px Anton'
  context.textAlign = 'center'
  context.lineJoin = 'round'
  context.lineWidth = 12
  context.strokeStyle = '#000'
  context.strokeText(words, context.canvas.width / 2, y)
  context.fillStyle = '#fff'
  context.fillText(words, context.canvas.width / 2, y)
}

/** A 1024 × 768 JPEG like a photo; each seed gives another one. @param captions drawn at its top and bottom as memes have them */
export function benchPicture(seed: number, captions: readonly [string, string] | null): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  drawScene(context, randomFrom(seed))
  if (captions) {
    letter(context, captions[0], 110)
    letter(context, captions[1], HEIGHT - 40)
  }
  return canvas.toBuffer('image/jpeg', 90)
}

/** A template's picture as it goes round: 1024 px, words at its top and bottom, a JPEG. */
export function captionedTemplate(picture: Image, captions: readonly [string, string]): Buffer {
  const scale = WIDTH / Math.max(picture.width, picture.height)
  const canvas = createCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  letter(context, captions[0], 110)
  letter(context, captions[1], canvas.height - 40)
  return canvas.toBuffer('image/jpeg', 90)
}
