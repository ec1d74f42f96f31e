import assert from 'node:assert/strict'
import type { Storage } from '#server/storage/storage.ts'
import { fold } from '#server/users/fold.ts'
import type { UserFilters } from '#server/users/user-store.ts'
import { change, email, found, given, identification, onEngines, user } from './given.ts'

const people = (storage: Storage) =>
  given(
    storage,
    user('user_1', {
      external_id: 'ext-1',
      first_name: 'Ada',
      last_name: 'Lovelace',
      created_at: 100,
      last_active_at: 1000,
      identifications: [email('ada.lovelace@example.com'), identification('phone_number', '+43664123456')],
    }),
    user('user_2', {
      external_id: "o'ext",
      first_name: 'Ÿlva',
      last_name: 'Ove-Straße',
      created_at: 200,
      last_active_at: 2000,
      banned: true,
      identifications: [
        email('YLVA@Example.com', { normalized: 'ylva@example.com' }),
        email('second+tag@example.org', { status: 'unverified' }),
        identification('username', 'x_100%'),
      ],
    }),
    user('user_3', {
      first_name: '😀 Smile',
      created_at: 300,
      identifications: [identification('web3_wallet', '0xabc'), identification('username', 'back\\slash')],
    }),
    user('user_4', { last_name: 'ΟΔΟΣ', created_at: 400, external_id: 'ext-4' }),
  )

async function assertFinds(storage: Storage, cases: [UserFilters, string][]) {
  for (const [filters, expected] of cases) {
    const ids = (await found(storage, filters)).map((id) => id.replace('user_', ''))
    assert.equal(ids.join(' '), expected, JSON.stringify(filters))
  }
}

const list = (include: string[], exclude: string[] = []) => ({ include, exclude })

onEngines('signed lists include first and subtract then', async (storage) => {
  await people(storage)
  await assertFinds(storage, [
    [{}, '1 2 3 4'],
    [{ ids: list([]) }, '1 2 3 4'],
    [{ ids: list(['user_1', 'user_3', 'user_9']) }, '1 3'],
    [{ ids: list([], ['user_1', 'user_3']) }, '2 4'],
    [{ ids: list(['user_1', 'user_3'], ['user_3']) }, '1'],
    [{ ids: list(['user_1'], ['user_1']) }, ''],
    [{ external_ids: list(['ext-1', "o'ext"]) }, '1 2'],
    [{ external_ids: list([], ['ext-1']) }, '2 3 4'],
    [{ external_ids: list(['ext-1', 'ext-4'], ['ext-4']), ids: list([], ['user_2']) }, '1'],
    [{ organization_ids: list(['org_1']) }, ''],
    [{ organization_ids: list(['org_1'], ['org_1']) }, ''],
    [{ organization_ids: list([], ['org_1']) }, '1 2 3 4'],
    [{ external_account: { provider: 'oauth_google', provider_user_ids: ['1'] } }, ''],
  ])
})

onEngines('exact identifiers combine with OR within a kind and AND between kinds', async (storage) => {
  await people(storage)
  const emails = (...values: string[]) => ({ kind: 'email_address' as const, values })
  await assertFinds(storage, [
    [{ identifiers: [emails('ada.lovelace@example.com', 'ylva@example.com')] }, '1 2'],
    [{ identifiers: [emails('second+tag@example.org')] }, '2'],
    [{ identifiers: [emails('ylva@example'), emails('ylva@example.com')] }, ''],
    [{ identifiers: [emails('ylva@example.com'), { kind: 'username', values: ['x_100%'] }] }, '2'],
    [{ identifiers: [emails('ylva@example.com'), { kind: 'username', values: ['back\\slash'] }] }, ''],
    [{ identifiers: [{ kind: 'username', values: ['ylva@example.com'] }] }, ''],
    [{ identifiers: [emails()] }, ''],
    [{ identifiers: [emails("x' or '1'='1", 'ylva@example.com')] }, '2'],
  ])
})

onEngines('three characters and more match any part, fewer the start of a word', async (storage) => {
  await people(storage)
  const text = (part: string) => ({ text: fold(part) })
  await assertFinds(storage, [
    [text('ovelac'), '1'],
    [text('LOVELACE@EX'), '1'],
    [text('ada lov'), '1'],
    [text('user_'), '1 2 3 4'],
    [text('ER_2'), '2'],
    [text('ext-1'), ''],
    [text('lo'), '1'],
    [text('ov'), '2'],
    [text('43'), '1'],
    [text('+4'), '1'],
    [text('64'), ''],
    [text('st'), '2'],
    [text('ta'), '2'],
    [text('a'), '1'],
    [text('😀'), '3'],
    [text('mi'), ''],
    [text('smi'), '3'],
    [text('ß'), ''],
    [text('straß'), '2'],
    [text('Ÿ'.normalize('NFD')), '2'],
    [text('ΔΟΣ'), '4'],
    [text('οδο'), '4'],
    [text('ﬁｕｓｅｒ'), ''],
    [text('ｕｓｅｒ_1'), '1'],
    [text(''), '1 2 3 4'],
    [text('ada\nada'), ''],
    [{ name_text: 'lovelace' }, '1'],
    [{ name_text: 'example' }, ''],
    [{ name_text: 'lo' }, '1'],
    [{ name_text: 've' }, ''],
    [{ name_text: 'user_1' }, ''],
    [{ identifier_text: [{ kind: 'email_address', text: 'example' }] }, '1 2'],
    [{ identifier_text: [{ kind: 'email_address', text: 'lo' }] }, '1'],
    [{ identifier_text: [{ kind: 'email_address', text: 'or' }] }, '2'],
    [{ identifier_text: [{ kind: 'email_address', text: 'rg' }] }, ''],
    [{ identifier_text: [{ kind: 'phone_number', text: '43' }] }, '1'],
    [{ identifier_text: [{ kind: 'phone_number', text: 'ada' }] }, ''],
    [{ identifier_text: [{ kind: 'username', text: 'slash' }], text: 'smile' }, '3'],
  ])
})

