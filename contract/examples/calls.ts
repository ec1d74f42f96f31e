import { type Operation, wireBody } from '../operation.ts'
import type { Example, Json } from './example.ts'
import { layoutJson } from './json-layout.ts'

/** A request as program text. `label` names the library that it needs. */
export interface ClientCall {
  readonly label: string
  readonly text: string
}

/** The address that the example requests, query included. */
export function addressOf(operation: Operation, example: Example, serverUrl: string): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = example.params?.[name]
    if (value === undefined) throw new Error(`The example of ${operation.id} names no ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(example.query ?? {}))
    for (const one of [value].flat()) query.append(name, String(one))
  return `${serverUrl}/v1${path}${query.size > 0 ? `?${query}` : ''}`
}

export const clientSetup = (serverUrl: string) => `import { createClerkClient } from '@clerk/backend'

const clerk = createClerkClient({
  secretKey: process.env.CLERK_SECRET_KEY,
  apiUrl: '${serverUrl}',
})`

const bodyText = (operation: Operation, { body }: Example) => layoutJson(wireBody(operation, body) as Json)

/** Where the official client has no method, the request of the platform stands in. */
export function clientText(operation: Operation, example: Example, serverUrl: string): ClientCall {
  if (example.client !== null)
    return { label: '@clerk/backend', text: `${clientSetup(serverUrl)}\n\n${example.client.trim()}` }
  const { upload } = operation
  const form = upload && [
    "import { readFile } from 'node:fs/promises'\n",
    'const form = new FormData()',
    `form.append('${upload.field}', new Blob([await readFile('${example.file}')]))`,
  ]
  const options = [
    `  method: '${operation.method}',`,
    '  headers: {',
    `    Authorization: 'Bearer ' + process.env.CLERK_SECRET_KEY,`,
    ...(example.body ? ["    'Content-Type': 'application/json',"] : []),
    '  },',
    ...(example.body
      ? [`  body: JSON.stringify(${bodyText(operation, example).replaceAll('\n', '\n  ')}),`]
      : []),
    ...(form ? ['  body: form,'] : []),
  ]
  const address = addressOf(operation, example, serverUrl)
  return {
    label: 'fetch',
    text: `${form ? `${form.join('\n')}\n` : ''}const response = await fetch('${address}', {\n${options.join('\n')}\n})\nconst result = await response.json()`,
  }
}

const quoted = (text: string) => (/^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)

export function curlText(operation: Operation, example: Example, serverUrl: string): string {
  const method = operation.method === 'GET' ? '' : `-X ${operation.method} `
  const lines = [
    `curl ${method}${quoted(addressOf(operation, example, serverUrl))}`,
    '  -H "Authorization: Bearer $CLERK_SECRET_KEY"',
  ]
  if (operation.upload) lines.push(`  -F ${operation.upload.field}=@${example.file}`)
  if (example.body) {
    lines.push("  -H 'Content-Type: application/json'")
    lines.push(`  -d ${quoted(bodyText(operation, example))}`)
  }
  return lines.join(' \\\n')
}
