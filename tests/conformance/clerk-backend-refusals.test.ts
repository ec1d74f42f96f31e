import assert from 'node:assert/strict'
import { address } from '#tests/api/given-users.ts'
import { type ClerkError, clientRule, refusalOf, usersOf } from './clients.ts'

const reasons: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
}

/** Each error as `code param`. */
function isRefusal(error: ClerkError, status: number, ...expected: string[]): void {
  assert.equal(error.clerkError, true, String(error))
  assert.equal(error.status, status)
  assert.match(error.message, new RegExp(reasons[status]!))
  assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/)
  assert.deepEqual(
    error.errors.map(({ code, meta }) => [code, meta.paramName ?? ''].join(' ').trim()),
    expected,
  )
  for (const { message, longMessage } of error.errors) {
    assert.ok(typeof message === 'string' && message.length > 0)
    assert.ok(typeof longMessage === 'string' && longMessage.length > 0)
  }
}

clientRule('STR-11 CRT-6 ERR-2 ERR-3', 'tells which value is taken', async ({ users }) => {
  const taken = {
    emailAddress: [address('taken')],
    username: `taken_${Date.now()}`,
    externalId: address('ext'),
  }
  await users.createUser(taken)
  const { emailAddress, username, externalId } = taken
  const mail = await refusalOf(users.createUser({ emailAddress: [emailAddress[0]!.toUpperCase()] }))
  isRefusal(mail, 422, 'form_identifier_exists email_address')
  assert.equal(mail.errors[0]?.longMessage, 'That email address is taken. Please try another.')
  assert.equal(mail.errors[0]?.message, 'That email address is taken. Please try another.')
  const name = await refusalOf(users.createUser({ username: username.toUpperCase() }))
  isRefusal(name, 422, 'form_identifier_exists username')
  assert.equal(name.errors[0]?.longMessage, 'That username is taken. Please try another.')
  const own = await refusalOf(users.createUser({ emailAddress: [address()], externalId }))
  isRefusal(own, 422, 'form_identifier_exists external_id')
  const other = await users.createUser({ emailAddress: [address()] })
  isRefusal(await refusalOf(users.updateUser(other.id, { username })), 422, 'form_identifier_exists username')
})

clientRule('STR-11 ERR-9 GET-1', 'tells whom it did not find', async ({ users }) => {
  const id = 'user_2abcdefghijklmnopqrstuvwxyz'
  const calls = [
    () => users.getUser(id),
    () => users.updateUser(id, { firstName: 'Ada' }),
    () => users.updateUser(id, {}),
    () => users.updateUserMetadata(id, { publicMetadata: { a: 1 } }),
    () => users.updateUser(id, { publicMetadata: { a: 1 } }),
    () => users.deleteUser(id),
  ]
  const traces = new Set<string>()
  for (const call of calls) {
    const error = await refusalOf(call())
    isRefusal(error, 404, 'resource_not_found')
    assert.equal(error.errors[0]?.message, 'not found')
    assert.equal(error.errors[0]?.longMessage, `No user was found with id ${id}`)
    assert.equal(error.errors[0]?.meta.paramName, undefined)
    traces.add(error.clerkTraceId)
  }
  assert.equal(traces.size, calls.length, 'each request has a trace id of its own')
})

clientRule('STR-11 BOD-7 ERR-5', 'gets one error for each unknown parameter', async ({ users }) => {
  const error = await refusalOf(
    users.createUser({ emailAddress: [address()], favouriteColour: 'red', shoeSize: 44 }),
  )
  isRefusal(error, 422, 'form_param_unknown favourite_colour', 'form_param_unknown shoe_size')
  assert.equal(error.errors[0]?.longMessage, 'favourite_colour is not a valid parameter for this request.')
})

clientRule('STR-11 CRT-9 CRT-13 CRT-20 BOD-8', 'tells what is wrong with a value', async ({ users }) => {
  const refused = async (params: Record<string, unknown>, ...expected: string[]) =>
    isRefusal(await refusalOf(users.createUser(params)), 422, ...expected)
  await refused({ emailAddress: ['nobody at home'] }, 'form_param_format_invalid email_address')
  await refused({ phoneNumber: ['12'] }, 'form_param_format_invalid phone_number')
  await refused({ web3Wallet: ['0x12'] }, 'form_param_format_invalid web3_wallet')
  await refused({ username: '1234567' }, 'form_username_needs_non_number_char username')
  await refused({ emailAddress: 'not.a.list@example.com' }, 'form_param_type_invalid email_address')
  await refused({ firstName: 'Ada' }, 'form_data_missing')
  const big = 'x'.repeat(8200)
  await refused(
    { emailAddress: [address()], publicMetadata: { big } },
    'form_param_exceeds_allowed_size public_metadata',
  )
})

