import type { Scene } from './scene'
import { anyMinuteNow } from './scenes/anyMinuteNow'
import { beforeAndEverAfter } from './scenes/beforeAndEverAfter'
import { brightPathDarkPath } from './scenes/brightPathDarkPath'
import { dayNightDisagreement } from './scenes/dayNightDisagreement'
import { doNotPress } from './scenes/doNotPress'
import { exhibitA } from './scenes/exhibitA'
import { friendlyWave } from './scenes/friendlyWave'
import { hillISitOn } from './scenes/hillISitOn'
import { itAllConnects } from './scenes/itAllConnects'
import { itIsGaining } from './scenes/itIsGaining'
import { lastSecondSwerve } from './scenes/lastSecondSwerve'
import { noThanksYesPlease } from './scenes/noThanksYesPlease'
import { oneRabbitProtest } from './scenes/oneRabbitProtest'
import { pricelessTheySaid } from './scenes/pricelessTheySaid'
import { psstDidYouKnow } from './scenes/psstDidYouKnow'
import { strongThenSoggyNow } from './scenes/strongThenSoggyNow'
import { tab47 } from './scenes/tab47'
import { tinyButConfident } from './scenes/tinyButConfident'
import { toAbsentDeadlines } from './scenes/toAbsentDeadlines'
import { twoTerribleButtons } from './scenes/twoTerribleButtons'
import { uncomfortableFacts } from './scenes/uncomfortableFacts'
import { whatIsInTheBox } from './scenes/whatIsInTheBox'
import { wishYouWereHere } from './scenes/wishYouWereHere'

/** All templates that a fresh install brings along. */
export const starterSet: readonly Scene[] = [
  anyMinuteNow,
  beforeAndEverAfter,
  brightPathDarkPath,
  dayNightDisagreement,
  doNotPress,
  exhibitA,
  friendlyWave,
  hillISitOn,
  itAllConnects,
  itIsGaining,
  lastSecondSwerve,
  noThanksYesPlease,
  oneRabbitProtest,
  pricelessTheySaid,
  psstDidYouKnow,
  strongThenSoggyNow,
  tab47,
  tinyButConfident,
  toAbsentDeadlines,
  twoTerribleButtons,
  uncomfortableFacts,
  whatIsInTheBox,
  wishYouWereHere,
]
