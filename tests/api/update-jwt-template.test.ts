import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { holding } from '#tests/held-users.ts'
import { rule } from '#tests/rules.ts'
import type { TestServer } from '#tests/running-server.ts'
import { createTemplate, hmacSecret, rsaPem, templateName } from './templates.ts'

const patch = (server: TestServer, id: string, body: unknown) =>
  server.request('PATCH', `/jwt_templates/${id}`, { body })

rule('TPL-14', 'only what is given changes, and null is nothing', async (server) => {
  const template = await createTemplate(server, { claims: { a: 1 }, lifetime: 90 })
  server.clock.advance(1000)
  const name = templateName()
  const { body } = await patch(server, template.id, { name, lifetime: null, allowed_clock_skew: 0 })
  const { updated_at, ...rest } = body
  assert.deepEqual({ ...rest, updated_at: 0 }, { ...template, name, allowed_clock_skew: 0, updated_at: 0 })
  assert.ok(updated_at > template.updated_at)
  const [event] = (await server.events(template.id)).slice(-1)
  assert.equal(event!.type, 'jwt_template.updated')
  assert.deepEqual(event!.details, { changed: ['name', 'allowed_clock_skew'] })
  const replaced = await patch(server, template.id, { claims: { b: 2 } })
  assert.deepEqual(replaced.body.claims, { b: 2 })
})

rule('TPL-14', 'what no template can have is refused, and nothing changes', async (server) => {
  const template = await createTemplate(server)
  const other = await createTemplate(server)
  const refused: [unknown, number, string][] = [
    [{ name: other.name }, 422, 'form_identifier_exists'],
    [{ name: '' }, 422, 'form_param_nil'],
    [{ name: 'with space' }, 422, 'form_param_format_invalid'],
    [{ name: 'n'.repeat(256) }, 422, 'form_param_max_length_exceeded'],
    [{ claims: { sub: 'me' } }, 400, 'jwt_template_reserved_claim'],
    [{ claims: { a: 'x'.repeat(8200) } }, 422, 'form_param_exceeds_allowed_size'],
    [{ lifetime: 315_360_001 }, 422, 'form_param_value_too_large'],
    [{ custom_signing_key: true }, 422, 'form_conditional_param_missing'],
    [{ signing_key: hmacSecret }, 422, 'form_conditional_param_disallowed'],
    [{ unheard_of: 1 }, 422, 'form_param_unknown'],
  ]
  for (const [body, status, code] of refused) {
    const answer = await patch(server, template.id, body)
    assert.deepEqual([answer.status, answer.body.errors[0].code], [status, code], answer.text)
  }
  assert.deepEqual((await server.request('GET', `/jwt_templates/${template.id}`)).body, template)
  const unknown = await patch(server, 'jtmp_nobody', { lifetime: 90 })
  assert.deepEqual([unknown.status, unknown.body.errors[0].code], [404, 'resource_not_found'])
})

rule('TPL-14', 'of parallel updates every one stays', async (server) => {
  const { id } = await createTemplate(server)
  const bodies = [
    { lifetime: 700 },
    { allowed_clock_skew: 70 },
    { claims: { c: 1 } },
    { name: templateName() },
  ]
  const answers = await Promise.all(bodies.map((body) => patch(server, id, body)))
  for (const { status, text } of answers) assert.equal(status, 200, text)
  const { body } = await server.request('GET', `/jwt_templates/${id}`)
  assert.partialDeepStrictEqual(body, Object.assign({}, ...bodies))
})

rule('TPL-15', 'a key is exchanged, checked against its algorithm, and forgotten', async (server) => {
  const hmac = { custom_signing_key: true, signing_algorithm: 'HS256', signing_key: hmacSecret }
  const { id } = await createTemplate(server, hmac)
  const stored = async () =>
    (await server.rows('jwt_templates')).find((row) => row.id === id)!.signing_key as string | null
  const before = await stored()
  assert.equal((await patch(server, id, { lifetime: 90 })).body.custom_signing_key, true)
  assert.equal(await stored(), before)
  for (const signing_algorithm of ['RS256', 'HS512']) {
    const refused = await patch(server, id, { signing_algorithm })
    assert.deepEqual(
      [refused.status, refused.body.errors[0].meta.param_name],
      [422, 'signing_key'],
      refused.text,
    )
  }
  const rsa = await patch(server, id, { signing_algorithm: 'RS384', signing_key: rsaPem(2048, 'pkcs1') })
  assert.deepEqual([rsa.status, rsa.body.signing_algorithm], [200, 'RS384'], rsa.text)
  assert.notEqual(await stored(), before)
  const { body } = await patch(server, id, { custom_signing_key: false })
  assert.deepEqual([body.custom_signing_key, body.signing_algorithm], [false, 'RS256'])
  assert.equal(await stored(), null)
})

rule(
  'TPL-14 TPL-16',
  'a template that is held for too long is refused as locked, and stays',
  async (server) => {
    const template = await createTemplate(server)
    const path = `/jwt_templates/${template.id}`
    const run = async () => {
      const answers = [patch(server, template.id, { lifetime: 99 }), server.request('DELETE', path)]
      const away = server.engine === 'sqlite'
      for (const answer of await Promise.all(answers))
        refused(answer, away ? 503 : 409, away ? 'service_unavailable' : 'resource_locked')
    }
    await holding(server, [template.id], run, 'jwt_templates')
    assert.deepEqual((await server.request('GET', path)).body, template)
  },
)
