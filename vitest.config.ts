import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '.next/**', '.data/**']

export default defineConfig({
  // Vite would take graphql's "module" build for our files while packages get "main": two copies that refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    globalSetup: 'e2e/support/globalSetup.ts',
    // Native parts (sharp, canvas, onnxruntime) and signals want real processes.
    pool: 'forks',
    // Vitest by itself leaves one core free: of two, that is half.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is polled for comes when it comes: on a busy machine that is later than the second that Vitest waits by itself.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ignored, 'e2e/**'],
          // What the code under test logs would bury what failed.
          env: { LOG_LEVEL: 'fatal' },
        },
      },
      {
        extends: true,
        // Whole systems and browsers, which wait half of their time: two at once keep two cores busy, more would only be in each other's way.
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: ignored,
          maxWorkers: 2,
          // After the others where both are run.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
