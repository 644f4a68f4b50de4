import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { savedTemplate } from '#e2e/support/curatedTemplates'
import { withTestStore } from '#e2e/support/testStore'
import { similarToTemplate } from '../similarTemplates'
import { nearestByClip, nearestByFingerprint } from './nearest'
import { saveClipVector, saveRecognition } from './saveDescription'

withTestStore()

const kind = { model: 'test', version: '1' }

/** A vector of length 1, turned from the first axis towards another by `angle`. */
function turned(length: number, axis: number, angle: number): Float32Array {
  const vector = new Float32Array(length)
  vector[0] = Math.cos(angle)
  vector[axis] = Math.sin(angle)
  return vector
}

async function described(state: 'draft' | 'published', axis: number, angle: number): Promise<string> {
  const { id, pictures } = await savedTemplate(`near-${randomUUID()}`, {}, state)
  const pictureId = pictures[0]!.id
  await saveClipVector(pictureId, { ...kind, vector: turned(512, axis, angle), likenesses: [] })
  await saveRecognition(pictureId, {
    version: 'test',
    vectors: [turned(fingerprintKind.length, axis, angle)],
    print: new Uint8Array(1),
    keys: new Int32Array(1),
    likenesses: [],
  })
  return id
}

let itself: string
let alike: string
beforeAll(async () => {
  itself = await described('published', 1, 0)
  alike = await described('published', 2, 0.3)
  for (let axis = 3; axis < 18; axis++) await described('draft', axis, 0.1)
  for (let axis = 18; axis < 50; axis++) await described('published', axis, 1.4 + axis / 1000)
})

describe('templates near a vector', () => {
  it.each([true, false, undefined])(
    'are found behind many nearer ones that are not wanted (by index: %s)',
    async (byIndex) => {
      const scope = { state: 'published', exceptTemplateId: itself } as const
      const byClip = await nearestByClip(turned(512, 1, 0), kind, 3, scope, byIndex)
      expect(byClip).toHaveLength(3)
      expect(byClip[0]).toMatchObject({ templateId: alike })
      const byFingerprint = await nearestByFingerprint([turned(fingerprintKind.length, 1, 0)], 3, scope, byIndex)
      expect(byFingerprint).toHaveLength(3)
      expect(byFingerprint[0]).toMatchObject({ templateId: alike })
    },
  )
})

it('a template’s look-alikes are published ones, and never itself', async () => {
  const found = await similarToTemplate(itself, 50)
  expect(found.map(({ id }) => id)).toEqual([alike])
  expect(found[0]!.reasons.toSorted()).toEqual(['composition', 'looks like'])
})
