/** A worker's or the site's name without the chance in it: host and process id are what one looks for. */
export const processTitle = (id: string): string => id.replace(/-[0-9a-f]{8}$/, '')
