import pino from 'pino'
import { expect, test } from 'vitest'
import { readOutage } from './readOutage'

test('an outage is logged when it begins and when it ends, with its reason', () => {
  const logged: Record<string, unknown>[] = []
  const outage = readOutage(pino({}, { write: (line: string) => void logged.push(JSON.parse(line)) }))
  outage.worked()
  for (let reader = 0; reader < 5; reader++) outage.failed(new Error('The database is away'))
  for (let reader = 0; reader < 5; reader++) outage.worked()
  outage.failed(new Error('Away again'))
  expect(logged).toMatchObject([
    { level: 50, err: { message: 'The database is away' } },
    { level: 30, msg: 'jobs can be read again' },
    { level: 50, err: { message: 'Away again' } },
  ])
})
