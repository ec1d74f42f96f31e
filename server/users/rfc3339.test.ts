import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseRfc3339 } from '#server/users/rfc3339.ts'

function reads(table: Record<string, number>): void {
  for (const [text, time] of Object.entries(table)) assert.equal(parseRfc3339(text), time, text)
}

function refuses(texts: readonly string[]): void {
  for (const text of texts) assert.equal(parseRfc3339(text), undefined, JSON.stringify(text))
}

test('a time becomes Unix milliseconds', () => {
  reads({
    '2012-10-20T07:15:20.902Z': 1_350_717_320_902,
    '2012-10-20T07:15:20Z': 1_350_717_320_000,
    '1970-01-01T00:00:00Z': 0,
    '1969-12-31T23:59:59.999Z': -1,
  })
})

test('an offset is taken off', () => {
  reads({
    '2012-10-20T09:15:20.902+02:00': 1_350_717_320_902,
    '2012-10-19T19:45:20.902-11:30': 1_350_717_320_902,
    '2012-10-20T07:15:20.902-00:00': 1_350_717_320_902,
    '1970-01-01T23:59:00+23:59': 0,
  })
})

test('small letters and any number of decimals are fine; what is finer than a millisecond is cut off', () => {
  reads({
    '2012-10-20t07:15:20.902z': 1_350_717_320_902,
    '2012-10-20T07:15:20.9Z': 1_350_717_320_900,
    '2012-10-20T07:15:20.902999999Z': 1_350_717_320_902,
  })
})

test('the first and the last year are years like others', () => {
  reads({
    '0000-01-01T00:00:00Z': -62_167_219_200_000,
    '0001-01-01T00:00:00Z': -62_135_596_800_000,
    '0099-12-31T23:59:59Z': -59_011_459_201_000,
    '9999-12-31T23:59:59.999Z': 253_402_300_799_999,
  })
})

test('the 29th of February exists in leap years alone', () => {
  reads({
    '2024-02-29T12:00:00Z': 1_709_208_000_000,
    '2000-02-29T00:00:00Z': 951_782_400_000,
    '0000-02-29T00:00:00Z': -62_162_121_600_000,
  })
  refuses(['2023-02-29T12:00:00Z', '1900-02-29T00:00:00Z', '2100-02-29T00:00:00Z', '2024-02-30T00:00:00Z'])
})

test('a date or time of day that does not exist is refused', () => {
  refuses([
    '2024-00-10T00:00:00Z',
    '2024-13-10T00:00:00Z',
    '2024-04-00T00:00:00Z',
    '2024-04-31T00:00:00Z',
    '2024-12-32T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:60Z',
    '2024-01-01T00:00:00+24:00',
    '2024-01-01T00:00:00+00:60',
  ])
})

test('every other way to write a time is refused', () => {
  refuses([
    '',
    'now',
    '1350717320902',
    '2012-10-20',
    '2012-10-20T07:15:20',
    '2012-10-20 07:15:20Z',
    '2012-10-20T07:15Z',
    '2012-10-20T07:15:20.Z',
    '2012-10-20T07:15:20,902Z',
    '2012-10-20T07:15:20.902+0200',
    '2012-10-20T07:15:20.902+02',
    '2012-10-20T07:15:20.902 +02:00',
    '2012-10-20T07:15:20.902Z+02:00',
    '20121020T071520Z',
    '2012-10-20T7:15:20Z',
    '2012-W42-6T07:15:20Z',
    '2012-294T07:15:20Z',
    '+002012-10-20T07:15:20Z',
    '-000001-10-20T07:15:20Z',
    '12012-10-20T07:15:20Z',
    'Sat, 20 Oct 2012 07:15:20 GMT',
    ' 2012-10-20T07:15:20Z',
    '2012-10-20T07:15:20Z ',
    '2012-10-20T07:15:20Z\n',
    '２０１２-10-20T07:15:20Z',
    '2012-10-20T07:15:20Z\u0000',
  ])
})

test('what Date.prototype.toISOString writes is read as the same instant', () => {
  const dates = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, (date) => {
      assert.equal(parseRfc3339(date.toISOString()), date.getTime())
    }),
    { numRuns: 500 },
  )
})

test('a long text costs no time', () => {
  const started = performance.now()
  refuses([`2012-10-20T07:15:20.${'9'.repeat(1_000_000)}`, '2'.repeat(1_000_000)])
  assert.ok(performance.now() - started < 5000)
})
