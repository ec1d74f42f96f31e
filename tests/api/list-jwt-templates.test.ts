import assert from 'node:assert/strict'
import { rule } from '#tests/rules.ts'
import { createTemplate } from './templates.ts'

rule(
  'TPL-7',
  'templates are listed newest first, all or a page',
  async (server) => {
    const names = async (query: string) => {
      const answer = await server.request('GET', `/jwt_templates${query}`)
      assert.equal(answer.status, 200, answer.text)
      const [templates, total] =
        'data' in answer.body ? [answer.body.data, answer.body.total_count] : [answer.body]
      return [templates.map(({ name }: { name: string }) => name), total]
    }
    assert.deepEqual(await names(''), [[], undefined])
    assert.deepEqual(await names('?paginated=true'), [[], 0])
    const all = []
    for (let n = 0; n < 12; n++) {
      all.unshift((await createTemplate(server)).name)
      server.clock.advance(1000)
    }
    assert.deepEqual(await names(''), [all, undefined])
    assert.deepEqual(await names('?paginated=false'), [all, undefined])
    assert.deepEqual(await names('?paginated=true'), [all.slice(0, 10), 12])
    assert.deepEqual(await names('?limit=3&offset=2'), [all.slice(2, 5), undefined])
    assert.deepEqual(await names('?paginated=true&offset=10&limit=501'), [all.slice(10), 12])
    const refused = await server.request('GET', '/jwt_templates?paginated=perhaps')
    assert.deepEqual([refused.status, refused.body.errors[0].code], [422, 'form_param_value_invalid'])
  },
  { fresh: true },
)
