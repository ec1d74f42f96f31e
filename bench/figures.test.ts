import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge, median, quantile, type Round, ratioOf, rowOf } from './figures.ts'

const round = (figures: Partial<Round> = {}): Round => ({
  per_second: 1000,
  p50_ms: 10,
  p99_ms: 20,
  server_cores: 1,
  main_running: 0.98,
  threads_waiting: 0.01,
  generator_core: 0.4,
  rss_mb: 100,
  errors: 0,
  ...figures,
})

test('a median is the figure in the middle, whatever their order', () => {
  assert.equal(median([9, 1, 5]), 5)
  assert.equal(median([100, 2, 9, 4]), 6.5)
  assert.throws(() => median([]), /no figures/)
})

test('a quantile leaves its share of the figures below', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  assert.equal(quantile(hundred, 0.5), 51)
  assert.equal(quantile(hundred, 0.99), 100)
  assert.equal(quantile([7], 0.99), 7)
  assert.throws(() => quantile([], 0.5), /no figures/)
})

test('a row is the median of its rounds; errors of all count, memory is that of the last', () => {
  const row = rowOf([
    round({ per_second: 900, p99_ms: 31, server_cores: 0.99, errors: 1, rss_mb: 110 }),
    round({ per_second: 100, p99_ms: 99, server_cores: 0.98, rss_mb: 130 }),
    round({ per_second: 1000, p99_ms: 30, server_cores: 1, rss_mb: 120 }),
  ])
  assert.equal(row.per_second, 900)
  assert.equal(row.p99_ms, 31)
  assert.equal(row.cpu_ms_per_request, 1.1)
  assert.equal(row.rss_mb, 120)
  assert.equal(row.errors, 1)
  assert.equal(row.counts, false)
})

test('what nobody asks over HTTP has no latencies and no generator', () => {
  const row = rowOf([round({ p50_ms: undefined, p99_ms: undefined, generator_core: undefined })])
  assert.deepEqual([row.p50_ms, row.p99_ms, row.generator_core], [undefined, undefined, undefined])
  assert.equal(row.counts, true)
})

test('a row counts from 95 % of a core on, up to 80 % of the generator', () => {
  assert.deepEqual(judge(round({ server_cores: 0.95, generator_core: 0.8 })), { counts: true, remark: '' })
  assert.equal(judge(round({ server_cores: 0.949 })).counts, false)
  assert.equal(judge(round({ generator_core: 0.801 })).counts, false)
  assert.equal(judge(round({ errors: 1 })).counts, false)
})

test('a row that does not count says why', () => {
  const asleep = round({ server_cores: 0.6, main_running: 0.6, threads_waiting: 0.05 })
  const waits = judge(asleep, 'a write is on disk').remark
  assert.equal(waits, 'used 60 % of a core: its main thread slept 35 % of the time: a write is on disk')
  const crowded = judge(round({ server_cores: 0.6, main_running: 0.6, threads_waiting: 0.38 })).remark
  assert.equal(crowded, 'used 60 % of a core: 0.4 threads were waiting for a core')
  const slow = judge(round({ generator_core: 0.9, errors: 3 })).remark
  assert.equal(slow, '3 errors; the load generator used 90 % of its core')
})

test('a row that uses more than its core says so and counts', () => {
  const hashing = round({ server_cores: 1.93 })
  const used = 'used 1.9 cores, its thread pool included'
  assert.deepEqual(judge(hashing), { counts: true, remark: used })
  const crowded = judge({ ...hashing, threads_waiting: 1.24 })
  assert.deepEqual(crowded, { counts: true, remark: `${used}; 1.2 threads were waiting for a core` })
})

test('ratios are taken round by round, so that a slow minute slows both sides', () => {
  const row = rowOf([300, 150, 90].map((per_second) => round({ per_second })))
  const by = rowOf([1000, 500, 600].map((per_second) => round({ per_second, server_cores: 1 })))
  const ratio = ratioOf('one by another', row, by, 0.3)
  assert.deepEqual(ratio, {
    name: 'one by another',
    value: 0.3,
    lowest: 0.15,
    highest: 0.3,
    by_cpu: 0.3,
    at_least: 0.3,
    counts: true,
  })
  const doubtful = rowOf(by.rounds.map((each) => ({ ...each, server_cores: 0.5 })))
  assert.equal(ratioOf('one by another', row, doubtful).counts, false)
})
