import assert from 'node:assert/strict'
import { operations } from '#contract/operations.ts'
import { address, refused } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

const takers = operations.filter(({ bodyList }) => bodyList)
const json = { 'content-type': 'application/json' }

rule(
  'BOD-13 BOD-21',
  'a body that must be an array is nothing else, and each item an object',
  async (server) => {
    assert.ok(takers.length > 0)
    for (const { method, path } of takers)
      for (const rawBody of ['', 'null', '{}', '"text"', '[1]', '[null, 1]', '[[]]', '[{}'])
        refused(
          await server.request(method, path.replace(/\{\w+\}/, 'org_1'), { rawBody, headers: json }),
          400,
          'request_body_invalid',
        )
  },
)

rule(
  'BOD-8',
  'an array that is nested too deeply, or has a number of no double, is refused',
  async (server) => {
    for (const { method, path } of takers)
      for (const rawBody of [
        `[{"public_metadata":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`,
        '[{"email_address":"a@example.com","public_metadata":{"n":1e400}}]',
      ]) {
        const answer = await server.request(method, path.replace(/\{\w+\}/, 'org_1'), {
          rawBody,
          headers: json,
        })
        refused(answer, 422, 'form_param_value_invalid body')
      }
  },
)

rule(
  'BOD-7 BOD-21',
  'what is wrong with an item is told by its parameter, and nothing is done',
  async (server) => {
    const emailAddress = address('listed')
    const answer = await server.request('POST', '/invitations/bulk', {
      body: [{ email_address: emailAddress }, { email_address: address('listed'), nickname: 'x' }],
    })
    refused(answer, 422, 'form_param_unknown nickname')
    assert.deepEqual((await server.request('GET', `/invitations?query=${emailAddress}`)).body, [])
  },
)

rule('BOD-21', 'metadata in an item keeps its digits and the order of its keys', async (server) => {
  const metadata = '{"2":1.0,"1":12345678901234567890}'
  const rawBody = `[{"email_address":"${address('listed')}","public_metadata":${metadata}}]`
  const answer = await server.request('POST', '/invitations/bulk', { rawBody, headers: json })
  assert.equal(answer.status, 200, answer.text)
  assert.ok(answer.text.includes(`"public_metadata":${metadata}`), answer.text)
})
