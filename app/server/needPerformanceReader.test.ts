import { expect, test } from 'vitest'
import { needPerformanceReader } from './needPerformanceReader'

// Settings are read once per process: this file is about the other one. That the figures are closed otherwise, the routes' own tests show.
process.env.MEMEZAP_MONITORING__PUBLIC_PERFORMANCE = 'true'

test('monitoring.public_performance lets everybody read', async () => {
  await expect(needPerformanceReader(new Request('http://site.test/metrics'))).resolves.toBeUndefined()
})
