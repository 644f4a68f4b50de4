import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import type { EvalArgs } from '#scripts/eval'
import { type Search, searches } from '#scripts/eval/search/alternatives'
import { foldersOnDisk } from '#scripts/templates/folderFiles'
import { closeDatabase } from '#store/database'
import { saveTemplate } from '#store/templates/saveTemplate'
import { readTemplateFolder } from '#workers/templates/readTemplateFolder'

const labelledQuery = z
  .object({ kind: z.string(), query: z.string(), templates: z.array(z.string()).default([]).readonly() })
  .readonly()

type LabelledQuery = z.infer<typeof labelledQuery>

/** Pictures do not matter here: nobody looks at them. */
const somePicture = () => {
  const name = randomUUID().replaceAll('-', '').repeat(2)
  const sizes = { width: 100, height: 100, thumbWidth: 100, thumbHeight: 100, frames: 1 }
  return { style: 'default', sourceSha256: name, file: `${name}.webp`, thumbFile: `${name}.webp`, ...sizes }
}

async function publishGallery(directory: string): Promise<number> {
  const folders = foldersOnDisk(directory)
  for (const folder of folders) {
    const { slug, told } = await readTemplateFolder(folder)
    const { name, keywords, boxes, aliases = [], description = '' } = told({ width: 100, height: 100 })
    const whole = { slug, name, keywords, boxes, aliases, description, source: 'there', licence: 'test only' }
    await saveTemplate({ words: whole, state: 'published', pictures: [somePicture()], actor: 'eval', action: 'create' })
  }
  return folders.length
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const round = (value: number) => Number(value.toFixed(3))

interface Answer {
  readonly query: LabelledQuery
  readonly slugs: readonly string[]
}

const firstRight = ({ query, slugs }: Answer) => slugs.findIndex((slug) => query.templates.includes(slug))

function figures(answers: readonly Answer[]) {
  const wanted = answers.filter(({ query }) => query.templates.length > 0)
  const kinds = [...new Set(wanted.map(({ query }) => query.kind))]
  const scores = (some: readonly Answer[]) => ({
    n: some.length,
    mrr: round(mean(some.map((answer) => (firstRight(answer) < 0 ? 0 : 1 / (firstRight(answer) + 1))))),
    recallAt5: round(
      mean(
        some.map(({ query, slugs }) => {
          const right = slugs.slice(0, 5).filter((slug) => query.templates.includes(slug)).length
          return right / Math.min(5, query.templates.length)
        }),
      ),
    ),
    results: round(mean(some.map(({ slugs }) => slugs.length))),
  })
  const falseHits = (kind: string) => {
    const some = answers.filter(({ query }) => query.kind === kind)
    return { n: some.length, rate: round(mean(some.map(({ slugs }) => (slugs.length > 0 ? 1 : 0)))) }
  }
  return {
    ...scores(wanted),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, scores(wanted.filter(({ query }) => query.kind === kind))])),
    nonsense: falseHits('nonsense'),
    half: falseHits('half'),
    absent: falseHits('absent'),
    missed: wanted.filter((answer) => firstRight(answer) < 0 || firstRight(answer) > 4).map(({ query }) => query.query),
    falseHits: answers
      .filter(({ query, slugs }) => query.templates.length === 0 && slugs.length > 0)
      .map(({ query, slugs }) => [query.query, ...slugs.slice(0, 3)]),
  }
}

async function answersOf(search: Search, queries: readonly LabelledQuery[]): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const query of queries) answers.push({ query, slugs: await search(query.query) })
  return answers
}

/**
 * How well templates are found by words: `mrr`, the mean of 1 / place of the first right template; `recallAt5`, the share of right ones among the first
 * five; `nonsense` (no
 * words), `half` (one word among nonsense) and `absent` (words of something else), the share of searches that find something all the same. Each way of searching, the one in use
 * (`fused`) last. Without CLIP.
 * @param args `--gallery DIR` of template folders, `--queries FILE` with lines `{kind, query, templates}`
 */
export async function evalSearch(args: EvalArgs): Promise<void> {
  if (args.gallery === undefined || args.queries === undefined) throw new Error('Say --gallery DIR and --queries FILE')
  const lines = readFileSync(args.queries, 'utf8').split('\n')
  const queries = lines.filter((line) => line !== '').map((line) => labelledQuery.parse(JSON.parse(line)))
  const databases = await startDatabaseServer()
  const url = await databases.create()
  process.env.DATABASE_URL = url
  try {
    const templates = await publishGallery(args.gallery)
    const results: Record<string, ReturnType<typeof figures>> = {}
    for (const [name, search] of Object.entries(searches)) results[name] = figures(await answersOf(search, queries))
    const result = { templates, queries: queries.length, ...results }
    console.log(JSON.stringify(result, null, 2))
    if (args.json !== undefined) writeFileSync(args.json, `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await closeDatabase()
    await databases.drop(url)
    await databases.stop()
  }
}
