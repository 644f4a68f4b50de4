import { expect, test } from 'vitest'
import { storedProblem } from './storedProblem'

test('a reason that only another version knows is told as one of ours, in its own words', () => {
  expect(
    storedProblem({ code: 'OF_ANOTHER_VERSION', message: 'It was so.', details: {}, traceId: 'abc' }),
  ).toMatchObject({
    code: 'INTERNAL',
    message: 'It was so.',
  })
  expect(storedProblem({ code: 'JOB_TIMEOUT', message: 'Too long.', details: {} })).toMatchObject({
    code: 'JOB_TIMEOUT',
  })
})
