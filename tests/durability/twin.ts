import assert from 'node:assert/strict'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SpawnedServer, SpawnOptions } from '#tests/spawned-server.ts'

const root = join(import.meta.dirname, '..', '..')

export interface Twin {
  spawn(options: SpawnOptions): Promise<SpawnedServer>
  remove(): Promise<void>
}

export interface Breakage {
  /** Below the root of the project. */
  readonly file: string
  /** Matches exactly one line. */
  readonly line: RegExp
  readonly instead: string
}

/** A copy of the server with one line replaced, to see whether a test notices. */
export async function brokenTwin({ file, line, instead }: Breakage): Promise<Twin> {
  const folder = await mkdtemp(join(tmpdir(), 'bartleby-twin-'))
  for (const part of ['server', 'contract', 'bin', 'package.json'])
    await cp(join(root, part), join(folder, part), { recursive: true })
  await mkdir(join(folder, 'tests'))
  // It starts the server that lies beside it.
  await cp(join(root, 'tests', 'spawned-server.ts'), join(folder, 'tests', 'spawned-server.ts'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const source = await readFile(join(folder, file), 'utf8')
  const lines = source.split('\n').filter((text) => line.test(text))
  assert.equal(lines.length, 1, `${file} has ${lines.length} lines like ${line}: the breakage is out of date`)
  await writeFile(join(folder, file), source.replace(lines[0]!, lines[0]!.replace(line, instead)))
  const { spawnBartleby } = await import(pathToFileURL(join(folder, 'tests', 'spawned-server.ts')).href)
  return { spawn: spawnBartleby, remove: () => rm(folder, { recursive: true, force: true }) }
}
