import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's own folder, wherever a command was started. */
export const projectFolder = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
