import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/**
 * Makes dist/, which the package carries: Node strips no types below node_modules, so what is installed
 * must be JavaScript. The stripping is Node's own, so the package runs the very lines that the tests ran.
 * The compiler cannot do it: it refuses to emit `#server/x.ts`, which is not relative.
 */
const root = resolve(import.meta.dirname, '..')
const dist = join(root, 'dist')

/** `#server/x.ts` stays as written; here it comes to mean the JavaScript beside it. */
const manifest = {
  type: 'module',
  imports: {
    '#contract/*.ts': './contract/*.js',
    '#server/*.ts': './server/*.js',
    '#sdk/*.ts': './sdk/src/*.js',
  },
}

const relativeImport = /(\bfrom |\bimport\(|^import )'(\.[^'\n]*)\.ts'/gm

function toJavaScript(source: string): string {
  return stripTypeScriptTypes(source, { mode: 'strip' }).replaceAll(relativeImport, "$1'$2.js'")
}

// Node calls the function experimental on every use; the version of Node is pinned.
process.removeAllListeners('warning')
rmSync(dist, { recursive: true, force: true })
for (const file of globSync('{contract,server,sdk/src}/**/*.*', { cwd: root })) {
  if (file.endsWith('.test.ts')) continue
  const target = join(dist, file)
  mkdirSync(dirname(target), { recursive: true })
  if (!file.endsWith('.ts')) cpSync(join(root, file), target)
  else writeFileSync(target.replace(/\.ts$/, '.js'), toJavaScript(readFileSync(join(root, file), 'utf8')))
}
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
