import assert from 'node:assert/strict'
import { organization, readOrganization, recordOf } from '#tests/api/given-organizations.ts'
import { refused } from '#tests/api/given-users.ts'
import { fileOf, files, newUser, served, uploaded } from '#tests/api/uploads.ts'
import { anyPicture, picture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'

const send = (server: TestServer, id: string, form: FormData) =>
  server.request('PUT', `/organizations/${id}/logo`, { form })

const formWith = (bytes: Uint8Array, texts: [name: string, value: string][]) => {
  const form = pictureForm(bytes)
  for (const [name, value] of texts) form.append(name, value)
  return form
}

async function withLogo(server: TestServer, id: string, bytes: Uint8Array = anyPicture()) {
  const answer = await send(server, id, pictureForm(bytes))
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

rule('OLO-1 ORG-20', 'four formats are taken, and both addresses lead to the picture', async (server) => {
  const made = await organization(server)
  for (const format of ['jpeg', 'png', 'gif', 'webp'] as const) {
    const { logo_url, ...shown } = await withLogo(server, made.id, await picture()[format]().toBuffer())
    assert.match(shown.image_url, new RegExp(`^${server.url}/images/img_[0-9A-Za-z]{27}$`))
    assert.deepEqual([logo_url, shown.has_image], [shown.image_url, true])
    assert.equal((await served(logo_url)).headers.get('content-type'), 'image/webp')
    assert.deepEqual(await readOrganization(server, made.id), shown)
  }
  const bytes = anyPicture()
  await withLogo(server, made.id, bytes)
  const before = await recordOf(server, made.id)
  assert.deepEqual(before.at(-1), ['organization.updated', { changed: ['image_id'] }])
  await withLogo(server, made.id, bytes)
  assert.deepEqual(await recordOf(server, made.id), before)
})

rule('OLO-1', 'what is no picture is refused, and nothing changes', async (server) => {
  const made = await organization(server)
  const [kept, decoded] = [await files(server), server.decodes()]
  const wrong = async (form: FormData, status: number, ...problems: string[]) =>
    refused(await send(server, made.id, form), status, ...problems)
  await wrong(pictureForm(Buffer.from('<svg/>')), 400, 'request_body_invalid')
  await wrong(pictureForm(anyPicture().subarray(0, 40)), 400, 'request_body_invalid')
  await wrong(new FormData(), 400, 'form_param_missing file')
  await wrong(pictureForm(Buffer.alloc(10 * 1024 * 1024 + 1)), 413, 'image_too_large')
  const json = await server.request('PUT', `/organizations/${made.id}/logo`, { body: { file: 'a' } })
  refused(json, 415, 'unsupported_content_type')
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const cut = await server.request('PUT', `/organizations/${made.id}/logo`, { rawBody: '--x\r\n', headers })
  refused(cut, 400, 'request_body_invalid')
  refused(await send(server, 'org_nobody', pictureForm(anyPicture())), 404, 'resource_not_found')
  assert.deepEqual(await readOrganization(server, made.id), made)
  assert.deepEqual([await files(server), server.decodes()], [kept, decoded])
})

rule('OLO-2', 'the uploader is recorded; other parts are refused', async (server) => {
  const made = await organization(server)
  const user = await newUser(server)
  const named = await send(server, made.id, formWith(anyPicture(), [['uploader_user_id', user.id]]))
  assert.equal(named.status, 200, named.text)
  assert.deepEqual((await recordOf(server, made.id)).at(-1), [
    'organization.updated',
    { changed: ['image_id'], uploader_user_id: user.id },
  ])
  const nameless = await send(server, made.id, formWith(anyPicture(), [['uploader_user_id', '']]))
  assert.equal(nameless.status, 200, nameless.text)
  const wrong = async (texts: [string, string][], status: number, problem: string) =>
    refused(await send(server, made.id, formWith(anyPicture(), texts)), status, problem)
  await wrong([['uploader_user_id', 'user_nobody']], 404, 'resource_not_found')
  await wrong([['uploader_user_id', 'a\0b']], 404, 'resource_not_found')
  await wrong([['uploader_user_id', 'u'.repeat(257)]], 422, 'form_param_max_length_exceeded uploader_user_id')
  await wrong([['caption', 'x']], 422, 'form_param_unknown caption')
  await wrong([['constructor', 'x']], 422, 'form_param_unknown constructor')
  const twice: [string, string][] = [
    ['uploader_user_id', user.id],
    ['uploader_user_id', user.id],
  ]
  await wrong(twice, 422, 'form_param_duplicate uploader_user_id')
  const two = pictureForm(anyPicture())
  two.append('file', new Blob([new Uint8Array(anyPicture())]))
  refused(await send(server, made.id, two), 422, 'form_param_duplicate file')
  assert.deepEqual(await readOrganization(server, made.id), await readOrganization(server, made.slug))
})

const isThere = async ({ image_url }: { image_url: string }) => (await served(image_url)).status === 200

rule('OLO-3', 'a replaced logo is gone, and so is that of a deleted organization', async (server) => {
  const made = await organization(server)
  const [first, second] = [await withLogo(server, made.id), await withLogo(server, made.id)]
  assert.ok(!(await files(server)).includes(fileOf(first)))
  assert.ok((await files(server)).includes(fileOf(second)))
  assert.equal((await server.request('DELETE', `/organizations/${made.id}`)).status, 200)
  assert.ok(!(await files(server)).includes(fileOf(second)))
})

rule('OLO-3', 'a picture stays while a user or an organization has it', async (server) => {
  const user = await newUser(server)
  const [one, two] = [await organization(server), await organization(server)]
  const bytes = anyPicture()
  const shown = await uploaded(server, user.id, bytes)
  assert.equal((await withLogo(server, one.id, bytes)).image_url, shown.image_url)
  assert.equal((await withLogo(server, two.id, bytes)).image_url, shown.image_url)
  await withLogo(server, one.id)
  assert.ok(await isThere(shown))
  await server.request('DELETE', `/organizations/${two.id}`)
  assert.ok(await isThere(shown))
  await withLogo(server, one.id, bytes)
  await server.request('DELETE', `/users/${user.id}`)
  assert.ok(await isThere(shown))
  await server.request('DELETE', `/organizations/${one.id}/logo`)
  assert.ok(!(await isThere(shown)))
  assert.ok(!(await files(server)).includes(fileOf(shown)))
})

rule('OLO-3', 'a user may choose the picture of an organization, by its id', async (server) => {
  const user = await newUser(server)
  const made = await organization(server)
  const { logo_url } = await withLogo(server, made.id)
  const body = { profile_image_id: logo_url.split('/').at(-1) }
  const chosen = await server.request('PATCH', `/users/${user.id}`, { body })
  assert.equal(chosen.body.image_url, logo_url, chosen.text)
  await server.request('DELETE', `/organizations/${made.id}`)
  assert.ok(await isThere(chosen.body))
})

rule('OLO-3', 'a user takes a picture while an organization lets it go: it is there', async (server) => {
  const user = await newUser(server)
  const made = await organization(server)
  const bytes = anyPicture()
  for (let round = 0; round < 8; round++) {
    await withLogo(server, made.id, bytes)
    const [taken] = await Promise.all([
      uploaded(server, user.id, bytes),
      server.request('DELETE', `/organizations/${made.id}/logo`),
    ])
    assert.ok(await isThere(taken), `round ${round}`)
    await server.request('DELETE', `/users/${user.id}/profile_image`)
    assert.ok(!(await isThere(taken)), `round ${round}`)
  }
})
