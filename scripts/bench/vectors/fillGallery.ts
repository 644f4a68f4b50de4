import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { database } from '#store/database'
import { recognitionVersion } from '#workers/recognise/recognitionVersion'

/** Rows sent at once: ten megabytes of text. */
const atOnce = 2000

/** Which CLIP the made-up vectors say they are of. */
export const benchClip = { model: 'bench', version: '1' } as const

/** As many places as half precision holds: text is what takes the time. */
const shortText = (vector: Float32Array): string => `[${Array.from(vector, (value) => Math.round(value * 1e5) / 1e5)}]`

const indexes = {
  template_fingerprint: `create index template_fingerprint_vector_idx on template_fingerprint using hnsw (vector halfvec_ip_ops)`,
  template_clip: `create index template_clip_vector_idx on template_clip using hnsw (vector halfvec_cosine_ops)`,
} as const

/** The two tables of vectors. */
export type VectorTable = keyof typeof indexes

/** Adds templates with one picture each, the pictures' numbers (from `from` on) in their ids. */
export async function addTemplates(from: number, to: number): Promise<void> {
  const db = database()
  await db.$executeRaw`
    insert into template (id, slug, name, aliases, keywords, description, boxes, source, licence, state)
    select lpad(to_hex(n), 32, '0')::uuid, 'template-' || n, 'Template ' || n, '{}', '{}', '',
      '[{"box":{"x":0,"y":0,"width":1,"height":0.2,"angle":0},"style":{"font":"anton","color":"auto"}}]', 'own', 'MIT', 'DRAFT'
    from generate_series(${from}::int, ${to - 1}::int) n`
  await db.$executeRaw`
    insert into template_picture (id, template_id, style, source_sha256, file, thumb_file, thumb_width, thumb_height, width, height)
    select id, id, 'default', repeat('a', 64), repeat('b', 64) || '.jpg', '', 1, 1, 800, 600 from template where state = 'DRAFT'`
  await db.$executeRaw`
    insert into template_print (picture_id, version, print) select id, ${recognitionVersion}, ''::bytea from template where state = 'DRAFT'`
}

/** Publishes them all at once; one by one, the triggers' counter would be written for each. */
export async function publishTemplates(): Promise<void> {
  await database().$transaction([
    database().$executeRaw`set local session_replication_role = replica`,
    database().$executeRaw`update template set state = 'PUBLISHED' where state <> 'PUBLISHED'`,
  ])
  await database().$executeRaw`update template_gallery set revision = revision + 1`
}

/** Writes vectors for pictures from number `from` on, without the index. */
export async function addVectors(table: VectorTable, from: number, vectors: readonly Float32Array[]): Promise<void> {
  await database().$executeRawUnsafe(`drop index if exists ${table}_vector_idx`)
  for (let start = 0; start < vectors.length; start += atOnce) {
    const texts = vectors.slice(start, start + atOnce).map(shortText)
    const first = from + start
    if (table === 'template_fingerprint')
      await database().$executeRaw`insert into template_fingerprint (picture_id, part, algorithm, version, vector)
        select lpad(to_hex(${first}::int + n - 1), 32, '0')::uuid, 0, ${fingerprintKind.name}, ${fingerprintKind.version}, vector::halfvec
        from unnest(${texts}::text[]) with ordinality rows(vector, n)`
    else
      await database().$executeRaw`insert into template_clip (picture_id, model, version, vector)
        select lpad(to_hex(${first}::int + n - 1), 32, '0')::uuid, ${benchClip.model}, ${benchClip.version}, vector::halfvec
        from unnest(${texts}::text[]) with ordinality rows(vector, n)`
  }
  await database().$executeRawUnsafe(`vacuum analyze ${table}`)
}

/** Builds the table's HNSW index as the migration has it. @returns how long it took */
export async function buildIndex(table: VectorTable): Promise<number> {
  const start = performance.now()
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('maintenance_work_mem', '1GB', true)`
      await tx.$executeRawUnsafe(indexes[table])
    },
    { timeout: 1_200_000 },
  )
  return performance.now() - start
}

/** The picture of a number. */
export const pictureOf = (number: number): string => {
  const hex = number.toString(16).padStart(32, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
