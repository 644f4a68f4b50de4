const words: Readonly<Record<string, string>> = {
  create: 'made it',
  edit: 'changed it',
  publish: 'published it',
  unpublish: 'made it a draft again',
  retire: 'retired it',
  merge: 'merged it with another one',
  import: 'imported it',
  restore: 'restored an earlier state',
}

/** What somebody did to a template, to follow their name. */
export const changeWords = (action: string): string => words[action] ?? action
