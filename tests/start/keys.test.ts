import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { promisify } from 'node:util'
import { CannotUnseal, checkEncryptionKey, openSealed, seal, sealKeyCheck } from '#server/keys/encryption.ts'
import { establishInstance } from '#server/keys/establish-instance.ts'
import type { Instance } from '#server/keys/instance-store.ts'
import {
  ensureDataFolder,
  generateEncryptionKey,
  keyFromFile,
  writePrivateFile,
} from '#server/keys/key-files.ts'
import { encryptionKeyProblem, secretKeyProblem } from '#server/keys/key-format.ts'
import { publishableKey } from '#server/keys/publishable-key.ts'
import type { SecretKeyStore, StoredSecretKey } from '#server/keys/secret-key-store.ts'
import { admitSecretKey, findActor, generateSecretKey, hashSecretKey } from '#server/keys/secret-keys.ts'
import { InvalidStart } from '#server/settings/environment.ts'

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

suite('sealed text', () => {
  const key = generateEncryptionKey()

  test('opens with its key in its context', () => {
    for (const text of ['', 'JBSWY3DPEHPK3PXP', 'ñ 🗝']) {
      assert.equal(openSealed(key, seal(key, text, 'totp:user_1'), 'totp:user_1'), text)
    }
  })

  test('differs each time and does not hold the text', () => {
    const [one, two] = [seal(key, 'JBSWY3DPEHPK3PXP', 'x'), seal(key, 'JBSWY3DPEHPK3PXP', 'x')]
    assert.notEqual(one, two)
    assert.match(one, /^v1\.[\w-]{16}\.[\w-]+$/)
    assert(!one.includes('JBSWY3DPEHPK3PXP'))
  })

  test('opens with no other key, in no other context, and not when a character changed', () => {
    const sealed = seal(key, 'JBSWY3DPEHPK3PXP', 'totp:user_1')
    const refuses = (...args: Parameters<typeof openSealed>) =>
      assert.throws(() => openSealed(...args), CannotUnseal)
    refuses(generateEncryptionKey(), sealed, 'totp:user_1')
    refuses(key, sealed, 'totp:user_2')
    refuses(key, sealed.replace('v1', 'v2'), 'totp:user_1')
    refuses(key, `${sealed}.x`, 'totp:user_1')
    refuses(key, sealed.slice(0, -8), 'totp:user_1')
    refuses(key, 'v1.AAAA.AAAA', 'totp:user_1')
    refuses(key, '', 'totp:user_1')
    for (let at = 3; at < sealed.length - 1; at++) {
      if (sealed[at] === '.') continue
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      refuses(key, changed, 'totp:user_1')
    }
  })

  test('the check value knows its key', () => {
    const instance = { id: 'ins_1', key_check: sealKeyCheck(key, 'ins_1') }
    assert(checkEncryptionKey(key, instance))
    assert(!checkEncryptionKey(generateEncryptionKey(), instance))
    assert(!checkEncryptionKey(key, { ...instance, id: 'ins_2' }))
    assert(!checkEncryptionKey(key, { ...instance, key_check: '' }))
  })
})

