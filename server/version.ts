import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** The version of the package. The manifest stands one folder up here, and two up in what is published. */
export const version: string = import.meta.url.endsWith('.ts')
  ? require('../package.json').version
  : require('../../package.json').version
