import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { sdkNames } from '#contract/sdk-names.ts'
import { JsonObject, named } from '#contract/shapes.ts'
import { sdkFiles } from '../../tools/generate/sdk.ts'
import { clientOn, ok } from './fake-fetch.ts'

const nothing = Type.Object({})
const pause = operation({
  id: 'PauseUser',
  method: 'POST',
  path: '/users/{user_id}/pauses/{pause_id}',
  tag: 'Users',
  summary: 'Pause a user',
  description: 'Until `ends_at`. A comment ends with */, this one does not.',
  params: Type.Object({ user_id: Type.String(), pause_id: Type.String() }),
  query: nothing,
  body: Type.Object({
    ends_at: Type.String({ format: 'date-time', description: 'The end.' }),
    reason_of: Type.Optional(Type.Array(Type.Union([Type.String(), Type.Integer()]), { maxItems: 3 })),
    extra_facts: Type.Optional(JsonObject('Whatever.')),
  }),
  result: named(
    'Pause',
    Type.Object({ paused_at: Type.Integer({ format: 'int64', description: 'The start.' }) }),
  ),
  refusals: ['resource_not_found', 'resource_locked', 'form_param_format_invalid'],
  roles: ['owner'],
})
const names = { PauseUser: ['users', 'pause'] } as const
const textOf = (path: string) => sdkFiles([pause], names).get(`sdk/src/generated/${path}`)!

test('a new operation is a method, with its types, its source and its errors in the comments', () => {
  const users = textOf('users.ts')
  assert(
    users.includes(
      '  pause(userId: string, pauseId: string, params: PauseUserParams, options?: CallOptions): Promise<Pause> {\n',
    ),
    users,
  )
  for (const line of [
    '   * Pause a user.',
    '   * Until `endsAt`. A comment ends with *\\/, this one does not.',
    '   * `POST /v1/users/{user_id}/pauses/{pause_id}`, operation `PauseUser`.',
    '   * @throws {NotFoundError} `resource_not_found`',
    '   * @throws {ConflictError} `resource_locked`',
    '   * @throws {ValidationError} `form_param_format_invalid`',
  ])
    assert(users.includes(`${line}\n`), `${line}\n\n${users}`)
  assert(
    textOf('types.ts').endsWith(`export interface Pause {
  /** The start. Unix time in milliseconds. */
  readonly pausedAt: number
}

/** What to send: \`POST /v1/users/{user_id}/pauses/{pause_id}\`, operation \`PauseUser\`. */
export interface PauseUserParams {
  /** The end. Date-time. */
  readonly endsAt: string | Date
  /** At most 3 values. */
  readonly reasonOf?: readonly (string | number)[] | undefined
  /** Whatever. */
  readonly extraFacts?: MetadataInput | undefined
}
`),
    textOf('types.ts'),
  )
  assert.match(textOf('fields.ts'), /new Set\(\[\n {2}'extra_facts',\n\]\)/)
  assert.match(textOf('resources.ts'), /readonly users: Users/)
})

test('a list that can tell its total does, and is walked through by its offset', async () => {
  const item = named('Pause', Type.Object({ id: Type.String() }))
  const list = operation({
    ...pause,
    id: 'ListPauses',
    method: 'GET',
    path: '/pauses',
    params: nothing,
    query: Type.Object({
      paginated: Type.Optional(Type.Boolean()),
      limit: Type.Optional(Type.Integer()),
      offset: Type.Optional(Type.Integer()),
    }),
    body: undefined,
    result: Type.Union([
      Type.Array(item),
      Type.Object({ data: Type.Array(item), total_count: Type.Integer() }),
    ]),
  })
  const files = sdkFiles([list], { ListPauses: ['pauses', 'list'] })
  const text = files.get('sdk/src/generated/pauses.ts')!
  for (const line of [
    'list(params?: ListPausesParams, options?: CallOptions): Promise<Page<Pause>> {',
    "iterate(params?: Omit<ListPausesParams, 'offset'>, options?: CallOptions): AsyncGenerator<Pause, void, undefined> {",
  ])
    assert(text.includes(line), text)
  assert.doesNotMatch(files.get('sdk/src/generated/types.ts')!, /paginated|totalCount/)

  const { client, sent } = clientOn([
    ok({ data: [], total_count: 3 }),
    ok([{ id: 'a' }, { id: 'b' }]),
    ok([]),
  ])
  assert.deepEqual(await client.sessions.list({ limit: 2 }), { data: [], totalCount: 3 })
  const seen: string[] = []
  for await (const { id } of client.sessions.iterate({ limit: 2 })) seen.push(id)
  assert.deepEqual(seen, ['a', 'b'])
  assert.deepEqual(
    sent.map(({ url }) => url.search),
    ['?limit=2&paginated=true', '?limit=2&offset=0', '?limit=2&offset=2'],
  )
})

test('an operation without a name stops the generation, and says where the name belongs', () => {
  assert.throws(() => sdkFiles([pause], {}), /PauseUser has no name in the SDK: .* contract\/sdk-names\.ts/)
})

test('two operations with one name stop it', () => {
  const twin = { ...pause, id: 'HaltUser' }
  assert.throws(
    () => sdkFiles([pause, twin], { ...names, HaltUser: ['users', 'pause'] }),
    /Two operations are named users\.pause/,
  )
})

test('a field that is metadata in one place and a shape in another stops it: one of them would be spoilt', () => {
  const other = {
    ...pause,
    id: 'HaltUser',
    result: Type.Object({ extra_facts: Type.Object({ at_all: Type.Boolean() }) }),
  }
  assert.throws(
    () => sdkFiles([pause, other], { ...names, HaltUser: ['users', 'halt'] }),
    /extra_facts is metadata in one place/,
  )
})

test('a name that does not come back from camelCase stops it', () => {
  const other = { ...pause, body: Type.Object({ endsAt: Type.String() }) }
  assert.throws(() => sdkFiles([other], names), /endsAt cannot be written in camelCase and back/)
})

test('every operation of the contract is a method that requests it', async () => {
  for (const { id, method, path, params, query, body, bodyList, upload } of operations) {
    const [resource, name] = sdkNames[id]!
    const { client, sent } = clientOn([ok([{ total_count: 0 }])])
    // biome-ignore lint/suspicious/noExplicitAny: any method of any resource
    const target = (client as any)[resource]
    const ids = Object.keys(params.properties)
    const takesParams = [query, body].some((schema) => Object.keys(schema?.properties ?? {}).length > 0)
    const given = upload ? { [upload.field]: new TextEncoder().encode('the file') } : {}
    await target[name](...ids, ...(takesParams || upload ? [given] : []))
    const [request] = sent.filter(({ url }) => !url.pathname.endsWith('/count') || id === 'GetUsersCount')
    assert.equal(request!.method, method, id)
    assert.equal(request!.url.pathname, `/v1${path.replaceAll(/[{}]/g, '')}`)
    if (upload) assert.match(new TextDecoder().decode(request!.body), /^--.*\r\n\r\nthe file\r\n--/s)
    else assert.deepEqual(request!.body, body ? (bodyList ? [] : {}) : undefined)
  }
})
