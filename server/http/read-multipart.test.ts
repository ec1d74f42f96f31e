import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#server/refusal.ts'
import { MalformedForm, readMultipart } from './read-multipart.ts'
import { readTextFile } from './read-upload.ts'
import { createUploadLine } from './upload-line.ts'

const parts = (text: string, boundary = 'x') =>
  readMultipart(Buffer.from(text, 'latin1'), boundary).map(({ name, content }) => [
    name,
    content.toString('latin1'),
  ])
const part = (disposition: string, content = 'abc') =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n--x--`

test('a form gives its parts, whatever surrounds them', () => {
  assert.deepEqual(parts('--x--'), [])
  assert.deepEqual(parts(part('name="file"; filename="a;name=b"')), [['file', 'abc']])
  assert.deepEqual(parts(part('name="a\\"b"')), [['a"b', 'abc']])
  assert.deepEqual(parts(part('filename="x"; NAME=file')), [['file', 'abc']])
  assert.deepEqual(parts(part('name="file"', '')), [['file', '']])
  assert.deepEqual(parts(part('name="file"', 'a\r\n--y\r\n-x')), [['file', 'a\r\n--y\r\n-x']])
  assert.deepEqual(parts(`preamble\r\n${part('name="file"')}epilogue`), [['file', 'abc']])
})

test('what is cut, broken or without end is malformed', () => {
  const bad = [
    '',
    '--y--',
    '--x',
    '--x\r\n',
    part('filename="x"'),
    part('name="file"').slice(0, -3),
    `--x\r\n${'a'.repeat(20_000)}\r\n\r\n--x--`,
  ]
  for (const text of bad) assert.throws(() => parts(text), MalformedForm, text.slice(0, 40))
  const many = `${Array.from({ length: 40 }, () => '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n').join('')}--x--`
  assert.throws(() => parts(many), /more than 32 parts/)
})

test('a form of delimiters alone takes no time', () => {
  const began = performance.now()
  assert.throws(() => parts('\r\n--x'.repeat(2_000_000)), MalformedForm)
  assert.throws(() => parts(part(`name="${'\\'.repeat(16_000)}`)), MalformedForm)
  assert.ok(performance.now() - began < 1000)
})

test('base64 text is a file too', () => {
  const upload = { field: 'file', description: '', bytesMax: 4 }
  const read = (text: string) => readTextFile(Buffer.from(text), upload).toString()
  assert.equal(read('YWJj'), 'abc')
  assert.equal(read('data:image/png;base64,YWJj'), 'abc')
  for (const text of ['', 'data:,', 'YWJjZGU=']) assert.throws(() => read(text), Refusal)
})

test('uploads run a few at a time; one that waits for too long, or in too long a line, is refused', async () => {
  const line = createUploadLine({ concurrent: 1, waitingMax: 1, waitMaxMs: 50 })
  let leave = () => {}
  const first = line(
    () =>
      new Promise<string>((resolve) => {
        leave = () => resolve('first')
      }),
  )
  const second = line(async () => assert.fail('it was late'))
  await assert.rejects(
    line(async () => 'third'),
    /wait already/,
  )
  await assert.rejects(second, /too long/)
  leave()
  assert.equal(await first, 'first')
  assert.equal(await line(async () => 'fourth'), 'fourth')
})
