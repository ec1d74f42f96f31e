import { Agent, request } from 'node:http'
import { type Known, nextWrite, type Written } from './intents.ts'
import { comparable, type Json, type Ledger } from './ledger.ts'

export interface LoadOptions {
  readonly url: string
  readonly secretKey: string
  readonly ledger: Ledger
  readonly random: () => number
  readonly writers: number
  /** Numbers the writes of all rounds. */
  readonly nextNumber: () => number
  /** The users that exist, by the number of their creation. */
  readonly alive: ReadonlyMap<number, Json>
}

export interface Load {
  /** Requests sent whose answer has not arrived whole. */
  inFlight(): number
  acknowledged(): number
  /** No further write is begun; ends when each has its answer or has lost its connection, and the ledger has all. */
  stop(): Promise<void>
}

interface Answered {
  status: number
  body: Json
}

/** The one part of a form that an upload is, or the JSON body. */
function bodyOf({ body, picture }: Written): { type: string; bytes: Buffer } {
  if (picture === undefined)
    return { type: 'application/json', bytes: Buffer.from(body === undefined ? '' : JSON.stringify(body)) }
  const head =
    '--ledger\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\nContent-Type: image/png\r\n\r\n'
  const parts = [Buffer.from(head), Buffer.from(picture, 'base64'), Buffer.from('\r\n--ledger--\r\n')]
  return { type: 'multipart/form-data; boundary=ledger', bytes: Buffer.concat(parts) }
}

function send(agent: Agent, options: LoadOptions, write: Written, sent: () => void): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const { type, bytes } = bodyOf(write)
    const outgoing = request(`${options.url}/v1${write.path}`, {
      agent,
      method: write.method,
      headers: {
        authorization: `Bearer ${options.secretKey}`,
        'content-type': type,
        'content-length': bytes.length,
      },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('aborted', () => reject(new Error('cut off')))
      incoming.on('end', () => {
        if (!incoming.complete) return reject(new Error('cut off'))
        const body = JSON.parse(Buffer.concat(chunks).toString('utf8'))
        resolve({ status: incoming.statusCode!, body: comparable(body) })
      })
    })
    outgoing.end(bytes)
    sent()
  })
}

/** The writer's own knowledge after an answer; what it does not expect is for the checker to judge. */
function learn(users: Known[], write: Written, { status, body }: Answered): void {
  if (write.refused) return
  const at = users.findIndex(({ user }) => user === write.user)
  if (write.verb === 'delete' || status !== 200) {
    if (at >= 0) users.splice(at, 1)
  } else if (at >= 0) users[at]!.body = body
  else users.push({ user: write.user, body })
}

/** Writers that each have one write under way at every moment, until the connection or the load ends. */
export function startLoad(options: LoadOptions): Load {
  const { ledger, random, writers, alive } = options
  const agent = new Agent({ keepAlive: true, maxSockets: writers })
  let inFlight = 0
  let acknowledged = 0
  let stopping = false
  const noted: Promise<void>[] = []

  async function writer(users: Known[]) {
    while (!stopping) {
      const n = options.nextNumber()
      const write = nextWrite(n, users, random)
      await ledger.write({ kind: 'intent', n, ...write })
      if (stopping) return
      let answer: Answered
      try {
        answer = await send(agent, options, write, () => {
          inFlight += 1
        })
      } catch {
        return
      } finally {
        inFlight -= 1
      }
      acknowledged += 1
      noted.push(ledger.write({ kind: 'acknowledgement', n, ...answer }))
      learn(users, write, answer)
    }
  }

  const shares: Known[][] = Array.from({ length: writers }, () => [])
  for (const [user, body] of alive) shares[user % writers]!.push({ user, body })
  const ended = shares.map(writer)
  return {
    inFlight: () => inFlight,
    acknowledged: () => acknowledged,
    async stop() {
      stopping = true
      await Promise.all(ended)
      await Promise.all(noted)
      agent.destroy()
    },
  }
}
