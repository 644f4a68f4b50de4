import { sendFile } from './sendFile'

/**
 * Sends a picture and tells how far it is, 0..1.
 * @returns the upload's id
 * @throws ProblemError with the server's words, or `unreachable`; DOMException AbortError when `signal` ended it
 */
export const uploadPicture = (
  file: Blob,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<string> =>
  sendFile(
    { address: '/api/uploads', headers: { 'x-memezap-upload': '1' }, file, onProgress, signal },
    ({ uploadId }) => (typeof uploadId === 'string' ? uploadId : undefined),
  )
