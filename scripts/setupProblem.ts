/** Something about the machine or its settings that a person has to put right; the message says what, and how. */
export class SetupProblem extends Error {}
