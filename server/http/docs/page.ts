import { firstRequest, introduction, overview } from '#contract/openapi/overview.ts'
import { apiSchemas } from '#contract/openapi.ts'
import { operations } from '#contract/operations.ts'
import { browserScript } from './browser.ts'
import { contents } from './contents.ts'
import { html } from './html.ts'
import { blocks } from './markdown.ts'
import { sampleBoxes } from './samples.ts'
import {
  generalErrors,
  operationSection,
  overviewSection,
  refusalsSection,
  schemaSection,
} from './sections.ts'
import { styleSheet } from './style.ts'

/** A quill's nib on a ledger's green. */
const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0e6b55"/><path d="M16 5.5c3.6 4 6 8.4 6 12.2 0 2.2-.8 4.3-2.2 6.1l-1.2 2.7h-5.2l-1.2-2.7C10.8 22 10 19.9 10 17.7c0-3.8 2.4-8.2 6-12.2z" fill="#fff"/><path d="M16 7.5v10" stroke="#0e6b55" stroke-width="1.6"/><circle cx="16" cy="18.5" r="1.9" fill="#0e6b55"/></svg>'

export interface DocsAsset {
  readonly contentType: string
  readonly body: string
}

/** What the page loads, by path. Nothing comes from another server, so the page works offline. */
export const docsAssets: Readonly<Record<string, DocsAsset>> = {
  '/docs/docs.css': { contentType: 'text/css; charset=utf-8', body: styleSheet },
  '/docs/docs.js': { contentType: 'text/javascript; charset=utf-8', body: browserScript },
  '/docs/mark.svg': { contentType: 'image/svg+xml', body: mark },
}

/** The Content-Security-Policy that the page is written for: nothing inline, nothing from elsewhere. */
export const docsPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The reference of the API as one HTML document, made from the contract. */
export function docsPage({ serverUrl, version }: { serverUrl: string; version: string }): string {
  const sections = overview(serverUrl)
  const byTag = Map.groupBy(operations, ({ tag }) => tag)
  const schemas = apiSchemas()
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="Reference of the Bartleby API, compatible with Clerk's SDKs.">
<title>Bartleby API reference</title>
<link rel="icon" href="/docs/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/docs.css">
<script src="/docs/docs.js"></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<div class="side"><header class="bar"><a class="brand" href="#top"><img src="/docs/mark.svg" alt="" width="28" height="28"> Bartleby <span class="version">${version}</span></a>
<button type="button" class="menu" aria-controls="contents" aria-expanded="false">Contents</button></header>
${contents(sections, byTag, schemas.keys())}</div>
<main id="main" tabindex="-1">
<section id="top" class="entry lede" aria-labelledby="top-title" data-entry><div class="head"><h1 id="top-title">Bartleby API</h1>${blocks(introduction)}
<p class="links"><a href="/openapi.json">OpenAPI 3.1 document</a> · <a href="/openapi-frontend.json">Frontend API</a></p></div>
${sampleBoxes('A first request', firstRequest(serverUrl))}</section>
${sections.map(overviewSection)}
${[...byTag].map(([tag, ofTag]) => [html`<h2>${tag}</h2>`, ofTag.map((one) => operationSection(one, serverUrl))])}
<h2>Objects</h2>
${[...schemas].map(([name, schema]) => schemaSection(name, schema))}
<h2>Error codes</h2>
${generalErrors()}
${refusalsSection()}
<footer><p>Bartleby ${version}, MIT licence. Compatible with Clerk's SDKs; not affiliated with Clerk.</p></footer>
</main>
</body>
</html>
`
  return page.text
}
