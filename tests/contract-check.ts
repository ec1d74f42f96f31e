import assert from 'node:assert/strict'
import { appendFileSync, mkdirSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ClerkErrors } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { everyBody, everywhere, type RefusalName, refusals } from '#contract/refusals.ts'
import { checkPublished } from '#tests/published-check.ts'
import type { Answer } from '#tests/running-server.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
const checkErrors = ajv.compile(ClerkErrors)
const checks = new Map<string, ValidateFunction>()

/** Compiled at the first answer: compiling all operations takes longer than most test files. */
function checkOf({ id, result }: Operation): ValidateFunction {
  const check = checks.get(id) ?? ajv.compile(result)
  checks.set(id, check)
  return check
}
const wireCode = (name: RefusalName) => {
  const row: object = refusals[name]
  return 'code' in row ? String(row.code) : name
}

/** The operation that a request addresses, or undefined for a path or method outside the contract. */
export function operationOf(method: string, path: string): Operation | undefined {
  const segments = path.split('?')[0]!.split('/')
  const matches = (operation: Operation) => {
    const wanted = operation.path.split('/')
    return (
      operation.method === method &&
      wanted.length === segments.length &&
      wanted.every((part, i) => (part.startsWith('{') ? segments[i] !== '' : part === segments[i]))
    )
  }
  return operations.filter(matches).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
}

/** Every answer of every test passes through here: the shape, the headers, and that a refusal is declared. */
export function checkAnswer(method: string, path: string, answer: Answer): void {
  assert.equal(answer.headers.get('content-type'), 'application/json', `${method} ${path}`)
  assert.match(answer.headers.get('clerk-trace-id') ?? '', /^[0-9a-f]{32}$/)
  const operation = operationOf(method, path)
  if (answer.status >= 400) {
    assert.ok(checkErrors(answer.body), `${answer.text} ${ajv.errorsText(checkErrors.errors)}`)
    assert.equal(answer.body.clerk_trace_id, answer.headers.get('clerk-trace-id'))
    if (!operation) return
    const declared = new Set(
      [...operation.refusals, ...everywhere, ...(operation.body ? everyBody : [])].map(wireCode),
    )
    for (const error of answer.body.errors) {
      assert.ok(declared.has(error.code), `${operation.id} does not declare ${error.code}: ${answer.text}`)
      observe(operation.id, error.code)
    }
  } else {
    assert.equal(answer.status, 200)
    assert.ok(operation, `an answer outside the contract: ${method} ${path}`)
    const check = checkOf(operation)
    assert.ok(check(answer.body), `${operation.id}: ${ajv.errorsText(check.errors)}`)
    observe(operation.id, '200')
  }
  checkPublished(method, operation.path, answer)
}

const observed = new Set<string>()

/** Notes which refusals the tests have seen; the conformance page fails on a declared one nobody met. */
export function observe(operation: string, code: string): void {
  const folder = process.env.BARTLEBY_TEST_RESULTS
  const line = `${operation} ${code}\n`
  if (!folder || observed.has(line)) return
  observed.add(line)
  mkdirSync(folder, { recursive: true })
  appendFileSync(`${folder}/observed-${process.pid}.txt`, line)
}
