import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { ClerkErrors } from '#contract/errors.ts'
import { Client } from '#contract/frontend/client.ts'
import type { FrontendOperation } from '#contract/frontend/frontend-operation.ts'
import { frontendOperations } from '#contract/frontend/operations.ts'
import { frontendBody, frontendEverywhere, type RefusalName, refusals } from '#contract/refusals.ts'
import { observe } from '#tests/contract-check.ts'
import { checkPublished } from '#tests/published-check.ts'
import type { Answer } from '#tests/running-server.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
const checkErrors = ajv.compile(ClerkErrors)
const checkClient = ajv.compile(Client)
const checks = new Map(frontendOperations.map((operation) => [operation.id, ajv.compile(operation.result)]))
const wireCode = (name: RefusalName) => {
  const row: object = refusals[name]
  return 'code' in row ? String(row.code) : name
}

/** The operation of the Frontend API that a request addresses. */
export function frontendOperationOf(method: string, path: string): FrontendOperation | undefined {
  const segments = path.split('?')[0]!.replace(/\/$/, '').split('/')
  const matches = (operation: FrontendOperation) => {
    const wanted = operation.path.split('/')
    return (
      operation.method === method &&
      wanted.length === segments.length &&
      wanted.every((part, i) => (part.startsWith('{') ? segments[i] !== '' : part === segments[i]))
    )
  }
  return frontendOperations
    .filter(matches)
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

function checkResult(operation: FrontendOperation, answer: Answer): void {
  const check = checks.get(operation.id)!
  const { envelope } = operation
  const result = envelope === 'bare' ? answer.body : answer.body.response
  assert.ok(check(result), `${operation.id}: ${ajv.errorsText(check.errors)} ${answer.text}`)
  if (envelope === 'bare') return
  assert.deepEqual(Object.keys(answer.body).sort(), ['client', 'response'])
  if (envelope === 'alone') assert.equal(answer.body.client, null)
  else assert.ok(checkClient(answer.body.client), `client: ${ajv.errorsText(checkClient.errors)}`)
}

/** Every answer to a visitor passes through here: the shape, the headers, and that a refusal is declared. */
export function checkFrontendAnswer(method: string, path: string, answer: Answer): void {
  assert.equal(answer.headers.get('content-type'), 'application/json', `${method} ${path}`)
  assert.match(answer.headers.get('clerk-trace-id') ?? '', /^[0-9a-f]{32}$/)
  const operation = frontendOperationOf(method, path)
  if (answer.status >= 400) {
    assert.ok(checkErrors(answer.body), `${answer.text} ${ajv.errorsText(checkErrors.errors)}`)
    if (!operation) return
    const everywhere = [...frontendEverywhere, ...(operation.body ? frontendBody : [])]
    const declared = new Set([...operation.refusals, ...everywhere].map(wireCode))
    for (const error of answer.body.errors) {
      assert.ok(declared.has(error.code), `${operation.id} does not declare ${error.code}: ${answer.text}`)
      observe(`frontend:${operation.id}`, error.code)
    }
  } else {
    assert.equal(answer.status, 200)
    assert.ok(operation, `an answer outside the contract: ${method} ${path}`)
    checkResult(operation, answer)
    observe(`frontend:${operation.id}`, '200')
  }
  checkPublished(method, `/v1${operation.path}`, answer, 'fapi')
}
