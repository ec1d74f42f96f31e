import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from '#server/settings/read-settings.ts'
import type { Settings } from '#server/settings/settings.ts'
import { passwordBytesProblems, passwordProblems } from './password-policy.ts'

type Policy = Settings['password']
const defaults = readSettings({}).password
const warn = (message: string) => assert.fail(`nothing should be looked up: ${message}`)

const problemsOf = (password: string, policy: Partial<Policy> = {}, identifiers: string[] = []) =>
  passwordProblems(password, { identifiers, warn }, { ...defaults, ...policy })

const namesOf = async (...given: Parameters<typeof problemsOf>) =>
  (await problemsOf(...given)).map(({ name }) => name.replace('form_password_', ''))

const strict: Partial<Policy> = {
  require_lowercase: true,
  require_uppercase: true,
  require_numbers: true,
  require_special_char: true,
}
const ada = ['ada@example.test', '+12025550100', 'ada_lovelace']

const table: [about: string, password: string, policy: Partial<Policy>, expected: string[]][] = [
  ['a usual password', 'brass-otter 41', {}, []],
  ['seven characters', 'xk7-qv!', {}, ['length_too_short']],
  ['eight characters', 'xk7-qv!w', {}, []],
  ['length counts code points: seven emoji', '😀😁😂😃😄😅😆', {}, ['length_too_short']],
  ['length counts code points: eight emoji', '😀😁😂😃😄😅😆😇', {}, []],
  ['spaces count and stay', '  brass  ', {}, []],
  ['a longer minimum', 'brass-otter', { min_length: 12 }, ['length_too_short']],
  ['a shorter minimum', 'q', { min_length: 1 }, []],
  ['as long as the maximum', 'x7'.repeat(5), { max_length: 10 }, []],
  ['longer than the maximum', `${'x7'.repeat(5)}!`, { max_length: 10 }, ['length_too_long']],
  ['emoji that are as many as the maximum', '😀😁😂😃😄😅😆😇', { max_length: 8 }, []],
  ['72 bytes', 'x7'.repeat(36), {}, []],
  ['73 bytes', `${'x7'.repeat(36)}!`, {}, ['length_too_long', 'size_in_bytes_exceeded']],
  ['72 bytes in 36 characters', 'äö'.repeat(18), {}, []],
  ['74 bytes in 37 characters', `${'äö'.repeat(18)}ß`, {}, ['size_in_bytes_exceeded']],
  ['a megabyte', 'x'.repeat(1_000_000), {}, ['length_too_long', 'size_in_bytes_exceeded']],
  ['a NUL', 'brass\0otter', {}, ['validation_failed']],
  ['half of a surrogate pair', 'brass-otter\uD83D', {}, ['validation_failed']],
  ['all sorts of characters', 'Brass-0tter', strict, []],
  ['no lower case', 'BRASS-0TTER', strict, ['no_lowercase']],
  ['no upper case', 'brass-0tter', strict, ['no_uppercase']],
  ['no digit', 'Brass-otter', strict, ['no_number']],
  ['no special character', 'Brass0tter', strict, ['no_special_char']],
  ['letters and digits of other scripts', 'Ёлка-ёлка-٣', strict, []],
  ['a backslash is not among the special characters', 'Brass0tter\\', strict, ['no_special_char']],
  ['a special character of one’s own', 'Brass0tter§', { ...strict, allowed_special_characters: '§€' }, []],
  ['an emoji as special character', 'Brass0tter😀', { ...strict, allowed_special_characters: '😀' }, []],
  [
    'half an emoji is not that special character',
    'Brass0tter😁',
    { ...strict, allowed_special_characters: '😀' },
    ['no_special_char'],
  ],
  [
    'everything that can be seen is told together',
    '日本',
    strict,
    ['length_too_short', 'no_lowercase', 'no_uppercase', 'no_number', 'no_special_char'],
  ],
  ['what nothing requires is not missed', '日本語日本語日本', {}, []],
  ['a common password', 'password123', {}, ['pwned']],
  ['a common password in other letters', 'PassWord123', {}, ['pwned']],
  ['a common password and more', 'password123 brass otter', {}, []],
  ['strength is not asked for', 'aaaaaaaaaaab', { min_zxcvbn_strength: 0 }, []],
  ['just strong enough', 'aaaaaaaaaaab', { min_zxcvbn_strength: 1 }, []],
  ['too weak', 'aaaaaaaaaaab', { min_zxcvbn_strength: 2 }, ['not_strong_enough']],
  ['weak, and common', 'password123', { min_zxcvbn_strength: 3 }, ['not_strong_enough', 'pwned']],
  ['letters replaced by signs', 'tr0ubl3$0me', { min_zxcvbn_strength: 2 }, ['not_strong_enough']],
  ['strong', 'brass otter 41 violin', { min_zxcvbn_strength: 4 }, []],
  ['too short to be asked for strength', 'aaa', { min_zxcvbn_strength: 4 }, ['length_too_short']],
]
for (const [about, password, policy, expected] of table) {
  test(about, async () => assert.deepEqual(await namesOf(password, policy), expected))
}

