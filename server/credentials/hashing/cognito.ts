import type { Reader } from './reading.ts'

/** `awscognito#<user pool>#<client>#<who signs in there>`: names where the password lies, and holds none. */
const layout = /^awscognito#[\w-]{1,64}_[0-9A-Za-z]{1,64}#[\w+]{1,128}#\S.*$/

export const awsCognito: Reader = (digest) => (layout.test(digest) ? 'elsewhere' : 'malformed')
