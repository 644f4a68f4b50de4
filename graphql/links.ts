import type { Config } from '#core/config'

const joined = (prefix: string, path: string): string => `${prefix.replace(/\/+$/, '')}${path}`

/** Public address of a file under /images: on the CDN of `CDN_BASE_URL`, else on `server.public_url`, else relative to the site. */
export const imageUrl = (file: string, config: Config): string =>
  joined(process.env.CDN_BASE_URL || config.server.public_url, `/images/${file}`)

/** The page that shows a meme. */
export const pageUrl = (memeId: string, config: Config): string => joined(config.server.public_url, `/memes/${memeId}`)
