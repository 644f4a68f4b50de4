import type { Scene } from './scene'
import { accordingToMyChart } from './scenes/accordingToMyChart'
import { anyMinuteNow } from './scenes/anyMinuteNow'
import { beforeAndEverAfter } from './scenes/beforeAndEverAfter'
import { brightPathDarkPath } from './scenes/brightPathDarkPath'
import { calmAtTheTable } from './scenes/calmAtTheTable'
import { couldThisBe } from './scenes/couldThisBe'
import { dayNightDisagreement } from './scenes/dayNightDisagreement'
import { doNotPress } from './scenes/doNotPress'
import { downhillFromHere } from './scenes/downhillFromHere'
import { elbowsOnTheTable } from './scenes/elbowsOnTheTable'
import { emotionalForecast } from './scenes/emotionalForecast'
import { everyoneGetsAMedal } from './scenes/everyoneGetsAMedal'
import { exhibitA } from './scenes/exhibitA'
import { eyesOnTheDoughnut } from './scenes/eyesOnTheDoughnut'
import { farFarAway } from './scenes/farFarAway'
import { fastNowhere } from './scenes/fastNowhere'
import { fineNotFine } from './scenes/fineNotFine'
import { flawlessPlan } from './scenes/flawlessPlan'
import { friendlyWave } from './scenes/friendlyWave'
import { groupProject } from './scenes/groupProject'
import { hillISitOn } from './scenes/hillISitOn'
import { itAllConnects } from './scenes/itAllConnects'
import { itIsGaining } from './scenes/itIsGaining'
import { lastSecondSwerve } from './scenes/lastSecondSwerve'
import { leftOnRead } from './scenes/leftOnRead'
import { levelsOfEnlightenment } from './scenes/levelsOfEnlightenment'
import { lunchBreakFishing } from './scenes/lunchBreakFishing'
import { nobodyLetsGo } from './scenes/nobodyLetsGo'
import { noThanksYesPlease } from './scenes/noThanksYesPlease'
import { noWrongIdeas } from './scenes/noWrongIdeas'
import { oneRabbitProtest } from './scenes/oneRabbitProtest'
import { oneSmallTap } from './scenes/oneSmallTap'
import { oneWeekSevenMoods } from './scenes/oneWeekSevenMoods'
import { pricelessTheySaid } from './scenes/pricelessTheySaid'
import { psstDidYouKnow } from './scenes/psstDidYouKnow'
import { roomForOneMore } from './scenes/roomForOneMore'
import { signsInAllDirections } from './scenes/signsInAllDirections'
import { snacksOfDestiny } from './scenes/snacksOfDestiny'
import { strongThenSoggyNow } from './scenes/strongThenSoggyNow'
import { tab47 } from './scenes/tab47'
import { theLeverOfRegret } from './scenes/theLeverOfRegret'
import { theOrbIsLaughing } from './scenes/theOrbIsLaughing'
import { theRatio } from './scenes/theRatio'
import { threeCirclesOfMe } from './scenes/threeCirclesOfMe'
import { tinyButConfident } from './scenes/tinyButConfident'
import { tipOfTheIceberg } from './scenes/tipOfTheIceberg'
import { toAbsentDeadlines } from './scenes/toAbsentDeadlines'
import { twoBadPotions } from './scenes/twoBadPotions'
import { twoTerribleButtons } from './scenes/twoTerribleButtons'
import { uncomfortableFacts } from './scenes/uncomfortableFacts'
import { waitItIsAllCheese } from './scenes/waitItIsAllCheese'
import { weAgreeOnThis } from './scenes/weAgreeOnThis'
import { whatIsInTheBox } from './scenes/whatIsInTheBox'
import { wishYouWereHere } from './scenes/wishYouWereHere'

/** All templates that a fresh install brings along. */
export const starterSet: readonly Scene[] = [
  accordingToMyChart,
  anyMinuteNow,
  beforeAndEverAfter,
  brightPathDarkPath,
  calmAtTheTable,
  couldThisBe,
  dayNightDisagreement,
  doNotPress,
  downhillFromHere,
  elbowsOnTheTable,
  emotionalForecast,
  everyoneGetsAMedal,
  exhibitA,
  eyesOnTheDoughnut,
  farFarAway,
  fastNowhere,
  fineNotFine,
  flawlessPlan,
  friendlyWave,
  groupProject,
  hillISitOn,
  itAllConnects,
  itIsGaining,
  lastSecondSwerve,
  leftOnRead,
  levelsOfEnlightenment,
  lunchBreakFishing,
  noThanksYesPlease,
  noWrongIdeas,
  nobodyLetsGo,
  oneRabbitProtest,
  oneSmallTap,
  oneWeekSevenMoods,
  pricelessTheySaid,
  psstDidYouKnow,
  roomForOneMore,
  signsInAllDirections,
  snacksOfDestiny,
  strongThenSoggyNow,
  tab47,
  theLeverOfRegret,
  theOrbIsLaughing,
  theRatio,
  threeCirclesOfMe,
  tinyButConfident,
  tipOfTheIceberg,
  toAbsentDeadlines,
  twoBadPotions,
  twoTerribleButtons,
  uncomfortableFacts,
  waitItIsAllCheese,
  weAgreeOnThis,
  whatIsInTheBox,
  wishYouWereHere,
]
