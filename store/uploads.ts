import { randomUUID } from 'node:crypto'
import { database } from './database'
import { fileSize, type StoredFile } from './files'
import type { Upload } from './generated/prisma/client'
import { isUuid } from './jobs/findJob'

/** Remembers stored source bytes as an upload that can be named in requests until it expires. */
export async function saveUpload(file: StoredFile, expiryHours: number): Promise<Upload> {
  const expiresAt = new Date(Date.now() + expiryHours * 3_600_000)
  return database().upload.create({ data: { id: randomUUID(), sha256: file.sha256, bytes: file.bytes, expiresAt } })
}

/** @returns null when it never was, has expired, or its file is gone */
export async function findUpload(id: string): Promise<Upload | null> {
  return (await findUploads([id])).get(id) ?? null
}

/** Uploads by id; those that never were, have expired, or have no file any more are not in it. */
export async function findUploads(ids: readonly string[]): Promise<ReadonlyMap<string, Upload>> {
  const rows = await database().upload.findMany({
    where: { id: { in: ids.filter(isUuid) }, expiresAt: { gt: new Date() } },
  })
  const there = await Promise.all(rows.map(async ({ sha256 }) => (await fileSize('sources', sha256)) !== null))
  return new Map(rows.filter((_row, index) => there[index]).map((row) => [row.id, row]))
}
