import { afterAll, beforeAll } from 'vitest'
import { startBrowser, type TestBrowser } from './browser'
import { type Stack, type StackOptions, startStack } from './stack'

/** A started stack and a browser that visits it. */
export interface Site {
  readonly stack: Stack
  readonly browser: TestBrowser
}

/** Gives a test file a site of its own and a browser; both are there once its tests and later hooks run. */
export function withSite(options?: StackOptions): Site {
  let stack: Stack
  let browser: TestBrowser
  beforeAll(async () => {
    stack = await startStack(options)
    browser = await startBrowser(stack.url)
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.stop()
  })
  return {
    get stack() {
      return stack
    },
    get browser() {
      return browser
    },
  }
}
