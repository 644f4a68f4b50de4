import { type PlainProblem, ProblemError, unreachable } from './problem'

interface FileToSend {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly file: Blob
  /** Told how far it is, 0..1. */
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
}

/**
 * Sends a file's bytes as a whole body. `fetch` cannot report progress, so this is XMLHttpRequest.
 * @param read what the answer to a file that was taken says; undefined when it says something else
 * @throws ProblemError with the server's words, or `unreachable`; DOMException AbortError when `signal` ended it
 */
export function sendFile<T>(
  { address, headers, file, onProgress, signal }: FileToSend,
  read: (answer: Readonly<Record<string, unknown>>) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', address)
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value)
    call.setRequestHeader('content-type', file.type || 'application/octet-stream')
    call.responseType = 'text'
    call.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total)
    }
    call.onload = () => {
      const answer = answerOf(call.responseText)
      const taken = read(answer)
      if (taken !== undefined) resolve(taken)
      else reject(new ProblemError((answer.problem as PlainProblem | undefined) ?? unreachable))
    }
    call.onerror = () => reject(new ProblemError(unreachable))
    call.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'))
    signal.addEventListener('abort', () => call.abort(), { once: true })
    call.send(file)
  })
}

function answerOf(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    return {}
  }
}
