/** Next runs this once as the server starts, before the first request. */
export async function register(): Promise<void> {
  // Next compiles this file for the edge, too, where there are no files to read.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const [{ needConfig }, { notePeerAddress }, { startSiteDuties }] = await Promise.all([
    import('./app/server/needConfig'),
    import('./app/server/notePeerAddress'),
    import('./app/server/siteDuties'),
  ])
  needConfig()
  notePeerAddress()
  startSiteDuties()
}
