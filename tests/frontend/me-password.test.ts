import assert from 'node:assert/strict'
import { refused } from '#tests/api/given-users.ts'
import { guess, password } from '#tests/api/passwords.ts'
import { kindsTo } from '#tests/mail/mailed.ts'
import { rule } from '#tests/rules.ts'
import { forMe, me, meOf } from './me.ts'
import { signedIn, signInByTicket } from './signed-in.ts'
import { visitor } from './visitor.ts'
import { weakPasswords } from './weak-passwords.ts'

const fresh = 'Another-Horse-10!'
const change = (current_password: string, new_password = fresh) => ({ current_password, new_password })

rule(
  'MPW-1 MPW-4',
  'the current password is asked for; of the change the user is told',
  async (server) => {
    const ada = await me(server, { password })
    refused(
      await ada.call('POST', '/change_password', { new_password: fresh }),
      422,
      'form_param_missing current_password',
    )
    refused(
      await ada.call('POST', '/change_password', { current_password: password }),
      422,
      'form_param_missing new_password',
    )
    refused(
      await ada.call('POST', '/change_password', change('wrong-password')),
      422,
      'form_password_incorrect current_password',
    )
    const failed = await server.request('GET', `/users/${ada.user.id}`)
    assert.equal(failed.body.verification_attempts_remaining, 4)
    assert.equal((await guess(server, ada.user.id, password)).status, 200)
    const answer = await ada.call('POST', '/change_password', change(password))
    assert.equal(answer.status, 200, answer.text)
    assert.equal(answer.body.response.verification_attempts_remaining, 5)
    assert.doesNotMatch(answer.text, /Horse/)
    assert.equal((await guess(server, ada.user.id, fresh)).status, 200)
    assert.equal((await guess(server, ada.user.id, password)).status, 422)
    assert.deepEqual(await kindsTo(server, ada.email), ['password_changed'])
    const event = (await server.events(ada.user.id)).findLast(({ type }) => type === 'user.updated')!
    assert.deepEqual([event.actor, event.details.changed], [`user:${ada.user.id}`, ['password']])
  },
  forMe({ user_lockout: { max_attempts: 5 } }),
)

rule(
  'MPW-1',
  'guesses lock the account, for both operations',
  async (server) => {
    for (const path of ['/change_password', '/remove_password']) {
      const ada = await me(server, { password })
      const form = (current_password: string) =>
        path === '/remove_password' ? { current_password } : change(current_password)
      for (let n = 0; n < 5; n++)
        refused(
          await ada.call('POST', path, form(`wrong-${n}`)),
          422,
          'form_password_incorrect current_password',
        )
      refused(await ada.call('POST', path, form(password)), 403, 'user_locked')
      assert.equal((await guess(server, ada.user.id, password)).status, 403)
    }
  },
  forMe({ user_lockout: { max_attempts: 5 } }),
)

rule(
  'MPW-1',
  'a password that lies elsewhere cannot be proved here',
  async (server) => {
    const ada = await me(server, {
      password_digest: 'awscognito#eu-west-1_AbCdEfGhI#1234567890abcdef#ada',
      password_hasher: 'awscognito',
    })
    refused(await ada.call('POST', '/change_password', change(password)), 422, 'incorrect_password')
    refused(
      await ada.call('POST', '/remove_password', { current_password: password }),
      422,
      'incorrect_password',
    )
    const long = 'x'.repeat(5000)
    refused(
      await ada.call('POST', '/change_password', change(long)),
      422,
      'form_param_max_length_exceeded current_password',
    )
    refused(
      await ada.call('POST', '/remove_password', { current_password: long }),
      422,
      'form_param_max_length_exceeded current_password',
    )
  },
  forMe(),
)

for (const [name, policy, text, expected] of weakPasswords)
  rule(
    'MPW-2',
    `a new password: ${name}`,
    async (server) => {
      const ada = await me(server)
      const answer = await ada.call('POST', '/change_password', { new_password: text })
      refused(answer, 422, ...expected.map((code) => `form_password_${code} new_password`))
      assert.equal((await ada.done('GET', '')).password_enabled, false)
    },
    forMe({ password: policy }),
  )

