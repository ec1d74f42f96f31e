import assert from 'node:assert/strict'
import { address, refused } from '#tests/api/given-users.ts'
import { ask } from '#tests/api/invitations.ts'
import { askRedirect, redirectUrl } from '#tests/api/redirect-urls.ts'
import { imitations, unreadable } from '#tests/api/url-tricks.ts'
import { rule } from '#tests/rules.ts'

rule('RED-1', 'an address is listed once, as a browser writes it', async (server) => {
  const spellings = {
    'https://one.example/': ['HTTPS://One.Example', 'https://one.example:443/', 'https://one.example'],
    'http://one.example:8080/a?b=%2F&c': ['http://ONE.example:8080/a?b=%2F&c'],
    'https://xn--bcher-kva.example/a': ['https://Bücher.example/a', 'https://xn--bcher-kva.example/a'],
    'http://[::1]:3000/': ['http://[0:0:0:0:0:0:0:1]:3000'],
    'my-app://callback': ['MY-APP://callback'],
    'com.example.app://sign-in/done?x=1': ['com.example.app://sign-in/done?x=1'],
  }
  for (const [url, others] of Object.entries(spellings)) {
    const { id, created_at, updated_at, ...rest } = await redirectUrl(server, others[0]!)
    assert.match(id, /^ru_\w{27}$/)
    assert.equal(created_at, updated_at)
    assert.deepEqual(rest, { object: 'redirect_url', url })
    for (const other of [url, ...others])
      refused(await askRedirect(server, { url: other }), 400, 'duplicate_record')
  }
})

rule('RED-2', 'what is no address of a page or an app is refused', async (server) => {
  for (const url of unreadable) {
    const answer = await askRedirect(server, { url })
    assert.equal(answer.status, 422, url)
    const [code] = answer.body.errors.map((error: { code: string }) => error.code)
    // Control characters are refused in every text.
    assert.ok(['form_param_format_invalid', 'form_param_value_invalid'].includes(code), `${url} ${code}`)
  }
  refused(await askRedirect(server, { url: 'https://a.example/#b' }), 422, 'form_param_format_invalid url')
  refused(await askRedirect(server, {}), 422, 'form_param_missing url')
  refused(await askRedirect(server, { url: '' }), 422, 'form_param_nil url')
})

/** A live server lets invitations lead to listed addresses and allowed origins alone. */
const live = { environment: 'live', settings: { allowed_origins: ['https://own.example'] } } as const

rule(
  'RED-6 RED-7',
  'nothing that imitates a listed address is taken for it',
  async (server) => {
    const leadTo = (redirect_url: string) =>
      ask(server, { email_address: address('led'), redirect_url, notify: false })
    refused(await leadTo('https://app.example.com/cb'), 422, 'form_param_value_invalid redirect_url')
    const listed = await redirectUrl(server, 'https://app.example.com/cb')
    await redirectUrl(server, 'my-app://cb')
    for (const url of [
      'https://app.example.com/cb',
      'HTTPS://App.Example.com:443/cb',
      'my-app://cb',
      'https://own.example/any?where',
    ])
      assert.equal((await leadTo(url)).status, 200, url)
    assert.ok(imitations.length >= 60, String(imitations.length))
    for (const url of imitations) assert.equal((await leadTo(url)).status, 422, JSON.stringify(url))
    await server.request('DELETE', `/redirect_urls/${listed.id}`)
    refused(await leadTo('https://app.example.com/cb'), 422, 'form_param_value_invalid redirect_url')
  },
  live,
)
