import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { suite, test } from 'node:test'
import { BackupRefused } from '#server/storage/backup/backup.ts'
import { readBackup } from '#server/storage/backup/read-backup.ts'
import { engines } from '#tests/engines.ts'
import { spawnBartleby } from '#tests/spawned-server.ts'
import { done, environmentOf, refused, stopped, usedDatabase } from './operators.ts'

const watch = { progress: () => {}, signal: new AbortController().signal }

if (engines.includes('sqlite'))
  suite('damage, on sqlite', () => {
    test('[OPS-5] a flip of any byte is caught (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const bytes = await readFile(file)
      const path = join(database.data, 'flipped')
      for (let at = 0; at < bytes.length; at += at < 200 || at > bytes.length - 200 ? 1 : 97) {
        bytes[at]! ^= 1 << (at % 8)
        await writeFile(path, bytes)
        await assert.rejects(readBackup(path, watch), BackupRefused, `byte ${at}`)
        bytes[at]! ^= 1 << (at % 8)
      }
      await writeFile(path, bytes)
      const backup = await readBackup(path, watch)
      backup.close()
      await database.remove()
    })

    test('[OPS-7] a damaged database refuses the start in one line, and can be replaced (sqlite)', async () => {
      const database = await usedDatabase('sqlite')
      const file = join(database.data, 'all.backup')
      await done(['backup', file], environmentOf(database))
      const path = join(database.data, 'bartleby.sqlite')
      const whole = await readFile(path)
      const garbled = (from: number, to: number) => Buffer.from(whole).fill(0x5a, from, to)
      const damages: [string, Buffer][] = [
        ['no database', Buffer.from('certainly not a database '.repeat(500))],
        ['first page', garbled(100, 4096)],
        ['all other pages', garbled(4096, whole.length)],
        ['cut short', whole.subarray(0, 4096)],
      ]
      for (const [name, bytes] of damages) {
        await writeFile(path, bytes)
        const line = await refused(['serve'], { ...environmentOf(database), BARTLEBY_PORT: '0' })
        assert.match(
          line,
          /bartleby\.sqlite is damaged \([^)]+\): restore a backup with "bartleby restore/,
          name,
        )
        assert.deepEqual(await readFile(path), bytes, `${name} was changed`)
      }
      await done(['restore', file, '--force'], environmentOf(database))
      await stopped(await spawnBartleby({ database }))
      await database.remove()
    })
  })
