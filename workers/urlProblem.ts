import { STATUS_CODES } from 'node:http'
import { AppError } from '#core/errors'

const unknownName = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'ENODATA'])

/** What went wrong while fetching, in words for the person who gave the address. */
export function urlProblem(error: unknown, hostname: string): AppError {
  if (error instanceof AppError) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const unreachable = (message: string) => new AppError('URL_UNREACHABLE', message, { cause: error })
  if (unknownName.has(code)) return unreachable(`There is no server called ${hostname}. Check the address.`)
  if (code === 'ECONNREFUSED') return unreachable(`${hostname} refuses connections. Check the address.`)
  if (/CERT|TLS|SSL/.test(code)) return unreachable(`${hostname} has no valid certificate for a secure connection.`)
  if (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET')
    return unreachable(`${hostname} broke the connection off before the whole picture was here. Try again.`)
  return new AppError('URL_UNREACHABLE', undefined, { cause: error })
}

/** The refusal of an answer that is no 2xx. */
export const badStatus = (status: number): AppError => {
  const words = STATUS_CODES[status]
  return new AppError(
    'URL_BAD_STATUS',
    `The address answered ${status}${words ? ` (${words})` : ''} instead of a picture. Check it, or upload the picture.`,
    { details: { status } },
  )
}
