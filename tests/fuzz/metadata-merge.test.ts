import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { jsonText } from '#contract/shapes.ts'
import { mergeMetadata } from '#server/users/metadata.ts'
import { address } from '#tests/api/given-users.ts'
import { type MetadataField, metadataText } from '#tests/api/metadata-text.ts'
import { compact, fuzzRuns, type Json, type JsonObject, mergePatch, objects } from '#tests/fuzz/json-trees.ts'
import { rule } from '#tests/rules.ts'

const merged = (stored: Json, patch: Json): string =>
  mergeMetadata(jsonText(compact(stored)), jsonText(compact(patch)))

test('a merge is that of RFC 7396, with the order and the digits of what is stored and sent', () => {
  fc.assert(
    fc.property(objects, objects, (stored, patch) => {
      assert.equal(merged(stored, patch), compact(mergePatch(stored, patch)))
    }),
    fuzzRuns(5000),
  )
})

/** The stored object after edits at random places: most patches touch what is there. */
const edits = (stored: JsonObject): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      ...stored.entries.map(([key, value]) =>
        fc
          .oneof(
            fc.constant<Json | undefined>(undefined),
            fc.constant<Json>({ kind: 'scalar', source: 'null' }),
            fc.constant(value),
            objects,
            ...(value.kind === 'object' ? [edits(value)] : []),
          )
          .map((next) => (next ? [[key, next] as [string, Json]] : [])),
      ),
    )
    .chain((kept) =>
      objects.map((added): JsonObject => {
        const entries = kept.flat()
        const fresh = added.entries.filter(([key]) => !entries.some(([present]) => present === key))
        return { kind: 'object', entries: [...entries, ...fresh] }
      }),
    )

test('a merge into what is there already is that of RFC 7396', () => {
  const pairs = objects.chain((stored) => fc.tuple(fc.constant(stored), edits(stored)))
  fc.assert(
    fc.property(pairs, ([stored, patch]) => {
      assert.equal(merged(stored, patch), compact(mergePatch(stored, patch)))
    }),
    fuzzRuns(3000),
  )
})

test('a merge a second time changes nothing, and an empty one never does', () => {
  fc.assert(
    fc.property(objects, objects, (stored, patch) => {
      const once = merged(stored, patch)
      assert.equal(mergeMetadata(jsonText(once), jsonText(compact(patch))), once)
      assert.equal(merged(stored, { kind: 'object', entries: [] }), compact(stored))
    }),
    fuzzRuns(1000),
  )
})

const fields: MetadataField[] = ['public_metadata', 'private_metadata', 'unsafe_metadata']
type Sent = JsonObject | null | undefined
interface Step {
  method: 'PATCH' | 'PUT' | 'PATCH user'
  sent: Record<MetadataField, Sent>
}
const sentField: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 6, arbitrary: objects },
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    method: fc.constantFrom<Step['method']>('PATCH', 'PATCH', 'PUT', 'PATCH user'),
    sent: fc.record({ public_metadata: sentField, private_metadata: sentField, unsafe_metadata: sentField }),
  }),
  { minLength: 1, maxLength: 8 },
)

const empty: Json = { kind: 'object', entries: [] }
const jsonNull: Json = { kind: 'scalar', source: 'null' }

/** What the field holds after the step. A merge of nothing into a stored null is left out: see `undecided`. */
function after(stored: Json, field: MetadataField, { method, sent }: Step): Json {
  const value = sent[field]
  if (value === undefined) return stored
  if (method === 'PATCH') return value === null ? stored : mergePatch(stored, value)
  return value ?? (field === 'private_metadata' ? jsonNull : empty)
}

/** `{}` onto null: RFC 7396 makes it `{}`, the contract says that nothing changes. A scenario of its own asks. */
const undecided = (stored: Json, field: MetadataField, { method, sent }: Step) =>
  method === 'PATCH' &&
  stored.kind !== 'object' &&
  !!sent[field] &&
  compact(mergePatch(empty, sent[field])) === '{}'

rule(
  'MET-1 MET-2 MET-3 RMD-1 RMD-4 UPD-12 EVT-1 EVT-5',
  'any sequence of writes leaves what a model says, and an event for each that changed something',
  async (server) => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { id } = await server.create({ email_address: [address('model')] })
        let model = Object.fromEntries(fields.map((field) => [field, empty])) as Record<MetadataField, Json>
        let events = 1
        for (const step of sequence) {
          if (fields.some((field) => undecided(model[field], field, step))) continue
          const members = fields.flatMap((field) => {
            const value = step.sent[field]
            return value === undefined ? [] : [`"${field}":${value === null ? 'null' : compact(value)}`]
          })
          const path = step.method === 'PATCH user' ? `/users/${id}` : `/users/${id}/metadata`
          const answer = await server.request(step.method.split(' ')[0]!, path, {
            rawBody: `{${members.join(',')}}`,
            headers: { 'content-type': 'application/json' },
          })
          const next = Object.fromEntries(
            fields.map((field) => [field, after(model[field], field, step)]),
          ) as Record<MetadataField, Json>
          const changed = fields.filter((field) => compact(next[field]) !== compact(model[field]))
          if (changed.some((field) => Buffer.byteLength(compact(next[field])) > 8192)) {
            assert.equal(answer.status, 422, answer.text)
            continue
          }
          for (const field of fields) assert.equal(metadataText(answer, field), compact(next[field]), field)
          model = next
          if (changed.length > 0) events += 1
          const rows = await server.events(id)
          assert.equal(rows.length, events)
          if (changed.length > 0) assert.deepEqual(rows.at(-1)!.details, { changed })
        }
        const read = await server.request('GET', `/users/${id}`)
        for (const field of fields) assert.equal(metadataText(read, field), compact(model[field]), field)
      }),
      { ...fuzzRuns(40), endOnFailure: false },
    )
  },
  { fresh: true },
)
