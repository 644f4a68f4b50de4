import { expect, test } from 'vitest'
import { csv } from './csv'

const rowOf = (...cells: (string | number | null)[]) => csv({ heads: ['a'], rows: [cells] }).split('\r\n')[1]

test('a file begins with the mark of UTF-8, and each line ends as RFC 4180 wants', () => {
  expect(csv({ heads: ['stage', 'p50 (ms)'], rows: [['ocr', 1.5]] })).toBe('\uFEFFstage,p50 (ms)\r\nocr,1.5\r\n')
  expect(csv({ heads: ['only'], rows: [] })).toBe('\uFEFFonly\r\n')
})

test('what would break a line is quoted, and quotes are doubled', () => {
  expect(rowOf('a,b', 'say "hi"', 'two\nlines', 'Müller')).toBe('"a,b","say ""hi""","two\nlines",Müller')
})

test('words that a spreadsheet would run stay words; numbers stay numbers', () => {
  expect(rowOf('=1+1', '+1', '-1', '@SUM(A1)', '\tx')).toBe("'=1+1,'+1,'-1,'@SUM(A1),'\tx")
  expect(rowOf('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"')
  expect(rowOf(-1.5, null, Number.NaN, 0)).toBe('-1.5,,,0')
})
