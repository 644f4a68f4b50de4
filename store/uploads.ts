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
  if (!isUuid(id)) return null
  const upload = await database().upload.findUnique({ where: { id } })
  if (!upload || upload.expiresAt < new Date()) return null
  return (await fileSize('sources', upload.sha256)) === null ? null : upload
}
