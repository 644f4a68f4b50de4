import { expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../../database'
import { galleryRevision } from './galleryRevision'

withTestStore()

test('names a state of the gallery for good: the same count after a restore is another', async () => {
  const before = await galleryRevision()
  expect(await galleryRevision()).toBe(before)
  await database().$executeRaw`update template_gallery set revision = revision + 1`
  const later = await galleryRevision()
  await database().$executeRaw`update template_gallery set revision = revision - 1`
  await database().$executeRaw`update template_gallery set revision = revision + 1`
  const again = await galleryRevision()
  expect(new Set([before, later, again]).size).toBe(3)
})
