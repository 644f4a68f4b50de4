import type { Stage } from '#core/stage'
import type { Stage as PublicStage } from '../../generated/resolvers'

/** The contract's name of a stage. */
export const publicStage = (stage: Stage): PublicStage => stage.toUpperCase() as Uppercase<Stage>
