import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { escapeXml } from '#scripts/eval/contactSheet'

/**
 * A picture in a feed on a phone, as a screenshot shows it: clock, account, buttons, comments. Names and icons vary little, as they do: different pictures
 * in one interface must stay different.
 */
export async function phoneScreen({ data, width, height, channels }: Bitmap, random: () => number): Promise<Bitmap> {
  const dark = random() < 0.4
  const [ground, ink] = dark ? ['#101014', '#eeeeee'] : ['#ffffff', '#111111']
  const unit = width / 20
  const above = Math.round(unit * (2.5 + 2 * random()))
  const below = Math.round(unit * (3 + 5 * random()))
  const account = ['daily.memes', 'just4fun', 'the_meme_corner'][Math.floor(random() * 3)]!
  const line = (y: number, x: number, text: string, size = 0.8): string =>
    `<text x="${x * unit}" y="${y}" font-family="sans-serif" font-size="${size * unit}" fill="${ink}">${escapeXml(text)}</text>`
  const base = above + height
  const icons = [0, 1, 2].map(
    (k) =>
      `<circle cx="${(1.2 + 1.7 * k) * unit}" cy="${base + unit}" r="${0.55 * unit}" fill="none" stroke="${ink}" stroke-width="2"/>
       <path d="M${(0.9 + 1.7 * k) * unit} ${base + unit} l${0.3 * unit} ${0.3 * unit} l${0.4 * unit} -${0.6 * unit}" stroke="${ink}" fill="none" stroke-width="2"/>`,
  )
  const comments = Array.from({ length: Math.floor((below / unit - 2.6) / 1.2) }, (_, k) =>
    line(base + (3.8 + 1.2 * k) * unit, 0.6, `friend_${k + 1} haha this is so true, me every day`, 0.7),
  )
  const interfaceSvg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${above + height + below}">
    ${line(unit, 0.6, `${Math.floor(random() * 12)}:${String(Math.floor(random() * 60)).padStart(2, '0')}`)}
    <rect x="${17.8 * unit}" y="${0.4 * unit}" width="${1.4 * unit}" height="${0.6 * unit}" rx="3" fill="none" stroke="${ink}" stroke-width="2"/>
    <circle cx="${1.2 * unit}" cy="${above - unit}" r="${0.7 * unit}" fill="#c84c6a"/>${line(above - 0.7 * unit, 2.4, account)}
    ${line(above - 0.7 * unit, 18.4, '...')}${icons.join('')}
    ${line(base + 2.6 * unit, 0.6, `${Math.floor(1000 + 90_000 * random()).toLocaleString('en')} likes`)}${comments.join('')}</svg>`
  const picture = await sharp(data, { raw: { width, height, channels } }).png().toBuffer()
  const screen = sharp({
    create: { width, height: above + height + below, channels: 3, background: ground },
  }).composite([
    { input: picture, left: 0, top: above },
    { input: Buffer.from(interfaceSvg), left: 0, top: 0 },
  ])
  const { data: pixels, info } = await screen.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: pixels, width: info.width, height: info.height, channels: 3 }
}
