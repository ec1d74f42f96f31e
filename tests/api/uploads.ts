import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { address } from '#tests/api/given-users.ts'
import { pictureForm } from '#tests/images/pictures.ts'
import type { Answer, TestServer } from '#tests/running-server.ts'

export const newUser = (server: TestServer) =>
  server.create({ email_address: [address()], first_name: 'Ada' })
export const upload = (server: TestServer, id: string, form: FormData) =>
  server.request('POST', `/users/${id}/profile_image`, { form })
export const files = async (server: TestServer) =>
  (await readdir(join(server.database.data, 'images')).catch(() => [])).sort()
export const fileOf = (user: Answer['body']) => `${user.image_url.split('/').at(-1)}.webp`
export const codeOf = ({ body }: Answer) => body.errors[0].code

export async function uploaded(server: TestServer, id: string, bytes: Uint8Array): Promise<Answer['body']> {
  const answer = await upload(server, id, pictureForm(bytes))
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

export async function served(url: string) {
  const response = await fetch(url)
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  }
}