test('a password is none of the identifiers, in whatever case', async () => {
  for (const password of ['ada@example.test', 'ADA@Example.Test', '+12025550100', 'Ada_Lovelace'])
    assert.deepEqual(await namesOf(password, {}, ada), ['matches_identifier'], password)
  for (const password of ['ada@example.test1', 'lovelace_ada', 'ada@example.tes'])
    assert.deepEqual(await namesOf(password, {}, ada), [], password)
  assert.deepEqual(await namesOf('ada', {}, ['ada']), ['length_too_short', 'matches_identifier'])
  assert.deepEqual(await namesOf('ada_lovelace', {}, ['Ada_Lovelace']), ['matches_identifier'])
  assert.deepEqual(await namesOf('ada@example.test', {}, []), [])
})

test('identifiers weaken a password that is made of them', async () => {
  const policy = { min_zxcvbn_strength: 3 }
  const identifiers = ['wolfgangamadeus@example.test', 'xqzvkwpjtr']
  for (const password of ['xqzvkwpjtr1', 'wolfgangamadeus7']) {
    assert.deepEqual(await namesOf(password, policy), [], password)
    assert.deepEqual(await namesOf(password, policy, identifiers), ['not_strong_enough'], password)
  }
})

test('each problem names the parameter and the bound', async () => {
  const [short] = await problemsOf('xk7')
  assert.deepEqual(short, {
    name: 'form_password_length_too_short',
    details: { param: 'password', min: 8 },
    meta: undefined,
  })
  const [long, size] = await problemsOf('x'.repeat(100), { max_length: 40 })
  assert.deepEqual(long!.details, { param: 'password', max: 40 })
  assert.deepEqual(size!.details, { param: 'password', bytes_max: 72 })
  const every = [
    ...(await problemsOf('日本', strict)),
    ...(await problemsOf('password123', { min_zxcvbn_strength: 4 })),
    ...(await problemsOf('a\0\uD800')),
    ...(await problemsOf('ada_lovelace', {}, ada)),
  ]
  for (const { name, details } of every) assert.equal(details.param, 'password', name)
})

test('a weak password comes with suggestions, each a code and a sentence', async () => {
  const [weak] = await problemsOf('aaaaaaaaaaab', { min_zxcvbn_strength: 3 })
  const { suggestions } = weak!.meta!.zxcvbn as { suggestions: { code: string; message: string }[] }
  assert.ok(suggestions.length > 0)
  for (const { code, message } of suggestions) {
    assert.match(code, /^[a-z0-9][A-Za-z0-9]+$/)
    assert.match(message, /^[A-Z].* .*\.$/)
  }
  assert.ok(suggestions.some(({ code }) => code === 'repeated'))
  // zxcvbn itself has no advice above a middling score.
  const [middling] = await problemsOf('xqzvkwpjt', { min_zxcvbn_strength: 4 })
  assert.deepEqual(middling!.meta, {
    zxcvbn: { suggestions: [{ code: 'anotherWord', message: 'Add more words that are less common.' }] },
  })
})

test('no problem repeats the password', async () => {
  for (const password of ['Xk7-qv', 'aaaaaaaaaaab', 'password123', 'ada_lovelace'])
    assert.ok(!JSON.stringify(await problemsOf(password, { min_zxcvbn_strength: 4 }, ada)).includes(password))
})

test('the limits of bytes and text hold by themselves, without a policy', () => {
  const names = (password: string) => passwordBytesProblems(password).map(({ name }) => name)
  for (const password of ['', 'a', 'password', 'x'.repeat(72), '😀'.repeat(18)])
    assert.deepEqual(names(password), [], password)
  assert.deepEqual(names('😀'.repeat(19)), ['form_password_size_in_bytes_exceeded'])
  assert.deepEqual(names('\0'), ['form_password_validation_failed'])
  assert.deepEqual(names(`\0\uDC00${'x'.repeat(72)}`), [
    'form_password_size_in_bytes_exceeded',
    'form_password_validation_failed',
    'form_password_validation_failed',
  ])
})

test('crafted passwords do not hold up the server for long', async () => {
  const policy = { min_zxcvbn_strength: 4 }
  await problemsOf('warm-up of the dictionaries', policy)
  for (const part of [
    '4@8({[<369&#!1/|0$5+7%2',
    '@4b8c({[<6g#!i1|l70$5+7%2z',
    'p@ssw0rd',
    'aB1!',
    '01/02/1999',
  ]) {
    const password = part.repeat(72).slice(0, 72)
    let best = Number.POSITIVE_INFINITY
    for (let run = 0; run < 3; run++) {
      const before = performance.now()
      await problemsOf(password, policy)
      best = Math.min(best, performance.now() - before)
    }
    assert.ok(best < 150, `${password}: ${best} ms`)
  }
})
