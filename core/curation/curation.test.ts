import { describe, expect, test } from 'vitest'
import { defaultStyle } from '../style'
import type { TemplateBox } from '../template'
import { changedFields } from './changedFields'
import { TemplateIssuesError } from './fieldIssues'
import { missingForPublishing } from './missingForPublishing'
import { numberedSlug, slugOfName } from './slugOfName'
import { readTemplateEdit, type TemplateEdit } from './templateEdit'

const box = (changes: Partial<TemplateBox['box']> = {}, style = {}): TemplateBox => ({
  box: { x: 0.1, y: 0.1, width: 0.5, height: 0.2, angle: 0, ...changes },
  style: { ...defaultStyle, ...style },
  example: 'words',
})

describe('what a curator says of a template', () => {
  test('is tidied', () => {
    const said = {
      slug: ' two-buttons ',
      name: '  Two   Buttons ',
      aliases: ['Choice', ' choice', '', 'Sweat'],
      keywords: ['a', 'A'],
      description: 'One.\nTwo. ',
      boxes: [box({}, { color: '#FF8800' })],
    }
    expect(readTemplateEdit(said)).toEqual({
      slug: 'two-buttons',
      name: 'Two Buttons',
      aliases: ['Choice', 'Sweat'],
      keywords: ['a'],
      description: 'One.\nTwo.',
      boxes: [box({}, { color: '#ff8800' })],
    })
    expect(readTemplateEdit({})).toEqual({})
  })

  test.each<[TemplateEdit, string]>([
    [{ slug: 'Two Buttons' }, 'slug'],
    [{ slug: 'a--b' }, 'slug'],
    [{ slug: 'a'.repeat(81) }, 'slug'],
    [{ slug: '6f1c1a52-9a0f-4f6e-9b0c-0123456789ab' }, 'slug'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'a\u0000b' }, 'name'],
    [{ aliases: Array.from({ length: 31 }, String) }, 'aliases'],
    [{ keywords: ['fine', 'x'.repeat(61)] }, 'keywords.1'],
    [{ description: 'x'.repeat(1001) }, 'description'],
    [{ source: 'x'.repeat(2001) }, 'source'],
    [{ licence: 'x'.repeat(501) }, 'licence'],
    [{ boxes: Array(21).fill(box()) }, 'boxes'],
    [{ boxes: [box(), box({ x: 0.9 })] }, 'boxes.1.box'],
    [{ boxes: [box({ width: 0.01 })] }, 'boxes.0.box.width'],
    [{ boxes: [box({ height: 2.1, y: -1 })] }, 'boxes.0.box.height'],
    [{ boxes: [box({ angle: 181 })] }, 'boxes.0.box.angle'],
    [{ boxes: [box({ x: Number.NaN })] }, 'boxes.0.box.x'],
    [{ boxes: [box({}, { color: 'red' })] }, 'boxes.0.color'],
    [{ boxes: [box({}, { outlineWidth: 0.31 })] }, 'boxes.0.outlineWidth'],
    [{ boxes: [{ ...box(), example: 'x'.repeat(501) }] }, 'boxes.0.example'],
  ])('is refused with the field that is wrong (%#)', (said, field) => {
    try {
      readTemplateEdit(said)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(TemplateIssuesError)
      const { code, issues } = error as TemplateIssuesError
      expect({ code, fields: issues.map((issue) => issue.field) }).toEqual({ code: 'INPUT_INVALID', fields: [field] })
      expect(issues[0]!.message).toMatch(/^[A-Zxy].*\.$/)
    }
  })

  test('is refused with all that is wrong at once', () => {
    const said = { name: '', slug: '?', boxes: [box({ angle: 999, width: 0 })] }
    expect(() => readTemplateEdit(said)).toThrow(/lower case.*name.*width.*angle/)
  })
})

test('publishing needs name, description, a box, source and licence', () => {
  const whole = { name: 'A', description: 'B', boxes: [box()], source: 'C', licence: 'D' }
  expect(missingForPublishing(whole)).toEqual([])
  const nothing = { name: ' ', description: '', boxes: [], source: ' ', licence: '' }
  expect(missingForPublishing(nothing).map(({ field }) => field)).toEqual([
    'name',
    'description',
    'boxes',
    'source',
    'licence',
  ])
})

test('a name makes a slug', () => {
  expect(slugOfName('Nobody’s Über-Café, 2 times!')).toBe('nobodys-uber-cafe-2-times')
  expect(slugOfName('猫')).toBe('template')
  expect(slugOfName(`${'x'.repeat(79)} y`)).toBe('x'.repeat(79))
  expect(numberedSlug('two-buttons', 2)).toBe('two-buttons-2')
  expect(numberedSlug('x'.repeat(80), 12)).toBe(`${'x'.repeat(77)}-12`)
})

test('a change is told field by field, in words', () => {
  const before = {
    slug: 'a',
    name: 'A',
    aliases: [],
    keywords: ['x'],
    description: '',
    boxes: [box()],
    pictures: [{ style: 'default', sourceSha256: 'abcdef0123' }],
    source: '',
    licence: '',
    state: 'DRAFT',
    mergedInto: null,
  }
  expect(changedFields(before, before)).toEqual([])
  const after = {
    ...before,
    keywords: ['x', 'y'],
    state: 'PUBLISHED',
    boxes: [box({ angle: 7.26 }, { font: 'comic' })],
  }
  expect(changedFields(before, after)).toEqual([
    { field: 'state', before: 'draft', after: 'published' },
    { field: 'keywords', before: 'x', after: 'x, y' },
    {
      field: 'boxes',
      before: '1: 50 % × 20 % at 10 %, 10 %; anton, auto, outline auto auto, upper, center, auto, “words”',
      after: '1: 50 % × 20 % at 10 %, 10 %, turned 7.3°; comic, auto, outline auto auto, upper, center, auto, “words”',
    },
  ])
  expect(changedFields(null, before).map(({ field }) => field)).toEqual([
    'name',
    'slug',
    'state',
    'keywords',
    'boxes',
    'pictures',
  ])
})
