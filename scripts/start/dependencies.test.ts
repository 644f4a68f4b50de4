import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { reasonToInstall } from './dependencies.mjs'

interface Entry {
  readonly version: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
}
type Packages = Readonly<Record<string, Entry>>

/** A project whose lock file wants some packages and where npm has installed some. */
function project(wanted: Packages, installed?: Packages): string {
  const folder = temporaryFolder()
  const root = { '': { version: '1.0.0' } }
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { ...root, ...wanted } }))
  if (!installed) return folder
  for (const place of Object.keys(installed)) mkdirSync(path.join(folder, place), { recursive: true })
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true })
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }))
  return folder
}

const a = { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' } }

test('nothing is to be done when everything is there', () => {
  expect(reasonToInstall(project(a, a))).toBeUndefined()
})

test('a clone without node_modules, or with a half-done one, needs everything', () => {
  expect(reasonToInstall(project(a))).toBe('they are missing')
  const halfDone = project(a)
  mkdirSync(path.join(halfDone, 'node_modules/a'), { recursive: true })
  expect(reasonToInstall(halfDone)).toBe('they are missing')
})

test('another version or content in the lock file is noticed, by name', () => {
  const newer = { 'node_modules/a': { version: '1.2.4', integrity: 'sha512-a' } }
  const altered = { 'node_modules/a': { version: '1.2.3', integrity: 'sha512-b' } }
  expect(reasonToInstall(project(newer, a))).toBe('node_modules/a has changed')
  expect(reasonToInstall(project(altered, a))).toBe('node_modules/a has changed')
})

test('a package that is new in the lock file is noticed', () => {
  expect(reasonToInstall(project({ ...a, 'node_modules/b': { version: '1.0.0' } }, a))).toBe(
    'node_modules/b is missing',
  )
})

test('a part for this machine is needed, one for another machine or of no kind is not', () => {
  const part = (system: string) => ({
    ...a,
    'node_modules/part': { version: '1.0.0', optional: true, os: [system], cpu: [process.arch] },
  })
  expect(reasonToInstall(project(part(process.platform), a))).toBe('node_modules/part is missing')
  expect(reasonToInstall(project(part('aix'), a))).toBeUndefined()
  expect(
    reasonToInstall(project({ ...a, 'node_modules/extra': { version: '1.0.0', optional: true } }, a)),
  ).toBeUndefined()
})
