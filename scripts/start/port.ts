import { createServer } from 'node:net'
import { SetupProblem } from '#scripts/setupProblem'

/** Reads PORT. @throws SetupProblem */
export function wantedPort(text = process.env.PORT || '3000'): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new SetupProblem(`PORT is "${text}": it has to be a number from 1 to 65535.`)
}

/** Makes sure that the site can listen. `host` undefined means every address of the machine. @throws SetupProblem */
export async function needFreePort(port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
        EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
      }
      const text = reasons[error.code ?? ''] ?? `The site cannot listen on port ${port}: ${error.message}`
      reject(new SetupProblem(text, { cause: error }))
    })
    server.listen(port, host, () => server.close(() => resolve()))
  })
}
