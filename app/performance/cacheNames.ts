const names: Readonly<Record<string, string>> = {
  ocr: 'Words read',
  embedding: 'CLIP’s vectors',
  fingerprint: 'Looks of uploads',
  match: 'Templates found',
  analysis: 'Pictures looked at',
  decoded: 'Opened pictures',
  cleaned: 'Cleaned pictures',
  template_picture: 'Templates’ pictures',
  font: 'Fonts',
  shaped_text: 'Set words',
  meme: 'Finished memes',
}
const tiers: Readonly<Record<string, string>> = {
  memory: 'in memory',
  postgres: 'shared, Postgres',
  redis: 'shared, Redis',
}

/** A cache in plain words; one that is unknown here by its own name. */
export const cacheTitle = (name: string): string => names[name] ?? name.replaceAll('_', ' ')

/** Where a cache keeps what it keeps. */
export const tierTitle = (tier: string): string => tiers[tier] ?? tier
