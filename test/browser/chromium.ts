// The browser that pages are opened in: Debian's Chromium, or the one that CHENGXIN_CHROMIUM names.
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const PATH = process.env.CHENGXIN_CHROMIUM ?? '/usr/bin/chromium'

/** Says so where there is none: what was not looked at is not passed over in silence. */
export function browserThere(): boolean {
  if (existsSync(PATH)) return true
  // biome-ignore lint/suspicious/noConsole: a test that is left out is told of on the terminal
  console.warn(
    `\nSKIPPED: the browser part of the tests. There is no Chromium at ${PATH}; apt-get install chromium, or set CHENGXIN_CHROMIUM.\n`,
  )
  return false
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  })
}

export interface Opened {
  page: Page
  /** What the browser had to say: errors, violations of the policy, dialogs. */
  said: string[]
  /** Everything that was asked for. */
  asked: string[]
}

export interface Screen {
  width: number
  /** Without: the page is looked at as if scripts were forbidden. */
  scripts?: boolean
}

/** A file as it is opened by a double click. */
export async function openFile(
  browser: Browser,
  path: string,
  { width, scripts = true }: Screen,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts })
  const page = await context.newPage()
  const said: string[] = []
  const asked: string[] = []
  page.on('console', message => said.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', error => said.push(`error: ${error.message}`))
  page.on('dialog', dialog => {
    said.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', request => asked.push(request.url()))
  await page.goto(`file://${path}`)
  return { page, said, asked }
}
