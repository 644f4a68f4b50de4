import { inject } from 'vitest'

/** A database of one test file's own, with all migrations applied. */
export interface TestDatabase {
  readonly url: string
  /** Cuts every connection that is still open. What is not dropped goes when the tests end. */
  drop(): Promise<void>
}

async function ask(method: 'POST' | 'DELETE', body = ''): Promise<string> {
  const response = await fetch(inject('databaseDesk'), { method, body: method === 'POST' ? undefined : body })
  const text = await response.text()
  if (!response.ok) throw new Error(`No test database: ${text}`)
  return text
}

/** Asks for a new database. The first to ask waits until Postgres has started, about a second. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = await ask('POST')
  return {
    url,
    async drop() {
      await ask('DELETE', url)
    },
  }
}
