import { stages, stageText } from '#core/stage'
import type { Stage } from '../generated/graphql'

/** A stage in plain words. */
export function stageName(stage: Stage): string {
  const own = stages.find((name) => name === stage.toLowerCase())
  return own ? stageText[own] : stage
}
