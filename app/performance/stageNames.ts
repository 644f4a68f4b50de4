import { stages } from '#core/stage'

const names: Readonly<Record<string, string>> = {
  job: 'Whole jobs',
  fetch: 'Fetch the picture',
  hash: 'Look for a finished meme',
  decode: 'Open the picture',
  ocr: 'Read its words',
  match: 'Find its template',
  decide: 'Decide what goes',
  remove_text: 'Take words away',
  place_text: 'Place new words',
  render: 'Draw and encode',
  store: 'Save the meme',
  import: 'Import templates',
}

/** An operation in plain words; one that is unknown here by its own name. */
export const stageTitle = (operation: string): string => names[operation] ?? operation.replaceAll('_', ' ')

/** Operations in the order of the pipeline, unknown ones last. */
export function inOrder<T extends { readonly operation: string }>(operations: readonly T[]): readonly T[] {
  const place = ({ operation }: T) => {
    const found = (stages as readonly string[]).indexOf(operation)
    return found < 0 ? stages.length : found
  }
  return [...operations].sort((a, b) => place(a) - place(b))
}

const devices: Readonly<Record<string, string>> = { cpu: 'CPU', cuda: 'GPU (CUDA)', webgpu: 'GPU (WebGPU)' }

/** A device in plain words. */
export const deviceTitle = (device: string): string => devices[device] ?? device

/** A kind of job in plain words. */
export const jobTitle = (kind: string | null | undefined): string =>
  ({
    GENERATE: 'Make a meme',
    ANALYZE: 'Read a picture',
    TEMPLATE_PICTURE: 'Prepare a template',
    IMPORT: 'Import templates',
  })[kind ?? ''] ?? (kind ? kind.toLowerCase().replaceAll('_', ' ') : 'Job that is gone')
