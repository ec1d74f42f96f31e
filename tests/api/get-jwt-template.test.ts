import assert from 'node:assert/strict'
import { getJWTTemplate } from '#contract/jwt-templates/get-jwt-template.ts'
import { rule, scenarios } from '#tests/rules.ts'
import { createTemplate } from './templates.ts'

rule('TPL-13', 'a template is read by its id', async (server) => {
  const template = await createTemplate(server, { claims: { role: '{{user.public_metadata.role}}' } })
  const answer = await server.request('GET', `/jwt_templates/${template.id}`)
  assert.deepEqual(answer.body, template)
})

scenarios(
  getJWTTemplate,
  ['jtmp_nobody', '%00'].map((template_id) => ({
    rule: 'TPL-13',
    name: `an unknown template is refused: ${template_id}`,
    params: () => ({ template_id }),
    status: 404,
    code: 'resource_not_found',
  })),
)
