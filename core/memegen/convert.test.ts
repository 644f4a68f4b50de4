import { describe, expect, it } from 'vitest'
import { boxOfMemegen } from './box'
import { type MemegenConfig, memegenConfig } from './config'
import { type ExportedTemplate, memegenOfTemplate, type ToldByMemegen, templateOfMemegen } from './convert'

const size = { width: 600, height: 400 }

const config = memegenConfig.parse({
  name: 'Two Signs',
  source: null,
  keywords: [null, 'sign'],
  text: [
    {
      style: 'upper',
      color: 'white',
      font: 'thick',
      anchor_x: 0,
      anchor_y: 0,
      angle: 0,
      scale_x: 1,
      scale_y: 0.2,
      align: 'center',
      start: 0,
      stop: 1,
    },
    {
      style: 'mock',
      color: 'khaki',
      font: 'thin',
      anchor_x: 0.5,
      anchor_y: 0.5,
      angle: 30,
      scale_x: 0.3,
      scale_y: 0.1,
      align: 'left',
      start: 0.2,
      stop: 0.5,
    },
  ],
  example: ['only one'],
  overlay: [{ center_x: 0.5, center_y: 0.5, angle: 0, scale: 0.25 }],
  something_new: { nested: [1, 2] },
})

/** What the database does to JSON: the keys come back in another order. */
const throughDatabase = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)))
      : part,
  )

/** A template as it is stored after a plain import. */
const stored = ({ aliases = [], licence = '', ...told }: ToldByMemegen): ExportedTemplate => ({
  description: told.name,
  ...told,
  aliases,
  licence,
  isRetired: told.state === 'retired',
})

describe("memegen's format", () => {
  it('turns anticlockwise about the corner of the rectangle around, ours clockwise about the centre', () => {
    const box = boxOfMemegen({ anchor_x: 0.5, anchor_y: 0.5, angle: 90, scale_x: 0.3, scale_y: 0.1 }, size)
    // 180 × 40 px turned upright is 40 × 180 px from (300, 200): centre (320, 290).
    expect((box.x + box.width / 2) * 600).toBeCloseTo(320)
    expect((box.y + box.height / 2) * 400).toBeCloseTo(290)
    expect(box.angle).toBe(-90)
  })

  it('is understood as far as we have words for it, and says what we have none for', () => {
    const { template, notUnderstood } = templateOfMemegen(config, size)
    expect(template).toMatchObject({ name: 'Two Signs', source: '', keywords: ['sign'] })
    expect(template.boxes[0]).toMatchObject({
      style: { font: 'anton', color: '#ffffff', letterCase: 'upper' },
      example: 'only one',
    })
    expect(template.boxes[1]).toMatchObject({
      style: { font: 'noto-sans', color: '#f0e68c', align: 'left' },
      example: '',
    })
    expect(notUnderstood).toEqual(['key "something_new"', 'text 2: style "mock"'])
  })

  it('loses nothing on the way through us and the database', () => {
    const { template } = templateOfMemegen(config, size)
    expect(memegenOfTemplate(throughDatabase(stored(template)), size, throughDatabase(config))).toEqual(config)
  })

  it('writes what was changed, and leaves the rest as it stood', () => {
    const { template } = templateOfMemegen(config, size)
    const [first, second] = template.boxes
    const moved = { ...second!, box: { ...second!.box, x: second!.box.x + 0.1, angle: 0 } }
    const exported = memegenOfTemplate({ ...stored(template), name: 'Renamed', boxes: [first!, moved] }, size, config)
    expect(exported).toMatchObject({ name: 'Renamed', source: null, overlay: config.overlay })
    expect(exported.text[0]).toEqual(config.text[0])
    expect(exported.text[1]).toMatchObject({ style: 'mock', start: 0.2, angle: 0, scale_x: 0.3 })
    const again = templateOfMemegen(exported as MemegenConfig, size).template.boxes[1]!.box
    expect(again.x).toBeCloseTo(moved.box.x, 3)
    expect(again.y).toBeCloseTo(moved.box.y, 3)
  })
  it('writes what memegen has no words for beside it, and reads that again', () => {
    const { template } = templateOfMemegen(config, size)
    const [first, second] = template.boxes
    const outlined = {
      ...first!,
      style: { ...first!.style, outlineColor: '#112233', verticalAlign: 'bottom' as const },
    }
    const ours: ExportedTemplate = {
      ...stored(template),
      boxes: [outlined, second!],
      aliases: ['Signs'],
      description: 'Two signs by a road.',
      licence: 'CC0',
      isRetired: true,
    }
    for (const before of [config, undefined]) {
      const exported = memegenOfTemplate(throughDatabase(ours), size, before)
      expect(exported.memezap).toMatchObject({ aliases: ['Signs'], licence: 'CC0', state: 'retired' })
      const again = templateOfMemegen(memegenConfig.parse(throughDatabase(exported)), size)
      expect(stored(again.template)).toMatchObject({ ...ours, boxes: expect.anything() })
      expect(again.template.boxes[0]!.style).toEqual(outlined.style)
      expect(memegenOfTemplate(stored(again.template), size, exported)).toEqual(exported)
    }
  })

  it('keeps a template without any box', () => {
    const empty = { ...stored(templateOfMemegen(config, size).template), boxes: [] }
    const exported = memegenOfTemplate(empty, size)
    expect(templateOfMemegen(memegenConfig.parse(exported), size).template.boxes).toEqual([])
  })
})
