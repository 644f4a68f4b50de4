import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium'

/** A Chromium whose pages are closed with it. */
export interface TestBrowser {
  /** A page of a new visitor, already at `path`. What the page logged as errors or threw is collected in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>
  close(): Promise<void>
}

export interface OpenPage {
  readonly page: Page
  readonly complaints: readonly string[]
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

/** @param url of the site, without a slash at its end */
export async function startBrowser(url: string): Promise<TestBrowser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: npm test installs one, or set CHROMIUM_PATH.')
  const browser: Browser = await chromium.launch({ executablePath })
  return {
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      await page.goto(`${url}${path}`)
      // The page asks for limits and status once its scripts run: from then on it listens.
      await page.waitForLoadState('networkidle')
      return { page, complaints }
    },
    close: () => browser.close(),
  }
}
