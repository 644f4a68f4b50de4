import { parseArgs } from 'node:util'

/** What every measurement gets from the command line. */
export interface EvalArgs {
  readonly set?: string
  readonly captions?: string
  readonly json?: string
  readonly sheet?: string
  /** Removal: which engine fills (`pyramid` or `opencv`), … */
  readonly engine?: string
  /** … in its careful setting, … */
  readonly careful?: boolean
  /** … and with the labels' lines in place of the reader's. */
  readonly oracle?: boolean
  /** Folder of templates in memegen's format. Removal: what recognised pictures get their pixels from. … */
  readonly gallery?: string
  /** … Recognition: what is looked for; here a folder of pictures that show none of them, … */
  readonly negatives?: string
  /** … and how many made-up templates are put beside them. */
  readonly distractors?: string
  /** Recognition: in place of a set, so many uploads made of each template. */
  readonly made?: string
  /** Search: what is looked for, and what should be found. */
  readonly queries?: string
}

/** A measurement prints its figures, and writes them to `args.json` when that is given. */
type Measurement = (args: EvalArgs) => Promise<void>

const measurements: Readonly<Record<string, () => Promise<Measurement>>> = {
  ocr: async () => (await import('#scripts/eval/ocr')).evalOcr,
  layout: async () => (await import('#scripts/eval/layout')).evalLayout,
  removal: async () => (await import('#scripts/eval/removal')).evalRemoval,
  recognition: async () => (await import('#scripts/eval/recognition')).evalRecognition,
  search: async () => (await import('#scripts/eval/search')).evalSearch,
}

const usage = `npm run eval -- <${Object.keys(measurements).join(' | ')}> (--set DIR | --captions FILE | --queries FILE) [--gallery DIR] [--negatives DIR | --made N] [--distractors N] [--json FILE] [--sheet FILE.png]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: 'string' },
    captions: { type: 'string' },
    json: { type: 'string' },
    sheet: { type: 'string' },
    engine: { type: 'string' },
    careful: { type: 'boolean' },
    oracle: { type: 'boolean' },
    gallery: { type: 'string' },
    negatives: { type: 'string' },
    distractors: { type: 'string' },
    made: { type: 'string' },
    queries: { type: 'string' },
  },
})
const load = measurements[positionals[0] ?? '']
if (load === undefined || positionals.length !== 1) {
  console.error(usage)
  process.exit(2)
}
await (await load())(values)
