import { sendFile } from './sendFile'

/** An archive of templates that the site has. */
export interface SentArchive {
  /** For `importTemplates`. */
  readonly archiveId: string
  readonly bytes: number
  /** How many template folders are in it. */
  readonly templates: number
}

/**
 * Sends an archive and tells how far it is, 0..1.
 * @throws ProblemError with the server's words, or `unreachable`; DOMException AbortError when `signal` ended it
 */
export const uploadArchive = (
  file: Blob,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<SentArchive> =>
  sendFile(
    { address: '/api/admin/templates/import', headers: {}, file, onProgress, signal },
    ({ archiveId, bytes, templates }) =>
      typeof archiveId === 'string' ? { archiveId, bytes: Number(bytes), templates: Number(templates) } : undefined,
  )
