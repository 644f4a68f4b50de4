import type { PictureReader } from '#workers/kinds/pictureReader'
import { log } from '#workers/log'
import type { Clip } from './clip/clip'

/** A line for the log. */
export interface DeviceLine {
  readonly fields: Readonly<Record<string, unknown>>
  readonly words: string
}

/**
 * What is to be said of where models run: which devices were asked for, and are not used, why, and what would help.
 * @param enabled `vector_db.enable_gpu`
 * @returns undefined when there is nothing to say: no model was loaded here, or the processor is what was asked for
 */
export function deviceLine(
  enabled: boolean,
  reader: Pick<PictureReader, 'device' | 'notUsed'>,
  { report }: Pick<Clip, 'report'>,
): DeviceLine | undefined {
  const clip = report.state === 'ready' ? report : undefined
  const devices = [reader.device, clip?.vision.provider, clip?.text.provider].filter((device) => device != null)
  if (!enabled || devices.length === 0) return undefined
  const notUsed = [...new Set([...reader.notUsed, ...(clip?.notUsed ?? [])])]
  const onGpu = devices.some((device) => device !== 'cpu')
  return {
    fields: {
      textReader: reader.device,
      clip: clip ? `${clip.vision.provider} ${clip.vision.dtype}` : null,
      ...(notUsed.length > 0 ? { notUsed } : {}),
    },
    words: onGpu
      ? 'models run on a graphics processor'
      : 'models run on the processor: no graphics processor can be used (docs/gpu.md; vector_db.enable_gpu: false says that none is wanted)',
  }
}

/** Says it, once per worker process. */
export function tellDevices(...asked: Parameters<typeof deviceLine>): void {
  const line = deviceLine(...asked)
  if (line) log.info(line.fields, line.words)
}
