import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { isBuilt, organizationOperations, tabledPaths } from '#tests/conformance/organization-operations.ts'

test('a published operation is built, or the page says why not', () => {
  for (const one of organizationOperations)
    assert.notEqual(isBuilt(one), one.why !== undefined, `${one.api} ${one.id} (${one.address})`)
})

const folder = process.env.CLERK_OPENAPI_DIR

test('the table has every operation of the published files', { skip: !folder }, () => {
  for (const [api, file] of [
    ['Backend', 'bapi'],
    ['Frontend', 'fapi'],
  ] as const) {
    const { paths } = parse(readFileSync(join(folder!, file, '2026-05-12.yml'), 'utf8'))
    const published = Object.entries<Record<string, { operationId?: string }>>(paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).flatMap(([method, { operationId }]) =>
          operationId ? [`${method.toUpperCase()} ${path.replace(/^\/v1/, '')} ${operationId}`] : [],
        ),
    )
    assert.deepEqual(
      published.filter((line) => tabledPaths.test(line.split(' ')[1]!)).sort(),
      organizationOperations
        .filter((one) => one.api === api)
        .map(({ address, id }) => `${address} ${id}`)
        .sort(),
    )
  }
})
