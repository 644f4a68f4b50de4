/**
 * A process of its own that asks a shared cache, for tests. Each line on its standard input is the name of an entry to ask for; when it is the one who
 * makes it, it prints `making`, and the next line is the value, or `fail`. It prints `answer <value>` or `failed <words>` then.
 */
import { createInterface } from 'node:readline'
import { config } from '#store/config'
import { jobEvents } from '#store/jobEvents'
import { sharedAccess, sharedCache } from '../sharedCache'

const lines = createInterface(process.stdin)[Symbol.asyncIterator]()
const nextLine = async (): Promise<string> => {
  const { value, done } = await lines.next()
  if (done) process.exit(0)
  return value
}

async function made(): Promise<string> {
  console.log('making')
  const value = await nextLine()
  if (value === 'fail') throw new Error('the maker failed')
  return value
}

// The first use of a connection takes a second on a busy machine.
await sharedAccess().tier.size('fingerprint')
await jobEvents().ready()
console.log('ready')
for (;;) {
  const key = await nextLine()
  try {
    const { value } = await sharedCache<string>('fingerprint', config()).getOrMake([key], made)
    console.log(`answer ${value}`)
  } catch (error) {
    console.log(`failed ${(error as Error).message}`)
  }
}
