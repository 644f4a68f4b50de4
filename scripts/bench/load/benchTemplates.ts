import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import type { Stack } from '#e2e/support/stack'
import { runToEnd } from '#scripts/process/runToEnd'
import { projectFolder } from '#scripts/projectFolder'
import { benchTemplate } from '../scenarios'

/** Its slug. */
export const template1024 = 'bench-1024'

const from = path.join(projectFolder, 'prisma/templates', benchTemplate)

/** Publishes the template folders that `fill` puts into a directory. */
async function publish({ databaseUrl, storageDir }: Stack, fill: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'memezap-bench-template-'))
  try {
    await fill(directory)
    await runToEnd('npm run templates', {
      args: ['--import', 'tsx', 'scripts/templates.ts', 'import', directory, '--state', 'published'],
      folder: projectFolder,
      env: { ...process.env, DATABASE_URL: databaseUrl, MEMEZAP_STORAGE__DIRECTORY: storageDir },
    })
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Publishes the one starter template that the scenarios need. */
export const publishBenchTemplate = (stack: Stack): Promise<void> =>
  publish(stack, async (directory) => cpSync(from, path.join(directory, benchTemplate), { recursive: true }))

/** Publishes it once more, 1024 × 768 pixels large: throughput is asked for at that size, and starter templates are larger. */
export const publishTemplate1024 = (stack: Stack): Promise<void> =>
  publish(stack, async (directory) => {
    const folder = path.join(directory, template1024)
    mkdirSync(folder)
    const template = JSON.parse(readFileSync(path.join(from, 'template.json'), 'utf8')) as Record<string, unknown>
    const own = { ...template, slug: template1024, name: 'Benchmark', aliases: [] }
    writeFileSync(path.join(folder, 'template.json'), JSON.stringify(own))
    await sharp(path.join(from, 'picture.webp')).resize(1024).toFile(path.join(folder, 'picture.webp'))
  })
