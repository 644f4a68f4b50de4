const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** What memes show, roughly the commonest first. */
export const nouns = list(`
  cat dog guy man girl woman kid baby bear frog doge chef wolf wizard boss driver teacher student knight pirate robot alien
  clown ghost dragon panda penguin horse chicken duck pigeon sloth monkey gorilla raccoon hamster goat owl shark dinosaur raptor
  button door window car bus train bridge road exit sign table desk phone laptop keyboard coffee pizza burger cake banana potato
  bread egg soup sandwich plate spoon fridge couch bed chair mirror clock box bag rope ladder stairs roof garden tree forest
  mountain beach ocean island river rain snow storm fire smoke moon sun star rocket spaceship planet galaxy brain skeleton hand
  face eye smile tear handshake fist sword shield crown castle king queen prince soldier doctor nurse lawyer farmer fisherman
  grandma grandpa uncle neighbour roommate landlord gamer programmer intern manager president astronaut cowboy vampire zombie
  mummy witch fairy unicorn mermaid snail spider bee ant butterfly cow pig sheep lion tiger elephant giraffe zebra turtle crab
  lobster octopus whale dolphin parrot seagull eagle crow fox squirrel otter beaver hedgehog meeting exam homework deadline
  monday friday holiday birthday wedding party funeral interview salary bill tax budget password password update bug server`)

/** How it looks or feels. */
export const adjectives = list(`
  angry sad happy confused surprised scared tired sleepy hungry drunk awkward disappointed distracted expanding tiny giant old
  young bald hairy fat skinny fancy broken burning flying falling running jumping dancing crying laughing screaming sleeping
  thinking smiling staring pointing hiding waiting sweating blinking winking sneaky smug proud jealous bored annoyed nervous
  panicking suspicious innocent evil good bad terrible perfect impossible invisible mysterious secret ancient modern futuristic
  medieval royal golden silver rusty dirty wet frozen boiling spicy sweet sour bitter salty loud quiet blind lost forgotten
  unexpected inevitable ironic dramatic romantic heroic lazy busy rich poor lucky cursed blessed holy wild lonely first last`)

/** What is done. */
export const verbs = list(`
  wants sees says knows thinks asks tells shows gives takes makes breaks fixes hides finds loses eats drinks drives rides
  throws catches pushes pulls opens closes chooses refuses approves rejects explains ignores remembers forgets regrets
  celebrates pretends panics escapes returns survives wins waits leaves arrives jumps swims climbs counts paints reads writes
  sings judges blames thanks hugs slaps`)

/** Words that say little and stand everywhere. */
export const glue = list('the a of in and on with at when you they i my your no not one does is but why how every for')

const starts = list('b br c ch d dr f g gr h j k kr l m n p pr qu r s sh st t th v w z')
const vowels = list('a e i o u ai ea oo ee ou ia')
const ends = list('n r l s t m x nd rt lle son ton man ra na mi ko ster field berg ski ley')

/** Names of films, people and places that nobody has heard of: the long tail. */
export const properNames: readonly string[] = starts.flatMap((start) =>
  vowels.flatMap((vowel) => ends.map((end) => start + vowel + end)),
)
