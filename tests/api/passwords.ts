import type { Answer, TestServer } from '#tests/running-server.ts'

/** That of every example digest. */
export const password = 'Correct-Horse-9!'

export const guess = (server: TestServer, id: string, guessed: unknown): Promise<Answer> =>
  server.request('POST', `/users/${id}/verify_password`, { body: { password: guessed } })

let counter = 0
/** A user with a password, or with whatever the rest says. */
export const withPassword = (server: TestServer, more: Record<string, unknown> = { password }) =>
  server.create({ email_address: [`password.${++counter}@example.com`], ...more })
