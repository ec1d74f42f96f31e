import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { rule } from '#tests/rules.ts'

async function picture(url: string) {
  const response = await fetch(url)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** A document that a browser draws: one svg element, and no sign that XML forbids. */
function isSvg({ status, headers, text }: Awaited<ReturnType<typeof picture>>): void {
  assert.equal(status, 200, text)
  assert.equal(headers.get('content-type'), 'image/svg+xml')
  assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [\s\S]*<\/svg>$/)
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  for (const [, inner] of text.matchAll(/>([^<]*)</g)) assert.doesNotMatch(inner!, /&(?!\w+;|#\d+;)/)
}

rule(
  'USR-4 USR-21',
  'the picture of a user without one is an address that answers an SVG',
  async (server) => {
    const user = await server.create({ email_address: [address()] })
    assert.equal(user.has_image, false)
    assert.ok(user.image_url.startsWith(`${server.url}/images/`), user.image_url)
    assert.equal(user.profile_image_url, user.image_url)
    isSvg(await picture(user.image_url))
  },
)

rule('USR-21', 'its query changes nothing: sizes of clients are ignored', async (server) => {
  const { image_url } = await server.create({ email_address: [address()], first_name: 'Ada' })
  const plain = await picture(image_url)
  for (const query of ['width=80&height=80&fit=crop&quality=85', 'width=-1', 'x', '', '%zz', 'a[]=1&a[]=2']) {
    const queried = await picture(`${image_url}?${query}`)
    isSvg(queried)
    assert.equal(queried.text, plain.text)
  }
})

rule('USR-4', 'the address says what to draw: instance, user and initials', async (server) => {
  const drawn = (user: { image_url: string }) => {
    const segment = user.image_url.slice(`${server.url}/images/`.length)
    assert.match(segment, /^[A-Za-z0-9_-]+$/)
    return JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'))
  }
  const [instance] = await server.rows('instance')
  const names = [
    [{}, undefined],
    [{ first_name: 'ada' }, 'A'],
    [{ last_name: 'lovelace' }, 'L'],
    [{ first_name: 'Ada', last_name: 'Lovelace' }, 'AL'],
    [{ first_name: '𝒜da', last_name: '😀' }, '𝒜😀'],
  ] as const
  for (const [name, initials] of names) {
    const user = await server.create({ email_address: [address()], ...name })
    assert.deepEqual(drawn(user), {
      type: 'default',
      iid: instance?.id,
      rid: user.id,
      ...(initials ? { initials } : {}),
    })
  }
})

rule('USR-21', 'initials are drawn as text, whatever they are', async (server) => {
  const texts = { '<script>': '&lt;', '&amp;': '&amp;', '"x"': '&quot;', "'x'": '&#39;', Ä: 'Ä', 田中: '田' }
  for (const [first_name, shown] of Object.entries(texts)) {
    const { image_url } = await server.create({ email_address: [address()], first_name })
    const answer = await picture(image_url)
    isSvg(answer)
    assert.match(answer.text, new RegExp(`<text [^>]*>${shown}</text>`), first_name)
    assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  }
})

rule('USR-21', 'initials that XML cannot hold spoil no picture', async (server) => {
  for (const first_name of ['\uFFFE', '\uFFFF', ' ', '\u0301', '\u202E', '\uFEFF', '\u{10FFFF}'])
    isSvg(await picture((await server.create({ email_address: [address()], first_name })).image_url))
})

rule('USR-21', 'an address that nobody was given is 404 in the envelope, not a picture', async (server) => {
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const segment of ['x', encoded(null), encoded({}), encoded({ type: 'proxy', rid: 'user_1' }), '%00']) {
    const answer = await picture(`${server.url}/images/${segment}`)
    assert.equal(answer.status, 404)
    assert.equal(answer.headers.get('content-type'), 'application/json')
    assert.equal(JSON.parse(answer.text).errors[0].code, 'image_not_found')
  }
})
