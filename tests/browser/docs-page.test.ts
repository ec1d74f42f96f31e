import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { operations } from '#contract/operations.ts'
import { refusals } from '#contract/refusals.ts'
import { docsAssets, docsPage, docsPolicy } from '#server/http/docs/page.ts'

function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim()
  } catch {
    throw new Error(
      'No Chromium was found. Install it (`apt-get install -y chromium`), or name one in CHROMIUM_PATH.',
    )
  }
}

const offline = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let url = ''
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const page = {
    contentType: 'text/html; charset=utf-8',
    body: docsPage({ serverUrl: url, version: '1.2.3' }),
  }
  const found = pathname === '/docs' ? page : docsAssets[pathname]
  response.setHeader('content-security-policy', docsPolicy)
  response.statusCode = found ? 200 : 404
  response.setHeader('content-type', found?.contentType ?? 'text/plain')
  response.end(found?.body ?? 'not found')
})

let browser: Browser
before(async () => {
  browser = await chromium.launch({ executablePath: chromiumPath(), args: offline })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(async () => {
  await browser?.close()
  server.close()
})

/** Opens the page, and fails afterwards if anything was complained about or asked of another server. */
async function visit(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
  anchor = '',
): Promise<void> {
  const context = await browser.newContext(options)
  const wrong: string[] = []
  try {
    const page = await context.newPage()
    page.on('console', (message) => wrong.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => wrong.push(`error: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
        wrong.push(`request: ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()}: ${response.url()}`)
    })
    await page.goto(`${url}/docs${anchor}`)
    await use(page)
  } finally {
    await context.close()
  }
  assert.deepEqual(wrong, [])
}

const wide = { viewport: { width: 1280, height: 800 } }
const narrow = { viewport: { width: 380, height: 800 } }
const found = (page: Page) => page.locator('#contents li:visible .title').allTextContents()
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('every operation, shape and code is on the page', async () => {
  await visit(wide, async (page) => {
    for (const { id, summary } of operations) {
      assert.match(await page.locator(`#${id} h3`).innerText(), new RegExp(`^${summary}`))
      assert.equal(await page.locator(`#contents a[href="#${id}"]`).count(), 1)
    }
    for (const name of Object.keys(refusals))
      assert.equal(await page.locator(`#code-${name}`).count(), 1, name)
    assert.equal(await page.locator('#object-User .fields').count(), 1)
  })
})

test('ids are unique and every link on the page leads to one', async () => {
  await visit(wide, async (page) => {
    const { ids, links } = await page.evaluate(() => ({
      ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      links: [...document.querySelectorAll('a[href^="#"]')].map((link) =>
        link.getAttribute('href')!.slice(1),
      ),
    }))
    assert.equal(new Set(ids).size, ids.length)
    assert.deepEqual(
      links.filter((link) => !ids.includes(link)),
      [],
    )
  })
})

test('an anchor opens the page at its operation and marks it in the contents', async () => {
  const { id } = operations.at(-1)!
  await visit(
    wide,
    async (page) => {
      await page.locator(`#contents a[href="#${id}"][aria-current=location]`).waitFor()
      const top = await page.locator(`#${id}`).evaluate((entry) => entry.getBoundingClientRect().top)
      assert.ok(top > -1 && top < 200, String(top))
    },
    `#${id}`,
  )
})

test('the filter finds operations by title, by field and by code; the slash key leads to it', async () => {
  const { id, summary } = operations[1]!
  await visit(wide, async (page) => {
    await page.keyboard.press('/')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'find')
    await page.keyboard.type(summary.toUpperCase())
    assert.equal((await found(page))[0], summary)
    assert.ok((await found(page)).length < operations.length / 2)
    await page.keyboard.press('Enter')
    assert.equal(new URL(page.url()).hash, `#${id}`)

    await page.fill('#find', 'skip_password_requirement')
    assert.deepEqual(await found(page), ['Create a user'])
    await page.fill('#find', 'image not found')
    assert.deepEqual(await found(page), ['Update a user', 'Remove the profile picture', 'Remove the logo'])
    assert.match(await page.locator('#found').innerText(), /^3 found/)

    await page.fill('#find', 'no such thing')
    assert.deepEqual(await found(page), [])
    assert.ok(await page.locator('.none').isVisible())
    await page.focus('#find')
    await page.keyboard.press('Escape')
    assert.ok((await found(page)).length > operations.length)
  })
})

test('a language that is chosen by keyboard is chosen in every example, and for the next visit', async () => {
  await visit(wide, async (page) => {
    const selected = (id: string) => page.locator(`#${id} [role=tab][aria-selected=true]`).innerText()
    const [first, second] = operations
    await page.locator(`#${first!.id} [role=tab]`).first().focus()
    await page.keyboard.press('ArrowRight')
    assert.equal(await selected(first!.id), '@clerk/backend')
    assert.equal(await selected(second!.id), '@clerk/backend')
    assert.equal(await page.locator(`#${first!.id} [role=tabpanel]:visible`).count(), 1)
    await page.keyboard.press('ArrowRight')
    assert.equal(await selected(first!.id), 'Response')
    assert.equal(await selected(second!.id), '@clerk/backend')
    await page.reload()
    assert.equal(await selected(first!.id), '@clerk/backend')
  })
})

test('the copy button copies what is shown, and says so', async () => {
  await visit({ ...wide, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const example = page.locator(`#${operations[1]!.id} .box`)
    await example.locator('.copy').click()
    await example.locator('.copy', { hasText: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    assert.match(copied, /^curl -X POST http/)
    assert.equal(copied, await example.locator('.sample:visible code').textContent())
  })
})

for (const [name, options] of Object.entries({ narrow, wide, bare: { ...narrow, javaScriptEnabled: false } }))
  test(`nothing sticks out sideways (${name})`, async () => {
    await visit(options, async (page) => {
      assert.equal(await overflow(page), 0)
    })
  })

test('on a small screen the contents open, lead away and close', async () => {
  await visit(narrow, async (page) => {
    const { id } = operations[0]!
    assert.equal(await page.locator('#contents').isVisible(), false)
    await page.click('.menu')
    assert.equal(await page.locator('.menu').getAttribute('aria-expanded'), 'true')
    assert.equal(await overflow(page), 0)
    await page.click(`#contents a[href="#${id}"]`)
    assert.equal(await page.locator('#contents').isVisible(), false)
    assert.equal(new URL(page.url()).hash, `#${id}`)
    await page.click('.menu')
    await page.keyboard.press('Escape')
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'menu')
  })
})

test('without JavaScript everything can be read', async () => {
  await visit({ ...wide, javaScriptEnabled: false }, async (page) => {
    assert.ok(await page.locator('#contents a').first().isVisible())
    assert.equal(await page.locator('#find').isVisible(), false)
    for (const { id, summary } of operations) {
      assert.ok(await page.getByRole('heading', { name: summary }).first().isVisible())
      assert.equal(await page.locator(`#${id} .sample:visible`).count(), 3)
    }
  })
})

test('the page follows the colour scheme of the reader', async () => {
  const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const brightness = (colour: string) => Math.max(...colour.match(/\d+/g)!.map(Number))
  await visit({ ...wide, colorScheme: 'light' }, async (page) =>
    assert.ok(brightness(await background(page)) > 200),
  )
  await visit({ ...wide, colorScheme: 'dark' }, async (page) =>
    assert.ok(brightness(await background(page)) < 60),
  )
})
