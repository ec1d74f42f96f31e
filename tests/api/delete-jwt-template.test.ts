import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { createTemplate } from './templates.ts'

rule('TPL-16', 'a template is deleted once, and every change is recorded', async (server) => {
  const { id, name } = await createTemplate(server)
  const remove = () => server.request('DELETE', `/jwt_templates/${id}`)
  const answers = await Promise.all([remove(), remove()])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404])
  assert.deepEqual(answers.find(({ status }) => status === 200)!.body, {
    object: 'jwt_template',
    id,
    deleted: true,
  })
  assert.equal(answers.find(({ status }) => status === 404)!.body.errors[0].code, 'resource_not_found')
  assert.equal((await server.request('GET', `/jwt_templates/${id}`)).status, 404)
  const events = await server.events(id)
  assert.deepEqual(
    events.map(({ type, details }) => [type, details]),
    [
      ['jwt_template.created', { name }],
      ['jwt_template.deleted', {}],
    ],
  )
  await createTemplate(server, { name })
})
