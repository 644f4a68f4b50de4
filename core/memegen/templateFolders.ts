/** Files that make a folder a template's: ours, and memegen's. */
export const DEFINITIONS = { own: 'template.json', memegen: 'config.yml' } as const

const definitions: readonly string[] = Object.values(DEFINITIONS)
const picture = /\.(gif|webp|png|jpe?g)$/i

/** Files of one template, by their names inside of its folder. */
export interface FolderOfFiles<F> {
  /** From the root, with slashes; empty for the root itself. */
  readonly path: string
  readonly files: ReadonlyMap<string, F>
}

/** What systems and editors leave behind, and memegen's own previews and samples. */
const isAside = (segment: string): boolean => /^[._]/.test(segment)

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/**
 * The template folders among files, wherever they lie: folders with a definition, and those beside them that hold a picture and lack one, so that
 * somebody hears of it.
 * @returns in the order of their paths
 */
export function templateFolders<F extends { readonly path: string }>(files: readonly F[]): FolderOfFiles<F>[] {
  const folders = new Map<string, Map<string, F>>()
  for (const file of files) {
    const path = parentOf(file.path)
    const name = file.path.slice(path === '' ? 0 : path.length + 1)
    if (isAside(name) || path.split('/').some(isAside)) continue
    const folder = folders.get(path) ?? new Map<string, F>()
    folders.set(path, folder.set(name, file))
  }
  const isTemplate = (names: ReadonlyMap<string, F>) => definitions.some((name) => names.has(name))
  const shelves = new Set(
    [...folders].filter(([path, names]) => path && isTemplate(names)).map(([path]) => parentOf(path)),
  )
  const isMeant = (path: string, names: ReadonlyMap<string, F>) =>
    path !== '' &&
    shelves.has(parentOf(path)) &&
    !shelves.has(path) &&
    [...names.keys()].some((name) => picture.test(name))
  return [...folders]
    .filter(([path, names]) => isTemplate(names) || isMeant(path, names))
    .map(([path, names]) => ({ path, files: names }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
