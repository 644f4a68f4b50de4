import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { AppError } from '#core/errors'

/**
 * Resolves a name at the moment of dialling and keeps only addresses that may be dialled: what is checked is what is dialled, so that a name which changes
 * its answer between check and use gains nothing. Fails with AppError URL_FORBIDDEN when none is left.
 */
export const guardedLookup =
  (mayDial: (address: string) => boolean): LookupFunction =>
  (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, [])
      const addresses = found.filter(({ address }) => mayDial(address))
      const [first] = addresses
      if (!first) return callback(new AppError('URL_FORBIDDEN'), [])
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
    })
  }