onEngines('no character of a text is a wildcard or ends the statement', async (storage) => {
  await people(storage)
  await assertFinds(storage, [
    [{ text: '%' }, ''],
    [{ text: '_1' }, ''],
    [{ text: '_10' }, '2'],
    [{ text: '100%' }, '2'],
    [{ text: '%%%' }, ''],
    [{ text: '___' }, ''],
    [{ text: '\\' }, ''],
    [{ text: 'ck\\sl' }, '3'],
    [{ text: '\\\\\\' }, ''],
    [{ text: "'''" }, ''],
    [{ text: "' or 1=1 --" }, ''],
    [{ text: '"""' }, ''],
    [{ text: '$1;' }, ''],
    [{ text: '\ud800xx' }, ''],
    [{ name_text: '*' }, ''],
    [{ identifier_text: [{ kind: 'username', text: '_%_' }] }, ''],
  ])
})

onEngines('a value with NUL matches nothing and fails nowhere', async (storage) => {
  await people(storage)
  await assertFinds(storage, [
    [{ text: 'user\0' }, ''],
    [{ text: '\0' }, ''],
    [{ name_text: 'ada\0' }, ''],
    [{ identifier_text: [{ kind: 'email_address', text: 'ada\0' }] }, ''],
    [{ identifiers: [{ kind: 'email_address', values: ['\0'] }] }, ''],
    [{ identifiers: [{ kind: 'email_address', values: ['\0', 'ylva@example.com'] }] }, '2'],
    [{ ids: list(['user_1\0']) }, ''],
    [{ ids: list(['user_1\0', 'user_2']) }, '2'],
    [{ ids: list([], ['user_1\0']) }, '1 2 3 4'],
    [{ external_ids: list(['\0'], ['\0']) }, ''],
  ])
})

onEngines('times are strict bounds, and a missing time is in no range', async (storage) => {
  await people(storage)
  await assertFinds(storage, [
    [{ times: [{ field: 'created_at', after: 200 }] }, '3 4'],
    [{ times: [{ field: 'created_at', before: 200 }] }, '1'],
    [{ times: [{ field: 'created_at', after: 100, before: 400 }] }, '2 3'],
    [{ times: [{ field: 'created_at', after: 199.5, before: 200.5 }] }, '2'],
    [{ times: [{ field: 'last_active_at', before: 1e300 }] }, '1 2'],
    [{ times: [{ field: 'last_active_at', after: -1e300 }] }, '1 2'],
    [{ times: [{ field: 'last_active_at', after: 1e300 }] }, ''],
    [
      {
        times: [
          { field: 'created_at', after: 100 },
          { field: 'last_active_at', after: 0 },
        ],
      },
      '2',
    ],
    [{ times: [{ field: 'last_sign_in_at', after: 0 }] }, ''],
    [{ banned: true }, '2'],
    [{ banned: false }, '1 3 4'],
  ])
})

onEngines('filters follow every change of a user', async (storage) => {
  await people(storage)
  const { identifications } = (await storage.users.find('user_1'))!
  await change(storage, 'user_1', {
    attributes: { first_name: 'Augusta', last_name: null },
    remove: [identifications[0]!.id],
    add: [email('new@example.net')],
  })
  await assertFinds(storage, [
    [{ text: 'lovelace' }, ''],
    [{ text: 'augusta' }, '1'],
    [{ name_text: 'augusta' }, '1'],
    [{ text: 'example.net' }, '1'],
    [{ identifiers: [{ kind: 'email_address', values: ['new@example.net'] }] }, '1'],
  ])
})

onEngines('a hundred values in every list at once are no problem', async (storage) => {
  await people(storage)
  const many = (...values: string[]) => [
    ...values,
    ...Array.from({ length: 100 - values.length }, (_, index) => `other${index}`),
  ]
  const kinds = ['email_address', 'phone_number', 'username', 'web3_wallet'] as const
  const filters: UserFilters = {
    ids: list(many('user_2', 'user_1'), many('user_1')),
    external_ids: list(many("o'ext"), many()),
    organization_ids: list([], many()),
    identifiers: [
      { kind: 'email_address', values: many('ylva@example.com') },
      { kind: 'username', values: many('x_100%') },
    ],
    identifier_text: ['yl', 'example', 'ylva', '@exam'].map((text) => ({ kind: 'email_address', text })),
    text: 'x'.repeat(10_000),
  }
  await assertFinds(storage, [
    [{ ...filters, text: 'ylva' }, '2'],
    [filters, ''],
    [{ identifiers: kinds.map((kind) => ({ kind, values: many() })) }, ''],
  ])
})
