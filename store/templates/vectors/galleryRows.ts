import { fingerprintKind } from '#core/fingerprint/fingerprint'
import type { TemplateBox } from '#core/template'
import { database } from '../../database'
import { halfVectors } from './halfVector'

/** A picture that uploads are recognised by: one of a published template's. */
export interface KnownPicture {
  readonly pictureId: string
  readonly templateId: string
  readonly slug: string
  /** Of the template. */
  readonly name: string
  /** `default`, or the variant's name. */
  readonly style: string
  /** Under sources. */
  readonly sourceSha256: string
  /** Of the picture in full size, in pixels. */
  readonly width: number
  readonly height: number
  readonly boxes: readonly TemplateBox[]
}

/** For each picture that is in the gallery, by its id, what changes whenever anything known of it changes. */
export interface GalleryStamps {
  /** Of picture and template. */
  readonly words: string
  /** Of fingerprints and print. */
  readonly print: string
}

/** @param version of fingerprints and prints: pictures described by another are not in the gallery until they are described anew */
export async function galleryStamps(version: string): Promise<ReadonlyMap<string, GalleryStamps>> {
  // xmin is the transaction that wrote a row last: nobody has to remember to raise it. One text: twenty thousand rows of two would take as long again.
  const [row] = await database().$queryRaw<{ stamps: string | null }[]>`
    select string_agg(concat_ws(' ', picture.id, picture.xmin, template.xmin, print.xmin), ',') as stamps
    from template_print print
    join template_picture picture on picture.id = print.picture_id
    join template on template.id = template_id
    where template.state = 'PUBLISHED' and print.version = ${version}`
  const stamps = row?.stamps?.split(',') ?? []
  return new Map(
    stamps.map((stamp) => {
      const [id, picture, template, print] = stamp.split(' ') as [string, string, string, string]
      return [id, { words: `${picture} ${template}`, print }]
    }),
  )
}

/** Those of the pictures that still exist. */
export async function knownPictures(pictureIds: readonly string[]): Promise<KnownPicture[]> {
  return database().$queryRaw<KnownPicture[]>`
    select picture.id as "pictureId", template_id as "templateId", slug, name, style, source_sha256 as "sourceSha256", width, height, boxes
    from template_picture picture join template on template.id = template_id
    where picture.id = any(${pictureIds}::uuid[])`
}

/** So many pictures' fingerprints are read at once: a megabyte or two. */
const picturesAtOnce = 1000

/** The fingerprints of some pictures, `fingerprintKind.length` numbers each; those of other algorithms or versions are left out. */
export async function fingerprintsOf(
  pictureIds: readonly string[],
): Promise<{ readonly id: string; readonly vector: Float32Array }[]> {
  const { name, version, length } = fingerprintKind
  const found: { id: string; vector: Float32Array }[] = []
  for (let from = 0; from < pictureIds.length; from += picturesAtOnce) {
    const some = pictureIds.slice(from, from + picturesAtOnce)
    const [row] = await database().$queryRaw<{ ids: string[] | null; bytes: Uint8Array }[]>`
      select array_agg(picture_id::text order by picture_id, part) as ids,
        string_agg(halfvec_send(vector), ''::bytea order by picture_id, part) as bytes
      from template_fingerprint
      where picture_id = any(${some}::uuid[]) and algorithm = ${name} and version = ${version}`
    if (!row?.ids) continue
    const vectors = halfVectors(row.bytes, length)
    for (const [k, id] of row.ids.entries()) found.push({ id, vector: vectors[k]! })
  }
  return found
}

/** What some pictures' corners are looked up by; those described by another version are left out. */
export async function cornerKeysOf(
  pictureIds: readonly string[],
  version: string,
): Promise<{ readonly id: string; readonly keys: Int32Array }[]> {
  const found: { id: string; keys: Int32Array }[] = []
  for (let from = 0; from < pictureIds.length; from += picturesAtOnce) {
    const some = pictureIds.slice(from, from + picturesAtOnce)
    const [row] = await database().$queryRaw<{ ids: string[] | null; sizes: number[]; bytes: Uint8Array }[]>`
      select array_agg(picture_id::text order by picture_id) as ids, array_agg(length(keys) order by picture_id) as sizes,
        string_agg(keys, ''::bytea order by picture_id) as bytes
      from template_print where picture_id = any(${some}::uuid[]) and version = ${version}`
    if (!row?.ids) continue
    let at = 0
    for (const [k, id] of row.ids.entries()) {
      const end = at + row.sizes[k]!
      // A copy: what came from the database need not begin where a number may.
      found.push({ id, keys: new Int32Array(Uint8Array.from(row.bytes.subarray(at, end)).buffer) })
      at = end
    }
  }
  return found
}

/** The stored prints of some pictures, by picture; those of other versions are left out. */
export async function printsOf(
  pictureIds: readonly string[],
  version: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await database().$queryRaw<{ id: string; print: Uint8Array }[]>`
    select picture_id as id, print from template_print
    where picture_id = any(${pictureIds}::uuid[]) and version = ${version}`
  return new Map(rows.map(({ id, print }) => [id, print]))
}
