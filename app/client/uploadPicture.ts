import { type PlainProblem, ProblemError, unreachable } from './problem'

interface UploadAnswer {
  readonly uploadId?: string
  readonly problem?: PlainProblem
}

/**
 * Sends a file's bytes and tells how far it is, 0..1. `fetch` cannot report progress, so this is XMLHttpRequest.
 * @returns the upload's id
 * @throws ProblemError with the server's words, or `unreachable`; DOMException AbortError when `signal` ended it
 */
export function uploadPicture(
  file: Blob,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', '/api/uploads')
    call.setRequestHeader('x-memezap-upload', '1')
    call.setRequestHeader('content-type', file.type || 'application/octet-stream')
    call.responseType = 'text'
    call.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    call.onload = () => {
      const { uploadId, problem } = answerOf(call.responseText)
      if (uploadId) resolve(uploadId)
      else reject(new ProblemError(problem ?? unreachable))
    }
    call.onerror = () => reject(new ProblemError(unreachable))
    call.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
    signal.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

function answerOf(text: string): UploadAnswer {
  try {
    return JSON.parse(text) as UploadAnswer
  } catch {
    return {}
  }
}
