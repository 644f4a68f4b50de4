import { database } from '../../database'
import { currentKinds } from './vectorProgress'

/** What is written of a picture, of the kinds that the running worker writes. */
export interface DescribedParts {
  /** Fingerprints and print: uploads of it are recognised. */
  readonly recognition: boolean
  /** Its CLIP vector. */
  readonly clip: boolean
}

/** By the picture's id; while no worker is up, whatever is stored counts. */
export async function describedParts(pictureIds: readonly string[]): Promise<ReadonlyMap<string, DescribedParts>> {
  const kinds = await currentKinds()
  const recognition = kinds?.recognition ?? null
  const [model, version] = [kinds?.clip?.model ?? null, kinds?.clip?.version ?? null]
  const rows = await database().$queryRaw<(DescribedParts & { id: string })[]>`
    select picture.id,
      print.version is not null and print.version = coalesce(${recognition}, print.version) as recognition,
      clip.version is not null and clip.model = coalesce(${model}, clip.model)
        and clip.version = coalesce(${version}, clip.version) as clip
    from template_picture picture
    left join template_print print on print.picture_id = picture.id
    left join template_clip clip on clip.picture_id = picture.id
    where picture.id = any(${[...pictureIds]}::uuid[])`
  return new Map(rows.map(({ id, ...parts }) => [id, parts]))
}
