import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { anyPicture, pictureForm } from '#tests/images/pictures.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { forMe } from './me.ts'
import { backend, found, type Guest, guest, join } from './rooms.ts'
import { forRooms, rooms } from './rooms-scene.ts'

const octets = { 'content-type': 'application/octet-stream' }
const upload = (one: Guest, id: string, rawBody: FormData | string, headers: Record<string, string> = {}) =>
  one.call('PUT', `/${id}/logo`, undefined, { rawBody, headers })

rule(
  'FOR-6',
  'whoever makes an organization is in it, and active where they were before',
  async (server) => {
    const ada = await guest(server)
    const answer = await ada.call('POST', '', { name: 'Analytical Engines', slug: null })
    const made = answer.body.response
    assert.partialDeepStrictEqual(made, {
      object: 'organization',
      name: 'Analytical Engines',
      slug: 'analytical-engines',
      has_image: false,
      members_count: 1,
      pending_invitations_count: 0,
      public_metadata: {},
    })
    assert.equal(answer.body.client.sessions[0].last_active_organization_id, null)
    const { data } = await ada.done('GET', `/${made.id}/memberships`, undefined, {
      query: { paginated: 'true' },
    })
    assert.equal(data.length, 1)
    assert.partialDeepStrictEqual(data[0], { role: 'org:admin', public_user_data: { user_id: ada.user.id } })
    const events = await server.events(made.id)
    assert.deepEqual(
      events.map(({ type, actor }) => [type, actor]),
      [['organization.created', `user:${ada.user.id}`]],
    )
    const chosen = await ada.done('POST', '', { name: 'Another', slug: 'chosen-by-ada' })
    assert.equal(chosen.slug, 'chosen-by-ada')
  },
  forMe(),
)

rule(
  'FOR-6',
  'what cannot be made is refused',
  async (server) => {
    const ada = await guest(server)
    const make = (form: Record<string, string>) => ada.call('POST', '', form)
    await make({ name: 'First', slug: 'taken-slug' })
    refused(await make({}), 422, 'form_param_missing name')
    refused(await make({ name: '   ' }), 422, 'form_param_nil name')
    refused(await make({ name: 'x'.repeat(257) }), 422, 'form_param_max_length_exceeded name')
    refused(await make({ name: 'See https://evil.example' }), 422, 'form_param_value_invalid name')
    refused(await make({ name: 'A', slug: 'Not A Slug' }), 422, 'form_param_format_invalid slug')
    refused(await make({ name: 'A', slug: 'taken-slug' }), 422, 'form_identifier_exists slug')
    refused(
      await make({ name: 'A', max_allowed_memberships: '0' }),
      422,
      'form_param_unknown max_allowed_memberships',
    )
    refused(await make({ name: 'A', private_metadata: '{}' }), 422, 'form_param_unknown private_metadata')
    const forbidden = await guest(server, { create_organization_enabled: false })
    refused(await forbidden.call('POST', '', { name: 'A' }), 403, 'organization_creation_not_enabled')
    const limited = await guest(server, { create_organizations_limit: 1 })
    await limited.done('POST', '', { name: 'One' })
    refused(await limited.call('POST', '', { name: 'Two' }), 403, 'organization_quota_exceeded')
  },
  forMe(),
)

rule(
  'FOR-7',
  'it is renamed, and what is absent or empty stays',
  async (server) => {
    const ada = await guest(server)
    const { id } = await ada.done('POST', '', { name: 'Before', slug: 'before-it' })
    await ada.done('POST', '', { name: 'Other', slug: 'other-one' })
    const change = (form: Record<string, string>) => ada.call('PATCH', `/${id}`, form)
    const renamed = await ada.done('PATCH', `/${id}`, { name: 'After', slug: '' })
    assert.deepEqual([renamed.name, renamed.slug, renamed.members_count], ['After', 'before-it', 1])
    const moved = await ada.done('PATCH', `/${id}`, { name: '', slug: 'after-it' })
    assert.deepEqual([moved.name, moved.slug], ['After', 'after-it'])
    assert.deepEqual(await ada.done('GET', `/${id}`), moved)
    const events = await server.events(id)
    assert.deepEqual(await ada.done('PATCH', `/${id}`), moved)
    assert.equal((await server.events(id)).length, events.length, 'a change of nothing is none')
    refused(await change({ name: '  ' }), 422, 'form_param_nil name')
    refused(await change({ name: 'x'.repeat(257) }), 422, 'form_param_max_length_exceeded name')
    refused(await change({ slug: 'No Slug' }), 422, 'form_param_format_invalid slug')
    refused(await change({ slug: 'other-one' }), 422, 'form_identifier_exists slug')
    refused(await change({ admin_delete_enabled: 'true' }), 422, 'form_param_unknown admin_delete_enabled')
    assert.deepEqual(await ada.done('GET', `/${id}`), moved)
    // An app, which has no cookies.
    const eve = await guest(server, {}, { native: true })
    await join(server, id, eve, 'org:admin')
    assert.equal((await eve.done('PATCH', `/${id}`, { name: 'By an app' })).name, 'By an app')
  },
  forMe(),
)

