import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import { type DatabaseServer, startDatabaseServer } from './databaseServer'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for databases: POST answers a new one's address, DELETE drops the one in the body. */
    readonly databaseDesk: string
  }
}

/** Opens the desk where test files get their databases. Postgres starts when the first one asks: most test files need none. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<DatabaseServer> | undefined
  async function answer(request: IncomingMessage): Promise<string> {
    server ??= startDatabaseServer()
    const databases = await server
    if (request.method === 'POST') return databases.create()
    await databases.drop(await text(request))
    return ''
  }
  const desk = createServer((request, response) => {
    answer(request).then(
      (body) => response.end(body),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  desk.listen(0, '127.0.0.1')
  await once(desk, 'listening')
  const { port } = desk.address() as AddressInfo
  project.provide('databaseDesk', `http://127.0.0.1:${port}/`)
  return async () => {
    desk.closeAllConnections()
    desk.close()
    const databases = await server?.catch(() => undefined)
    await databases?.stop()
  }
}
