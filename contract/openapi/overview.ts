import { apiVersionAliases, apiVersionDefault, apiVersions, metadataLeavesUpdate } from '../api-version.ts'
import { clientSetup } from '../examples/calls.ts'
import { layoutJson } from '../examples/json-layout.ts'
import { refusalExample } from '../examples/refusals.ts'

import { type RefusalName, refusals } from '../refusals.ts'

export type Language = 'shell' | 'js' | 'json' | 'http'

/** A text to copy, with the name of what it is for. */
export interface Sample {
  readonly label: string
  readonly language: Language
  readonly text: string
}

/** What holds for every operation, told once for the page, the generated files and the OpenAPI document. */
export interface Section {
  readonly id: string
  readonly title: string
  /** Markdown: paragraphs, lists, `code`, **bold** and links. */
  readonly text: string
  readonly samples: readonly Sample[]
}

export const introduction = `Bartleby is a self-hosted server for the users of your applications. It keeps their accounts, identifiers and metadata in a database of your own, SQLite or PostgreSQL, and answers the HTTP API described here.

It is compatible with Clerk's SDKs: an application written with one of them works against this server when it is given this server's address and a key. Bartleby is an independent project and not affiliated with Clerk.`

const listed = (versions: readonly string[]) => versions.map((version) => `\`${version}\``).join(', ')
const aliases = Object.entries(apiVersionAliases).map(([from, to]) => `\`${from}\` is taken as \`${to}\`.`)

const versionsText = `A version of the API is a date. Name yours in the \`Clerk-API-Version\` header, or in the query parameter \`__clerk_api_version\` where headers cannot be set. Both at once, or a date that is not listed, is refused with \`api_version_invalid\`.

Supported: ${listed(apiVersions)}. A request that names none is served as \`${apiVersionDefault}\`. ${aliases.join(' ')}

All versions answer in the same shape. One rule differs: from \`${metadataLeavesUpdate}\` on, the metadata of a user is changed by its own operations only, and no longer by the update of the user.`

const requestsText = `Send bodies as JSON with \`Content-Type: application/json\`. A body that is empty or \`null\` counts as \`{}\`. Keys that an operation does not know are refused, each with an error of its own; unknown query parameters are ignored.

- **Lists in a query** repeat the key: \`?user_id=a&user_id=b\`.
- **Signs in a query** are percent-encoded: \`+\` is written \`%2B\`.
- **Times** in answers and in queries are Unix milliseconds. Times in bodies are RFC 3339 text, such as \`2026-03-02T09:15:20.902Z\`.
- **Ids** are opaque and case-sensitive. Their prefix tells the kind: \`user_\`, \`idn_\`.`

const errorsText = `A request that is refused gets a status from 400 up and this body. One request can be wrong in several ways; each has an entry in \`errors\`.

- **\`code\`** is what a program should compare. The texts may be reworded.
- **\`meta.param_name\`** names the parameter at fault, where one is.
- **\`clerk_trace_id\`** is also in the \`Clerk-Trace-Id\` header of every answer, successful ones too. The log of the server has the details under this id.`

const pagingText = `Operations that list take \`limit\` and \`offset\`. The list of users is a bare array; \`GET /users/count\` takes the same filters and answers the total.

To walk through everything, pass the id of the last item of a page as \`starting_after\`. Unlike an offset it neither skips nor repeats items when others are added or removed on the way.`

const limitsText = `A caller above a limit gets 429 with the code \`too_many_requests\`. The \`Retry-After\` header says after how many whole seconds to try again. Which operations are limited, and how far, is a setting of the server: \`rate_limits\`.`

/** A first answer, for readers who want to see one before they read on. */
export const firstRequest = (serverUrl: string): Sample[] => [
  {
    label: 'curl',
    language: 'shell',
    text: `curl ${serverUrl}/v1/users \\\n  -H "Authorization: Bearer $CLERK_SECRET_KEY"`,
  },
  {
    label: '@clerk/backend',
    language: 'js',
    text: `${clientSetup(serverUrl)}\n\nconst { data } = await clerk.users.getUserList()`,
  },
]

const errorSample = (name: RefusalName): Sample => ({
  label: String(refusals[name].status),
  language: 'json',
  text: layoutJson(refusalExample(name)),
})

/** The sections that come before the operations. */
export const overview = (serverUrl: string): Section[] => [
  {
    id: 'base-address',
    title: 'Base address',
    text: `Every path on this page begins at \`${serverUrl}/v1\`. Some SDKs want the address with \`/v1\`, others add it themselves: \`@clerk/backend\` takes \`${serverUrl}\` as its \`apiUrl\`.`,
    samples: [
      { label: '.env', language: 'shell', text: `CLERK_API_URL=${serverUrl}\nCLERK_SECRET_KEY=sk_test_…` },
    ],
  },
  {
    id: 'authentication',
    title: 'Authentication',
    text: `Each request carries a secret key of the server: \`Authorization: Bearer sk_…\`. The server prints one when it is first started. Whoever has the key can do everything that is described here: keep it on your servers, out of browsers and repositories.

A request without a key, or with a wrong one, is refused with 401.`,
    samples: [
      { label: 'Header', language: 'http', text: 'Authorization: Bearer sk_test_…' },
      errorSample('clerk_key_invalid'),
    ],
  },
  { id: 'requests', title: 'Requests', text: requestsText, samples: [] },
  {
    id: 'versions',
    title: 'Versions',
    text: versionsText,
    samples: [
      { label: 'Header', language: 'http', text: `Clerk-API-Version: ${apiVersions.at(-1)}` },
      { label: 'Query', language: 'http', text: `?__clerk_api_version=${apiVersions.at(-1)}` },
    ],
  },
  { id: 'errors', title: 'Errors', text: errorsText, samples: [errorSample('form_param_missing')] },
  {
    id: 'paging',
    title: 'Paging',
    text: pagingText,
    samples: [
      {
        label: 'curl',
        language: 'shell',
        text: `curl '${serverUrl}/v1/users?limit=100&starting_after=user_3ANpXOrGZmFtU3oZXz64dE63U69' \\\n  -H "Authorization: Bearer $CLERK_SECRET_KEY"`,
      },
    ],
  },
  {
    id: 'rate-limits',
    title: 'Rate limits',
    text: limitsText,
    samples: [{ label: '429', language: 'http', text: 'HTTP/1.1 429 Too Many Requests\nRetry-After: 7' }],
  },
]
