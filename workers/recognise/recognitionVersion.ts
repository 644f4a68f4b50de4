import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { featureKind } from '#workers/recognise/features/features'

/** What fingerprints and prints are made by. Pictures described by anything else are described anew, and not recognised until then. */
export const recognitionVersion = [fingerprintKind, featureKind]
  .map(({ name, version }) => `${name} ${version}`)
  .join(', ')