suite('the instance', () => {
  const emptyStore = () => {
    let stored: Instance | undefined
    return {
      read: async () => stored,
      establish: async (instance: Instance) => {
        stored ??= instance
        return stored
      },
    }
  }

  test('is made once, and known again by its encryption key', async () => {
    const storage = { instance: emptyStore() }
    const config = { encryptionKey: generateEncryptionKey() }
    const first = await establishInstance(storage, config, 1_700_000_000_000)
    assert.match(first.id, /^ins_\w{27}$/)
    assert.equal(first.created_at, 1_700_000_000_000)
    assert.deepEqual(await establishInstance(storage, config, Date.now()), first)
  })

  test('refuses another encryption key, also when two first starts race', async () => {
    const storage = { instance: emptyStore() }
    const starts = await Promise.allSettled(
      [generateEncryptionKey(), generateEncryptionKey()].map((encryptionKey) =>
        establishInstance(storage, { encryptionKey }, Date.now()),
      ),
    )
    assert.deepEqual(starts.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const refusal = starts.find((start) => start.status === 'rejected')
    assert(refusal?.reason instanceof InvalidStart)
  })
})

suite('secret keys', () => {
  function memoryStore(): SecretKeyStore & { keys: Map<string, StoredSecretKey> } {
    const keys = new Map<string, StoredSecretKey>()
    return {
      keys,
      add: async (key) => void (keys.has(key.hash) || keys.set(key.hash, key)),
      findValid: async (hash) => {
        const key = keys.get(hash)
        return key?.revoked_at === null ? key : undefined
      },
      list: async () => [...keys.values()],
      revoke: async () => 'unknown',
    }
  }

  test('that are generated are accepted, and differ', () => {
    const keys = Array.from({ length: 300 }, () => generateSecretKey('live'))
    assert.equal(new Set(keys).size, keys.length)
    for (const key of keys) {
      assert.match(key, /^sk_live_[0-9A-Za-z]{43}$/)
      assert.equal(secretKeyProblem(key, 'live'), undefined)
      assert.notEqual(secretKeyProblem(key, 'test'), undefined)
    }
    for (let n = 0; n < 300; n++) assert.equal(encryptionKeyProblem(generateEncryptionKey()), undefined)
  })

  test('are stored as a hash and the last four characters', async () => {
    const store = memoryStore()
    const key = generateSecretKey('test')
    await admitSecretKey(store, key, 1_700_000_000_000)
    await admitSecretKey(store, key, 1_800_000_000_000)
    const [stored, ...more] = await store.list()
    assert.equal(more.length, 0)
    assert(!JSON.stringify(stored).includes(key))
    assert.deepEqual(
      { ...stored, id: '' },
      {
        id: '',
        hash: hashSecretKey(key),
        hint: key.slice(-4),
        created_at: 1_700_000_000_000,
        revoked_at: null,
      },
    )
    assert.equal(await findActor(store, key, 'test'), stored!.id)
  })

  test('of the other environment, unknown or too long ones are nobody', async () => {
    const store = memoryStore()
    const [live, long] = [generateSecretKey('live'), `sk_test_${'aB3'.repeat(100)}`]
    for (const key of [live, long]) await admitSecretKey(store, key, Date.now())
    assert.equal(await findActor(store, live, 'test'), undefined)
    assert.equal(await findActor(store, long, 'test'), undefined)
    for (const key of [generateSecretKey('test'), '', 'sk_test_']) {
      assert.equal(await findActor(store, key, 'test'), undefined)
    }
    assert.notEqual(await findActor(store, live, 'live'), undefined)
  })

  test('that are revoked are not made valid by a start', async () => {
    const store = memoryStore()
    const key = generateSecretKey('test')
    await admitSecretKey(store, key, Date.now())
    for (const stored of store.keys.values()) store.keys.set(stored.hash, { ...stored, revoked_at: 1 })
    await assert.rejects(admitSecretKey(store, key, Date.now()), (error) => {
      assert(error instanceof InvalidStart)
      assert.match(error.message, /^The secret key of this start was revoked: [^\n]+$/)
      return true
    })
  })
})

suite('the publishable key', () => {
  test('[SRV-3] is host and port of the public address', () => {
    const read = (key: string) => Buffer.from(key.split('_')[2]!, 'base64').toString()
    assert.equal(publishableKey('test', 'http://127.0.0.1:4747'), 'pk_test_MTI3LjAuMC4xOjQ3NDck')
    assert.equal(read(publishableKey('test', 'http://127.0.0.1:4747')), '127.0.0.1:4747$')
    assert.equal(read(publishableKey('live', 'https://auth.example.com')), 'auth.example.com$')
    assert.match(publishableKey('live', 'https://auth.example.com'), /^pk_live_/)
  })
})

suite('files of keys', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bartleby-keys-'))
  })
  after(() => rm(folder, { recursive: true }))
  const fromFile = (path: string) => keyFromFile(path, generateEncryptionKey, encryptionKeyProblem)

  test('the data folder is made for its owner alone, with the folders above it', async () => {
    const data = join(folder, 'a', 'b')
    await ensureDataFolder(data)
    assert.equal(await modeOf(data), 0o700)
    await ensureDataFolder(data)
  })

  test('a data folder that is there keeps its mode', async () => {
    const data = join(folder, 'shared')
    await ensureDataFolder(data)
    await chmod(data, 0o750)
    await ensureDataFolder(data)
    assert.equal(await modeOf(data), 0o750)
  })

  test('a file in the place of the data folder, or above it, is refused in one line', async () => {
    const path = join(folder, 'file')
    await writeFile(path, '')
    for (const data of [path, join(path, 'below')]) {
      await assert.rejects(ensureDataFolder(data), (error) => {
        assert(error instanceof InvalidStart)
        assert.match(
          error.message,
          /^The data folder \S+ cannot be written \([a-z ]+\): set BARTLEBY_DATA [^\n]+$/,
        )
        return true
      })
    }
  })

  test('[SRV-14] a key is made once, for its owner alone, and read afterwards', async () => {
    const path = join(folder, 'key')
    const first = await fromFile(path)
    assert.equal(first.created, true)
    assert.equal(await modeOf(path), 0o600)
    assert.equal(await readFile(path, 'utf8'), `${first.value}\n`)
    assert.deepEqual(await fromFile(path), { ...first, created: false })
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes('.tmp')),
      [],
    )
  })

  test('a file that holds no key is refused, and not replaced', async () => {
    const path = join(folder, 'broken')
    await writeFile(path, 'hunter2')
    await assert.rejects(fromFile(path), (error) => {
      assert(error instanceof InvalidStart)
      assert.match(error.message, /^The key in \S+ must be 32 random bytes/)
      assert(!error.message.includes('hunter2'))
      return true
    })
    assert.equal(await readFile(path, 'utf8'), 'hunter2')
  })

  test('of processes that start at once one makes the key and all read it', async () => {
    const script = `
      import { generateEncryptionKey, keyFromFile } from '#server/keys/key-files.ts'
      const start = Number(process.argv[1])
      while (Date.now() < start) {}
      const results = []
      for (let n = 0; n < 20; n++) {
        results.push(await keyFromFile(process.argv[2] + n, generateEncryptionKey, () => undefined))
      }
      console.log(JSON.stringify(results))`
    const start = String(Date.now() + 1500)
    const outputs = await Promise.all(
      Array.from({ length: 6 }, () =>
        promisify(execFile)(
          process.execPath,
          ['--input-type=module-typescript', '-e', script, start, join(folder, 'raced-')],
          { cwd: import.meta.dirname },
        ),
      ),
    )
    const processes = outputs.map(({ stdout }) => JSON.parse(stdout) as { value: string; created: boolean }[])
    for (let n = 0; n < 20; n++) {
      const ofOneFile = processes.map((results) => results[n]!)
      assert.equal(new Set(ofOneFile.map(({ value }) => value)).size, 1)
      assert.equal(ofOneFile.filter(({ created }) => created).length, 1)
    }
  })

  test('a private file is replaced whole and tells whether it is new', async () => {
    const path = join(folder, 'clerk.env')
    assert.equal(await writePrivateFile(path, 'one\n'), true)
    assert.equal(await writePrivateFile(path, 'two\n'), false)
    assert.equal(await readFile(path, 'utf8'), 'two\n')
    assert.equal(await modeOf(path), 0o600)
  })
})
