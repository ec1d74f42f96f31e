import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import fc from 'fast-check'
import { placeOfMistake } from '#server/settings/malformed-json.ts'
import { InvalidSettings, loadSettings, readSettings } from '#server/settings/read-settings.ts'

suite('the settings file', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bartleby-settings-'))
  })
  after(() => rm(folder, { recursive: true }))

  async function load(content: string | Buffer) {
    const path = join(folder, 'bartleby.json')
    await writeFile(path, content)
    return await loadSettings(path)
  }
  const refusal = (message: string) => (error: unknown) => {
    assert(error instanceof InvalidSettings, String(error))
    assert.equal(error.message.replaceAll(folder, ''), message)
    return true
  }

  test('is read', async () => {
    assert.equal((await load('{"supports_ban":false}')).settings.supports_ban, false)
  })

  test('is known by the paths that it gives, whatever their values', async () => {
    const { given } = await load('{"organizations":{"slug_disabled":false},"allowed_origins":[]}')
    assert.deepEqual([...given], ['organizations', 'organizations.slug_disabled', 'allowed_origins'])
  })

  test('may begin with a byte order mark', async () => {
    assert.equal((await load('\ufeff{"supports_ban":false}')).settings.supports_ban, false)
  })

  test('in another encoding is refused', async () => {
    await assert.rejects(load(Buffer.from('\ufeff{}', 'utf16le')), refusal('/bartleby.json: not UTF-8 text'))
  })

  test('that is not JSON is refused with line and column', async () => {
    await assert.rejects(
      load('{\n  "supports_ban": tru,\n}'),
      refusal('/bartleby.json: not valid JSON from line 2, column 19 on'),
    )
  })

  test('that is wrong names itself on every line', async () => {
    await assert.rejects(
      load('{"supports_bann":true,"username":3}'),
      refusal(
        '/bartleby.json: supports_bann: no such key; the nearest is supports_ban\n/bartleby.json: username: expected an object, found a number',
      ),
    )
  })

  test('may be missing only where it is optional', async () => {
    const path = join(folder, 'none.json')
    const { settings, given } = await loadSettings(path, { optional: true })
    assert.deepEqual([settings, given.size], [readSettings({}), 0])
    await assert.rejects(loadSettings(path), refusal('/none.json: there is no such file'))
  })

  test('that is a folder is refused', async () => {
    await assert.rejects(loadSettings(folder, { optional: true }), refusal(': it cannot be read (EISDIR)'))
  })
})

suite('the place of a mistake in JSON', () => {
  const places: [text: string, line: number, column: number][] = [
    ['', 1, 1],
    ['nul', 1, 1],
    ['{', 1, 2],
    ['{"a":1,}', 1, 8],
    ['{"a":1 "b":2}', 1, 8],
    ['{"a" 1}', 1, 6],
    ['{a:1}', 1, 2],
    ['[1,]', 1, 4],
    ['[1}', 1, 3],
    ['01', 1, 2],
    ['{"a":1}}', 1, 8],
    ['{\r\n"a":"x\n"}', 2, 5],
    ['{"a":\n// comment\n1}', 2, 1],
    ["{'a':1}", 1, 2],
  ]
  for (const [text, line, column] of places) {
    test(JSON.stringify(text), () => {
      assert.throws(() => JSON.parse(text))
      assert.deepEqual(placeOfMistake(text), { line, column })
    })
  }

  test('a text that is JSON up to its end has it there', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(placeOfMistake(text), { line: 1, column: text.length + 1 })
      }),
    )
  })
})
