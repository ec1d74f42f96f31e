import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engines } from '#tests/engines.ts'
import { type ServerOptions, startServer, type TestServer } from '#tests/running-server.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

interface MailRuleOptions extends ServerOptions {
  /** The stand-in offers encryption, with a certificate that nobody trusts. */
  readonly encrypted?: boolean
}

/** Like `rule`, with a mail server of its own. */
export function mailRule(
  ids: string,
  statement: string,
  run: (server: TestServer, standIn: StandIn) => Promise<void>,
  { encrypted, ...options }: MailRuleOptions = {},
): void {
  for (const engine of engines)
    test(`[${ids}] ${statement} (${engine})`, { timeout: 60_000 }, async () => {
      const standIn = await startStandIn(encrypted)
      try {
        const server = await startServer(engine, { mailServer: standIn.settings, ...options })
        await run(server, standIn).finally(() => server.stop())
      } finally {
        await standIn.stop()
      }
    })
}

/** Waits until it is so; what is waited for takes a look at the queue or two. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 15_000
  while (!(await isSo())) {
    assert.ok(performance.now() < deadline, `in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
