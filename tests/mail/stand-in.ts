import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { MailServer } from '#server/settings/mail-server.ts'

export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** The message with its headers, without the line breaks that only its encoding has put in. */
  readonly raw: string
}

/** What it does with a message, from now on. */
export type Behaviour = 'accept' | 'refuse for now' | 'refuse for good' | 'hang' | 'drop'

/** A mail server on this machine that behaves as a test wants. */
export interface StandIn {
  readonly received: readonly Received[]
  /** Messages that it was offered, whatever became of them. */
  readonly offered: () => number
  behave(behaviour: Behaviour): void
  readonly settings: MailServer
  /** As if the machine were switched off; `start` brings it back at the same port. */
  stop(): Promise<void>
  start(): Promise<void>
}

const failure = (responseCode: number) =>
  Object.assign(new Error(`${responseCode} ada@example.com not now, secret`), { responseCode })

export async function startStandIn(encrypted = false): Promise<StandIn> {
  const received: Received[] = []
  let behaviour: Behaviour = 'accept'
  let offered = 0
  let port = 0
  let server: SMTPServer

  const dropAll = () => {
    const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }
    for (const connection of connections) connection._socket.destroy()
  }

  function meet(session: SMTPServerSession, answer: (error?: Error | null) => void) {
    offered++
    if (behaviour === 'accept') answer()
    if (behaviour === 'refuse for now') answer(failure(451))
    if (behaviour === 'refuse for good') answer(failure(550))
    if (behaviour === 'drop') dropAll()
    return session
  }

  const create = () =>
    new SMTPServer({
      disabledCommands: encrypted ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      closeTimeout: 50,
      onRcptTo: (_address, session, callback) => void meet(session, callback),
      onData(stream, { envelope }, callback) {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          received.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks)
              .toString('utf8')
              .replaceAll(/(?<!\?)=\r\n/g, ''),
          })
          callback()
        })
      },
    })

  async function start() {
    server = create()
    // A client that gives up is no failure of a test.
    server.on('error', () => {})
    const listening = server.listen(port, '127.0.0.1')
    await new Promise<void>((resolve) => listening.once('listening', resolve))
    port = (listening.address() as AddressInfo).port
  }
  await start()
  return {
    received,
    offered: () => offered,
    behave: (next) => {
      behaviour = next
    },
    settings: {
      host: '127.0.0.1',
      port,
      encryption: 'if offered',
      login: undefined,
      from: { name: '', address: 'login@bartleby.example' },
    },
    start,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(resolve)
        dropAll()
      }),
  }
}