rule(
  'MPW-2',
  'a new password is none of the identifiers',
  async (server) => {
    const ada = await me(server)
    refused(
      await ada.call('POST', '/change_password', { new_password: ada.email }),
      422,
      'form_password_matches_identifier new_password',
    )
  },
  forMe(),
)

rule(
  'MPW-2',
  'where there are no passwords none is set',
  async (server) => {
    const ada = await me(server)
    refused(await ada.call('POST', '/change_password', { new_password: fresh }), 403, 'password_disabled')
  },
  forMe({ attributes: { password: { enabled: false } } }),
)

rule(
  'MPW-3',
  'the other sessions end if that is asked for, the acting one goes on',
  async (server) => {
    const ada = await me(server, { password })
    const elsewhere = visitor(server)
    const sessionId = await signInByTicket(server, elsewhere, ada.user.id)
    const other = meOf({ ...ada, browser: elsewhere, sessionId, query: { _clerk_session_id: sessionId } })
    await ada.done('POST', '/change_password', change(password))
    assert.equal((await other.call('GET', '')).status, 200, 'not asked for')
    const form = { ...change(fresh, password), sign_out_of_other_sessions: true }
    const answer = await ada.call('POST', '/change_password', form)
    assert.deepEqual(
      answer.body.client.sessions.map(({ id }: { id: string }) => id),
      [ada.sessionId],
    )
    assert.equal((await ada.call('GET', '')).status, 200)
    assert.equal((await other.call('GET', '')).status, 401)
    const ended = (await server.events(sessionId)).map(({ type }) => type)
    assert.ok(ended.includes('session.revoked'))
  },
  forMe(),
)

rule(
  'MPW-4',
  'the first password needs no other, the second one does',
  async (server) => {
    const ada = await me(server)
    const set = await ada.done('POST', '/change_password', { new_password: password })
    assert.equal(set.password_enabled, true)
    assert.deepEqual(await kindsTo(server, ada.email), [])
    refused(
      await ada.call('POST', '/change_password', { new_password: fresh }),
      422,
      'form_param_missing current_password',
    )
    assert.equal((await guess(server, ada.user.id, password)).status, 200)
  },
  forMe(),
)

rule(
  'MPW-5',
  'of several changes at once one succeeds',
  async (server) => {
    const ada = await me(server, { password })
    const wishes = Array.from({ length: 6 }, (_, n) => `Wish-Horse-${n}!`)
    const answers = await Promise.all(
      wishes.map((wish) => ada.call('POST', '/change_password', change(password, wish))),
    )
    const right = answers.flatMap(({ status }, n) => (status === 200 ? [wishes[n]!] : []))
    assert.equal(right.length, 1, answers.map(({ text }) => text.slice(0, 80)).join('\n'))
    assert.equal((await guess(server, ada.user.id, right[0])).status, 200)
    const first = await me(server)
    const firsts = await Promise.all(
      wishes.map((wish) => first.call('POST', '/change_password', { new_password: wish })),
    )
    assert.equal(firsts.filter(({ status }) => status === 200).length, 1, 'nor can a first one be set twice')
  },
  forMe(),
)

rule(
  'MPW-6',
  'a password goes only where a code can be mailed, and by who knows it',
  async (server) => {
    const ada = await me(server, { password })
    refused(await ada.call('POST', '/remove_password'), 422, 'form_param_missing current_password')
    const answer = await ada.done('POST', '/remove_password', { current_password: password })
    assert.equal(answer.password_enabled, false)
    assert.deepEqual(await kindsTo(server, ada.email), ['password_changed'])
    refused(
      await ada.call('POST', '/remove_password', { current_password: password }),
      400,
      'no_password_set',
    )
    const named = { email_address: [], username: `named_${server.engine}`, password }
    const only = meOf(await signedIn(server, named))
    refused(
      await only.call('POST', '/remove_password', { current_password: password }),
      400,
      'last_first_factor_deletion_failed',
    )
    assert.equal((await guess(server, only.user.id, password)).status, 200)
  },
  forMe(),
)

rule(
  'MPW-6',
  'where passwords are required none goes',
  async (server) => {
    const ada = await me(server, { password })
    refused(
      await ada.call('POST', '/remove_password', { current_password: password }),
      400,
      'breaks_instance_invariant password',
    )
  },
  forMe({ attributes: { password: { required: true } } }),
)