rule(
  'FOR-7',
  'its logo comes as a form or as base64 text, and goes again',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    refused(await ada.call('DELETE', `/${id}/logo`), 404, 'image_not_found')
    const text = anyPicture().toString('base64')
    for (const [body, headers] of [
      [pictureForm(anyPicture()), {}],
      [text, octets],
      [`data:image/png;base64,${text}`, octets],
    ] as const) {
      const { body: answer, text: told } = await upload(ada, id, body, headers)
      assert.equal(answer.response?.has_image, true, told)
      assert.equal((await fetch(answer.response.image_url)).headers.get('content-type'), 'image/webp')
    }
    const deleted = await ada.done('DELETE', `/${id}/logo`)
    assert.deepEqual(deleted, { object: 'organization_logo', id, deleted: true })
    assert.equal((await ada.done('GET', `/${id}`)).has_image, false)
  },
  forMe(),
)

rule(
  'FOR-7',
  'what is no picture is refused',
  async (server) => {
    const ada = await guest(server)
    const id = await found(server, ada)
    const unknown = pictureForm(anyPicture())
    unknown.append('user_id', 'user_x')
    const twice = pictureForm(anyPicture())
    twice.append('file', new Blob([anyPicture() as Uint8Array<ArrayBuffer>]), 'b')
    const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
    for (const [answer, status, code] of [
      [await upload(ada, id, pictureForm(Buffer.from('<svg></svg>'))), 400, 'request_body_invalid'],
      [await upload(ada, id, 'no form at all', boundary), 400, 'request_body_invalid'],
      [await upload(ada, id, '', octets), 400, 'form_param_missing file'],
      [await upload(ada, id, unknown), 422, 'form_param_unknown user_id'],
      [await upload(ada, id, twice), 422, 'form_param_duplicate file'],
      [await upload(ada, id, '{}', { 'content-type': 'application/json' }), 415, 'unsupported_content_type'],
      [await upload(ada, id, pictureForm(Buffer.alloc(10 * 1024 * 1024 + 1))), 413, 'image_too_large'],
    ] as const)
      refused(answer, status, code)
    const decodes = server.decodes()
    const member = await guest(server)
    await join(server, id, member)
    refused(await upload(member, id, pictureForm(anyPicture())), 403, 'missing_organization_permission')
    assert.equal(server.decodes(), decodes, 'nothing is decoded for whoever may not')
    assert.equal((await ada.done('GET', `/${id}`)).has_image, false)
  },
  forMe(),
)

rule(
  'FOR-7',
  'it is deleted where members may, and nobody is active in it any more',
  async (server) => {
    const ada = await guest(server)
    const bob = await guest(server)
    const { id, slug } = await ada.done('POST', '', { name: 'Short-lived' })
    await join(server, id, bob)
    await backend(server, 'PATCH', `/organizations/${id}`, { admin_delete_enabled: false })
    refused(await ada.call('DELETE', `/${id}`), 403, 'organization_admin_delete_not_enabled')
    await backend(server, 'PATCH', `/organizations/${id}`, { admin_delete_enabled: true })
    const answer = await ada.call('DELETE', `/${id}`)
    assert.deepEqual(answer.body.response, { object: 'organization', id, slug, deleted: true })
    assert.equal(answer.body.client.sessions[0].last_active_organization_id, null)
    for (const one of [ada, bob])
      refused(await one.call('GET', `/${id}`), 404, 'organization_not_found_or_unauthorized')
  },
  forMe(),
)

rule(
  'FOR-12',
  'without organizations there are no rooms',
  async (server: TestServer) => {
    const ada = await guest(server)
    const ids: Record<string, string> = { organization_id: 'org_x', user_id: ada.user.id }
    refused(await ada.call('POST', '', { name: 'A' }), 403, 'organization_not_enabled_in_instance')
    for (const { method, path, body, upload: file } of rooms) {
      const at = path.replace('/organizations', '').replaceAll(/\{(\w+)\}/g, (_, name) => ids[name] ?? 'x')
      const names = (body?.required ?? []) as string[]
      const form = Object.fromEntries(
        names.map((name) => [name, name === 'enrollment_mode' ? 'manual_invitation' : 'a']),
      )
      const answer = file
        ? await upload(ada, 'org_x', pictureForm(anyPicture()))
        : await ada.call(method, at, method === 'GET' ? undefined : form)
      refused(answer, 403, 'organization_not_enabled_in_instance')
    }
  },
  forRooms({ enabled: false }),
)

rule(
  'FOR-12',
  'where slugs are off none is chosen, where domains are off there are none',
  async (server) => {
    const ada = await guest(server)
    refused(await ada.call('POST', '', { name: 'A', slug: 'abc' }), 403, 'organization_slugs_disabled')
    const { id } = await ada.done('POST', '', { name: 'A' })
    refused(await ada.call('PATCH', `/${id}`, { slug: 'abc' }), 403, 'organization_slugs_disabled')
    for (const { method, path, body } of rooms.filter((one) => one.path.includes('/domains'))) {
      const at = path
        .replace('/organizations', '')
        .replace('{organization_id}', id)
        .replace('{domain_id}', 'x')
      const form = Object.fromEntries(
        ((body?.required ?? []) as string[]).map((name) => [
          name,
          name === 'name' ? 'a.example' : 'manual_invitation',
        ]),
      )
      refused(
        await ada.call(method, at, method === 'GET' ? undefined : form),
        403,
        'organization_domains_not_enabled',
      )
    }
  },
  forRooms({ slug_disabled: true, domains_enabled: false }),
)
