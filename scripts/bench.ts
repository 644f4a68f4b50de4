/** `npm run bench`: how long a meme takes from request to finish, before and after; memes per second; the start; memory. `--help` lists the options. */
import { writeFileSync } from 'node:fs'
import { benchOptions, usage } from './bench/options'
import { projectFolder } from './projectFolder'
import { generateCode } from './start/build'
import { progress } from './start/progress'

if (process.argv.includes('--help')) console.log(usage)
else {
  const options = benchOptions(process.argv.slice(2))
  await generateCode(
    projectFolder,
    progress((line) => console.log(line)),
  )
  // It imports what a fresh clone has just generated.
  const { measured } = await import('./bench/measured')
  const output = JSON.stringify(await measured(options), null, 2)
  if (options.json) writeFileSync(options.json, `${output}\n`)
  else console.log(output)
}