clientRule('STR-11 MET-6', 'tells which metadata field is too large', async ({ users }) => {
  const user = await users.createUser({
    emailAddress: [address()],
    unsafeMetadata: { first: 'x'.repeat(5000) },
  })
  const merge = users.updateUserMetadata(user.id, { unsafeMetadata: { second: 'x'.repeat(5000) } })
  isRefusal(await refusalOf(merge), 422, 'form_param_exceeds_allowed_size unsafe_metadata')
  assert.deepEqual(await users.getUser(user.id), user)
})

clientRule('STR-11 UPD-2', 'tells which primary id is wrong', async ({ users }) => {
  const other = await users.createUser({ emailAddress: [address()] })
  const user = await users.createUser({
    emailAddress: [address(), address()],
    emailAddressIdentificationStatus: ['verified', 'reserved'],
  })
  const foreign = users.updateUser(user.id, { primaryEmailAddressID: other.primaryEmailAddressId })
  isRefusal(await refusalOf(foreign), 422, 'form_resource_not_found primary_email_address_id')
  const reserved = users.updateUser(user.id, { primaryEmailAddressID: user.emailAddresses[1]!.id })
  isRefusal(await refusalOf(reserved), 422, 'form_verification_needed primary_email_address_id')
  assert.deepEqual(await users.getUser(user.id), user)
})

clientRule('STR-11 UPD-4', 'cannot take away the last identifier', async ({ users }) => {
  const user = await users.createUser({
    username: `lonely_${Date.now() % 1e6}_${Math.trunc(Math.random() * 1e6)}`,
  })
  const error = await refusalOf(users.updateUser(user.id, { username: null }))
  isRefusal(error, 400, 'identification_deletion_failed username')
})

clientRule('STR-11 LST-4 LST-8 LST-10 LST-11 ORD-5', 'tells which filter is wrong', async ({ users }) => {
  const refused = async (params: Record<string, unknown>, expected: string) =>
    isRefusal(await refusalOf(users.getUserList(params)), 422, expected)
  const tooMany = Array.from({ length: 101 }, (_, i) => `user_${i}`)
  await refused({ userId: tooMany }, 'form_param_array_size_exceeded user_id')
  await refused({ orderBy: 'shoe_size' }, 'form_param_value_invalid order_by')
  await refused({ createdAtAfter: 'yesterday' }, 'form_param_invalid_date created_at_after')
  await refused({ provider: 'oauth_google' }, 'form_conditional_param_missing provider_user_id')
  await refused({ startingAfter: 'user_nobody' }, 'form_resource_not_found starting_after')
  const { id } = await users.createUser({ emailAddress: [address()] })
  await refused({ startingAfter: id, offset: 1 }, 'form_conditional_param_disallowed starting_after')
  const count = await refusalOf(users.getCount({ userId: tooMany }))
  isRefusal(count, 422, 'form_param_array_size_exceeded user_id')
})

clientRule('STR-11 AUT-4', 'is turned away with a key that nobody knows', async ({ clerk, server }) => {
  const stranger = usersOf(clerk, server, `sk_test_${'0'.repeat(48)}`)
  isRefusal(await refusalOf(stranger.getCount()), 401, 'clerk_key_invalid')
  isRefusal(await refusalOf(stranger.getUser('user_nobody')), 401, 'clerk_key_invalid')
  isRefusal(await refusalOf(stranger.createUser({ emailAddress: [address()] })), 401, 'clerk_key_invalid')
})

clientRule(
  'STR-11 RAT-1 RAT-2 HDR-2',
  'learns after which seconds it may come again',
  async ({ users, clerk, server }) => {
    for (let i = 0; i < 20; i++) await users.createUser({ emailAddress: [address()] })
    const emailAddress = [address()]
    const error = await refusalOf(users.createUser({ emailAddress }))
    isRefusal(error, 429, 'too_many_requests')
    if (clerk.readsRetryAfter) {
      assert.ok(Number.isInteger(error.retryAfter) && error.retryAfter! >= 1 && error.retryAfter! <= 10)
    } else assert.equal(error.retryAfter, undefined)
    assert.equal(await users.getCount({ emailAddress }), 0)
    server.clock.advance((error.retryAfter ?? 10) * 1000)
    assert.equal((await users.createUser({ emailAddress })).emailAddresses[0]?.emailAddress, emailAddress[0])
  },
  { fresh: true, rateLimits: true },
)
