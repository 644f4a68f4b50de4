import type { Scene } from './scene'
import { absolutelyDoNotPress } from './scenes/absolutelyDoNotPress'
import { accordingToMyChart } from './scenes/accordingToMyChart'
import { aFlawlessPlan } from './scenes/aFlawlessPlan'
import { alarmPhewAlarm } from './scenes/alarmPhewAlarm'
import { allDownhillFromHere } from './scenes/allDownhillFromHere'
import { allegedlyVisibleFromHere } from './scenes/allegedlyVisibleFromHere'
import { anyMinuteNow } from './scenes/anyMinuteNow'
import { beforeAndEverAfter } from './scenes/beforeAndEverAfter'
import { bestGuardDogEver } from './scenes/bestGuardDogEver'
import { brightPathDarkPath } from './scenes/brightPathDarkPath'
import { couldThisBeScience } from './scenes/couldThisBeScience'
import { dayNightDisagreement } from './scenes/dayNightDisagreement'
import { elbowsOnTheTable } from './scenes/elbowsOnTheTable'
import { everyGroupProjectEver } from './scenes/everyGroupProjectEver'
import { everyoneGetsAMedal } from './scenes/everyoneGetsAMedal'
import { exhibitA } from './scenes/exhibitA'
import { fastToNowhere } from './scenes/fastToNowhere'
import { gladILeft } from './scenes/gladILeft'
import { hookLineAndSnack } from './scenes/hookLineAndSnack'
import { iBroughtAnUmbrella } from './scenes/iBroughtAnUmbrella'
import { itAllConnects } from './scenes/itAllConnects'
import { itIsGainingOnMe } from './scenes/itIsGainingOnMe'
import { justTheTipOfIt } from './scenes/justTheTipOfIt'
import { lastSecondSwerve } from './scenes/lastSecondSwerve'
import { leftOnRead } from './scenes/leftOnRead'
import { levelsOfEnlightenment } from './scenes/levelsOfEnlightenment'
import { lunchWillNotBeInterrupted } from './scenes/lunchWillNotBeInterrupted'
import { nobodyLetsGo } from './scenes/nobodyLetsGo'
import { noThanksYesPlease } from './scenes/noThanksYesPlease'
import { ohLookADoughnut } from './scenes/ohLookADoughnut'
import { oneRabbitProtest } from './scenes/oneRabbitProtest'
import { oneSmallTap } from './scenes/oneSmallTap'
import { oneWeekSevenMoods } from './scenes/oneWeekSevenMoods'
import { perfectlyUnbalanced } from './scenes/perfectlyUnbalanced'
import { pickYourPotion } from './scenes/pickYourPotion'
import { pricelessTheySaid } from './scenes/pricelessTheySaid'
import { psstDidYouKnow } from './scenes/psstDidYouKnow'
import { rentFreeInThisHead } from './scenes/rentFreeInThisHead'
import { roomForOneMore } from './scenes/roomForOneMore'
import { scrollOfUncomfortableFacts } from './scenes/scrollOfUncomfortableFacts'
import { signsInAllDirections } from './scenes/signsInAllDirections'
import { strongThenSoggyNow } from './scenes/strongThenSoggyNow'
import { tabFortySeven } from './scenes/tabFortySeven'
import { thanksIHateIt } from './scenes/thanksIHateIt'
import { theEmotionalForecast } from './scenes/theEmotionalForecast'
import { theHillISitOn } from './scenes/theHillISitOn'
import { theLeverOfRegret } from './scenes/theLeverOfRegret'
import { theOrbIsLaughing } from './scenes/theOrbIsLaughing'
import { thereAreNoWrongIdeas } from './scenes/thereAreNoWrongIdeas'
import { theVendingMachineOfLife } from './scenes/theVendingMachineOfLife'
import { threeCirclesOfTrouble } from './scenes/threeCirclesOfTrouble'
import { tinyButConfident } from './scenes/tinyButConfident'
import { toAbsentDeadlines } from './scenes/toAbsentDeadlines'
import { twoTerribleButtons } from './scenes/twoTerribleButtons'
import { waitItIsAllCheese } from './scenes/waitItIsAllCheese'
import { wavingNotHelping } from './scenes/wavingNotHelping'
import { weAgreeOnOneThing } from './scenes/weAgreeOnOneThing'

/** All templates that a fresh install brings along. */
export const starterSet: readonly Scene[] = [
  aFlawlessPlan,
  absolutelyDoNotPress,
  accordingToMyChart,
  alarmPhewAlarm,
  allDownhillFromHere,
  allegedlyVisibleFromHere,
  anyMinuteNow,
  beforeAndEverAfter,
  bestGuardDogEver,
  brightPathDarkPath,
  couldThisBeScience,
  dayNightDisagreement,
  elbowsOnTheTable,
  everyGroupProjectEver,
  everyoneGetsAMedal,
  exhibitA,
  fastToNowhere,
  gladILeft,
  hookLineAndSnack,
  iBroughtAnUmbrella,
  itAllConnects,
  itIsGainingOnMe,
  justTheTipOfIt,
  lastSecondSwerve,
  leftOnRead,
  levelsOfEnlightenment,
  lunchWillNotBeInterrupted,
  noThanksYesPlease,
  nobodyLetsGo,
  ohLookADoughnut,
  oneRabbitProtest,
  oneSmallTap,
  oneWeekSevenMoods,
  perfectlyUnbalanced,
  pickYourPotion,
  pricelessTheySaid,
  psstDidYouKnow,
  rentFreeInThisHead,
  roomForOneMore,
  scrollOfUncomfortableFacts,
  signsInAllDirections,
  strongThenSoggyNow,
  tabFortySeven,
  thanksIHateIt,
  theEmotionalForecast,
  theHillISitOn,
  theLeverOfRegret,
  theOrbIsLaughing,
  theVendingMachineOfLife,
  thereAreNoWrongIdeas,
  threeCirclesOfTrouble,
  tinyButConfident,
  toAbsentDeadlines,
  twoTerribleButtons,
  waitItIsAllCheese,
  wavingNotHelping,
  weAgreeOnOneThing,
]
