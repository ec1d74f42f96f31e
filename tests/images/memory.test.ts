import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { freshDatabase } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { hostilePictures } from './hostile-pictures.ts'
import { anyPicture, picture, pictureForm } from './pictures.ts'

const mebibyte = 1024 * 1024
const growthMaxMebibytes = 150
const sampleEveryMs = 10
const answerMaxMs = 5000

const residentOf = (pid: number) => Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096

/** The most memory that the process has while `run` runs. */
async function peakDuring(pid: number, run: () => Promise<void>): Promise<number> {
  let peak = residentOf(pid)
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentOf(pid))
  }, sampleEveryMs)
  try {
    await run()
    return Math.max(peak, residentOf(pid))
  } finally {
    clearInterval(sampling)
  }
}

test(`[IMG-6] no hostile picture costs a server more than ${growthMaxMebibytes} MB`, {
  skip: process.platform !== 'linux',
}, async (context) => {
  const database = await freshDatabase('sqlite')
  const server = await spawnBartleby({ database })
  const call = async (path: string, body: string | FormData) => {
    const json: Record<string, string> =
      typeof body === 'string' ? { 'content-type': 'application/json' } : {}
    const headers = { authorization: `Bearer ${database.secretKey}`, ...json }
    const response = await fetch(`${server.url}/v1${path}`, { method: 'POST', headers, body })
    return { status: response.status, body: await response.json() }
  }
  try {
    const { body: user } = await call('/users', JSON.stringify({ email_address: ['memory@example.com'] }))
    const upload = (bytes: Uint8Array) => call(`/users/${user.id}/profile_image`, pictureForm(bytes))
    const idle = residentOf(server.pid)
    const rows: { name: string; growth: number; ms: number; status: number }[] = []
    const measured = [
      ...(await hostilePictures()),
      { name: 'a photograph of 12 million pixels', bytes: await picture(4000, 3000).jpeg().toBuffer() },
      { name: '10 MB', bytes: Buffer.concat([anyPicture(), Buffer.alloc(10 * mebibyte - 1000)]) },
    ]
    for (const { name, bytes } of measured) {
      const began = performance.now()
      let status = 0
      const peak = await peakDuring(server.pid, async () => {
        status = (await upload(bytes)).status
      })
      const ms = Math.round(performance.now() - began)
      assert.ok(status === 200 || status === 400, `${name}: ${status}`)
      assert.ok(ms < answerMaxMs, `${name} takes ${ms} ms`)
      rows.push({ name, growth: Math.round((peak - idle) / mebibyte), ms, status })
    }
    rows.sort((a, b) => b.growth - a.growth)
    for (const { name, growth, ms, status } of rows.slice(0, 5))
      context.diagnostic(
        `${growth} MB over an idle server's ${Math.round(idle / mebibyte)}, ${ms} ms, ${status}: ${name}`,
      )
    assert.ok(rows[0]!.growth <= growthMaxMebibytes, `${rows[0]!.name}: ${rows[0]!.growth} MB`)
  } finally {
    server.kill('SIGKILL')
    await server.exited
    await database.remove()
  }
})
