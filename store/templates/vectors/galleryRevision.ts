import { database } from '../../database'

/** Postgres channel on which the database tells that the gallery has changed (payload `changed`; the triggers of migration template_vectors). */
export const GALLERY_CHANNEL = 'memezap_gallery'

/**
 * Changes whenever the pictures that uploads are recognised by change, or what is known of them: published or retired, boxes, name, a picture
 * replaced or described (anew). Not with counts of uses. One row, so cheap enough for every request; compare it for equality only. Two databases,
 * and one before and after it was restored, never have the same: it names what is cached outside of them.
 */
export async function galleryRevision(): Promise<string> {
  const [row] = await database().$queryRaw<{ revision: string }[]>`
    select revision || ' ' || extract(epoch from changed_at) as revision from template_gallery`
  return row!.revision
}
