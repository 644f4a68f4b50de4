import { expect, test } from 'vitest'
import { reasonText } from './reasonText'

test.each([
  [['name'], 'by name'],
  [['name', 'keywords'], 'by name, keywords'],
  [['looks like'], 'looks like it'],
  [['spelling', 'looks like'], 'by spelling, looks like it'],
])('%j is told as "%s"', (reasons, text) => expect(reasonText(reasons)).toBe(text))
