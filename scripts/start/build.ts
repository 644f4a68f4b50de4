import path from 'node:path'
import { runToEnd } from '#scripts/process/runToEnd'
import { bringUpToDate } from './freshStep'
import type { Progress } from './progress'

const bin = (folder: string, file: string): string => path.join(folder, 'node_modules', file)

/** Environment of every tool: no questions, no reports home. */
const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
})

/** Writes the code that is made out of the database schema and the GraphQL schema, when these have changed. */
export async function generateCode(folder: string, progress: Progress, signal?: AbortSignal): Promise<void> {
  await bringUpToDate(
    folder,
    {
      name: 'database-client',
      line: 'Generating the database client',
      inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
      outputs: ['store/generated/prisma/client.ts'],
      make: () =>
        runToEnd(
          'prisma generate',
          { args: [bin(folder, 'prisma/build/index.js'), 'generate'], folder, env: toolEnvironment() },
          signal,
        ),
    },
    progress,
  )
  await bringUpToDate(
    folder,
    {
      name: 'graphql-types',
      line: 'Generating GraphQL types',
      inputs: ['graphql/schema.graphql', 'codegen.ts', 'app', 'package-lock.json'],
      outputs: ['graphql/generated/resolvers.ts', 'app/generated/graphql.ts'],
      make: () =>
        runToEnd(
          'graphql-codegen',
          { args: [bin(folder, '@graphql-codegen/cli/esm/bin.js')], folder, env: toolEnvironment() },
          signal,
        ),
    },
    progress,
  )
}

/** Builds the site for production, when anything that it is made of has changed. Code has to be generated before. */
export async function buildSite(folder: string, progress: Progress, signal?: AbortSignal): Promise<void> {
  await bringUpToDate(
    folder,
    {
      name: 'site',
      line: 'Building the site',
      inputs: [
        ...['app', 'graphql', 'store', 'core', 'public', 'prisma/schema.prisma'],
        ...['next.config.ts', 'instrumentation.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
      ],
      outputs: ['.next/BUILD_ID'],
      make: () =>
        runToEnd(
          'next build',
          {
            args: [bin(folder, 'next/dist/bin/next'), 'build'],
            folder,
            env: { ...toolEnvironment(), NODE_ENV: 'production' },
          },
          signal,
        ),
    },
    progress,
  )
}
