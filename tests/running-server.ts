import { pino } from 'pino'
import { startBartleby } from '#server/bartleby.ts'
import type { ShownMail } from '#server/mail/mail.ts'
import { givenPaths } from '#server/settings/given-paths.ts'
import type { MailServer } from '#server/settings/mail-server.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { checkAnswer } from '#tests/contract-check.ts'
import { type Engine, migratedDatabase, type TestDatabase } from '#tests/engines.ts'

export interface ServerOptions {
  /** The content of the settings file. */
  settings?: Record<string, unknown>
  environment?: 'test' | 'live'
  /** Off unless a scenario is about limits. */
  rateLimits?: boolean
  /** Passwords that may wait to be hashed; as many as in production unless given. */
  hashesWaitingMax?: number
  /** Of the lines that `log` collects; `info` unless given. */
  logLevel?: string
  /** Mail is only stored unless given. */
  mailServer?: MailServer
  showMail?: (mail: ShownMail) => void
}

export interface RequestOptions {
  /** Sent as JSON; `null` is sent as the four characters. */
  body?: unknown
  /** Sent as it is. */
  rawBody?: string | Buffer
  /** Sent as a multipart form. */
  form?: FormData
  headers?: Record<string, string>
  /** Leave out the Authorization header. */
  anonymous?: boolean
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: scenarios look into answers of every shape
  body: any
}

export interface EventRow {
  id: number
  type: string
  actor: string
  subject: string
  at: number
  trace_id: string
  /** JSON: `{ changed: [field names] }`, and what a deletion leaves behind. */
  // biome-ignore lint/suspicious/noExplicitAny: free form by event type
  details: any
}

/** A server of the project on a free port, in this process, with a clock that a scenario can move. */
export interface TestServer {
  readonly engine: Engine
  readonly url: string
  readonly secretKey: string
  readonly clock: {
    now: number
    advance(milliseconds: number): void
    /** From now on only `advance` moves it. */
    freeze(): void
  }
  /** Where its data lie, to reach them behind its back. */
  readonly database: TestDatabase
  /** Every line that it has logged, oldest first, as JSON text. */
  readonly log: readonly string[]
  /** Calls `/v1` + path and checks the answer against the contract. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>
  /** `POST /v1/users`, which must succeed. */
  create(body: Record<string, unknown>): Promise<Answer['body']>
  /** The append-only record of changes, oldest first. */
  events(subject?: string): Promise<EventRow[]>
  /** Passwords hashed or compared so far. */
  hashes(): number
  /** Uploaded pictures decoded so far. */
  decodes(): number
  /** Every row of a table, as stored. */
  rows(table: string): Promise<Record<string, unknown>[]>
  stop(): Promise<void>
}

/** The clock runs on real time plus what a scenario adds, so that equal instants stay rare. */
function movableClock() {
  const started = Date.now()
  let frozenAt: number | undefined
  const clock = {
    now: started,
    advance(milliseconds: number) {
      clock.now += milliseconds
    },
    freeze() {
      frozenAt ??= Date.now()
    },
  }
  return { clock, now: () => clock.now + ((frozenAt ?? Date.now()) - started) }
}

export async function startServer(engine: Engine, options: ServerOptions = {}): Promise<TestServer> {
  const database = await migratedDatabase(engine)
  const environment = options.environment ?? 'test'
  const secretKey = database.secretKey.replace('sk_test_', `sk_${environment}_`)
  const { clock, now } = movableClock()
  const log: string[] = []
  const logLevel = options.logLevel ?? 'info'
  const bartleby = await startBartleby(
    {
      host: '127.0.0.1',
      port: 0,
      publicUrl: '',
      data: database.data,
      databaseUrl: database.databaseUrl,
      environment,
      secretKey,
      encryptionKey: database.encryptionKey,
      passwordHashing: 'cheap',
      threads: 4,
      rateLimits: options.rateLimits ?? false,
      settings: readSettings(options.settings ?? {}),
      givenSettings: givenPaths(options.settings),
      mailServer: options.mailServer,
      trustedProxies: [],
      logLevel,
    },
    {
      now,
      hashesWaitingMax: options.hashesWaitingMax,
      showMail: options.showMail,
      logger: pino({ level: logLevel }, { write: (line: string) => void log.push(line) }),
    },
  )

  async function request(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const headers: Record<string, string> = { ...options.headers }
    if (!options.anonymous) headers.authorization ??= `Bearer ${secretKey}`
    let body: string | Buffer | FormData | undefined = options.form
    if (options.rawBody !== undefined) body = options.rawBody
    else if (options.body !== undefined) {
      body = JSON.stringify(options.body)
      headers['content-type'] ??= 'application/json'
    }
    const response = await fetch(`${bartleby.url}/v1${path}`, { method, headers, body: body as BodyInit })
    const text = await response.text()
    const answer: Answer = { status: response.status, headers: response.headers, text, body: undefined }
    try {
      answer.body = JSON.parse(text)
    } catch {
      answer.body = undefined
    }
    checkAnswer(method, path, answer)
    return answer
  }

  return {
    engine,
    url: bartleby.url,
    secretKey,
    clock,
    database,
    log,
    request,
    async create(body) {
      const answer = await request('POST', '/users', { body })
      if (answer.status !== 200) throw new Error(`create was refused: ${answer.text}`)
      return answer.body
    },
    async events(subject) {
      const rows = await bartleby.rows('events')
      return rows
        .map((row) => ({ ...row, details: JSON.parse(String(row.details)) }) as unknown as EventRow)
        .filter((row) => !subject || row.subject === subject)
        .sort((a, b) => a.id - b.id)
    },
    hashes: () => bartleby.hashes(),
    decodes: () => bartleby.decodes(),
    rows: (table) => bartleby.rows(table),
    async stop() {
      await bartleby.stop()
      await database.remove()
    },
  }
}
