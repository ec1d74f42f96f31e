import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedDomain } from './client-cookies.ts'

test('the cookie that pages read has the domain that all of them share with the server', () => {
  const cases: [string, string[], string][] = [
    ['https://auth.example.com', ['https://app.example.com', 'https://example.com'], 'example.com'],
    ['https://auth.eu.example.com', ['https://www.eu.example.com:8443'], 'eu.example.com'],
    ['https://example.com', ['https://example.com:3000'], ''],
    ['https://example.com', [], ''],
    ['https://auth.example.com', ['https://other.org'], ''],
    ['https://auth.example.com', ['https://app.test.com'], ''],
    ['http://127.0.0.1:4747', ['http://10.0.0.1:3000'], ''],
    ['http://localhost:4747', ['http://app.localhost:3000'], ''],
    ['http://[::1]:4747', ['http://[::2]:3000'], ''],
  ]
  for (const [publicUrl, origins, domain] of cases)
    assert.equal(sharedDomain(publicUrl, origins), domain, `${publicUrl} ${origins}`)
})
