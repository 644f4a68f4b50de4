/** What "engines" in package.json says; npm only warns about it. */
const oldest = [20, 19]

/** Ends the process with words when Node is too old. */
export function needNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  console.error(`MemeZap needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}
