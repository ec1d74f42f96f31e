import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'

rule('OST-1', 'the instance tells its id and kind', async (server) => {
  const { body } = await server.request('GET', '/instance')
  const [instance] = await server.rows('instance')
  const expected = { object: 'instance', id: instance!.id, allowed_origins: [], workspace_id: null }
  assert.deepEqual(body, { ...expected, environment_type: 'development' })
})

rule(
  'OST-1',
  'live keys are those of a production instance',
  async (server) => {
    const { body } = await server.request('GET', '/instance')
    assert.equal(body.environment_type, 'production')
    assert.deepEqual(body.allowed_origins, ['https://app.example.com'])
  },
  { environment: 'live', settings: { allowed_origins: ['https://app.example.com'] } },
)
