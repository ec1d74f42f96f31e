import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'
import { blocks, inline } from './markdown.ts'

const text = (parts: ReturnType<typeof inline>) => html`${parts}`.text

test('text is escaped in content and in attributes, markup is kept', () => {
  const inner = html`<b>${'<script>'}</b>`
  assert.equal(
    html`<a title="${`"'&`}">${inner}${[1, undefined, false, 'x']}</a>`.text,
    '<a title="&quot;&#39;&amp;"><b>&lt;script&gt;</b>1x</a>',
  )
})

test('code, bold and links become markup; what is inside them is escaped', () => {
  assert.equal(
    text(inline('a `<b>` **`c` d**')),
    'a <code>&lt;b&gt;</code> <strong><code>c</code> d</strong>',
  )
  assert.equal(
    text(inline('[x](https://example.com/?a=1&b=2)')),
    '<a href="https://example.com/?a=1&amp;b=2">x</a>',
  )
})

test('a link to anything but a web address, a path or an anchor stays text', () => {
  assert.equal(text(inline('[x](javascript:alert(1))')), '[x](javascript:alert(1))')
})

test('paragraphs and lists are told apart', () => {
  assert.equal(text(blocks('one\n\n- two\n- three')), '<p>one</p><ul><li>two</li><li>three</li></ul>')
})
