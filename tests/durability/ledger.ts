import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// biome-ignore lint/suspicious/noExplicitAny: users and bodies are compared as plain JSON
export type Json = any

export type Verb = 'create' | 'update' | 'merge' | 'delete' | 'upload' | 'removal'

/** What a write leaves behind of its user, if it changes anything; none is sent that would not. */
export const eventTypes: Readonly<Record<Verb, string>> = {
  create: 'user.created',
  update: 'user.updated',
  merge: 'user.updated',
  upload: 'user.updated',
  removal: 'user.updated',
  delete: 'user.deleted',
}

/** Written before the request is sent. */
export interface Intent {
  kind: 'intent'
  /** Of this write. */
  n: number
  verb: Verb
  /** The number of the write that created, or would create, the user. */
  user: number
  method: string
  path: string
  body?: Json
  /** In the place of a body: the bytes of a picture, in base64. */
  picture?: string
  /** The write must be refused with this status: a value in it is taken, or its picture is none. */
  refused?: 400 | 422
}

/** Written when the whole answer has arrived. */
export interface Acknowledgement {
  kind: 'acknowledgement'
  n: number
  status: number
  body: Json
}

/** What a check found of a write that the kill left without an answer. */
export interface Finding {
  kind: 'finding'
  n: number
  applied: boolean
  body?: Json
}

export type Entry = Intent | Acknowledgement | Finding

/**
 * A user as it is compared: the addresses of its picture name the port, which changes with every start, so that
 * the id of an uploaded one takes their place.
 */
export const comparable = ({ image_url, profile_image_url, ...rest }: Json): Json =>
  'has_image' in rest ? { ...rest, picture: rest.has_image ? image_url.split('/').at(-1) : null } : rest

/** An append-only file that another process writes; a promise ends when the entry is on disk. */
export interface Ledger {
  readonly path: string
  write(entry: Entry): Promise<void>
  close(): Promise<void>
}

export function openLedger(path: string): Ledger {
  const keeper: ChildProcess = fork(join(import.meta.dirname, 'ledger-process.ts'), [path], {
    execArgv: [],
    env: { PATH: process.env.PATH },
  })
  const waiting: { id: number; done: () => void }[] = []
  let next = 0
  keeper.on('message', (through: number) => {
    while (waiting.length > 0 && waiting[0]!.id <= through) waiting.shift()!.done()
  })
  return {
    path,
    write: (entry) =>
      new Promise((done, fail) => {
        const id = ++next
        waiting.push({ id, done })
        keeper.send({ id, line: JSON.stringify(entry) }, (error) => error && fail(error))
      }),
    async close() {
      const ended = once(keeper, 'exit')
      keeper.disconnect()
      await ended
    },
  }
}

/** What is on disk; the test's own memory is no evidence. */
export const readLedger = (path: string): Entry[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
