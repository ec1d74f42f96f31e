import type { Group } from './statement.ts'

export const frontendWire: Group = {
  title: 'The Frontend API',
  statements: [
    { id: 'FAP-1', text: 'Bodies are forms; anything else is refused with 415 before it is read.' },
    {
      id: 'FAP-2',
      text: '`PATCH`, `PUT` and `DELETE` may come as `POST` with `_method`; the Backend API knows no such thing.',
    },
    { id: 'FAP-3', text: 'A path may end in a slash.' },
    {
      id: 'FAP-4',
      text: 'An `Origin` that is not allowed is refused with 400 `origin_invalid` before anything happens, and so are cookies without an `Origin`.',
    },
    { id: 'FAP-5', text: 'An allowed page may read the answer, with cookies; no other page may.' },
    {
      id: 'FAP-6',
      text: 'A browser is known by the cookie `__client`, which no script reads; an app by the same token in the `Authorization` header.',
    },
    { id: 'FAP-7', text: 'A session token alone opens nothing; nor does the token of another client.' },
    {
      id: 'FAP-8',
      text: 'A field that is not declared is refused with 422 `form_param_unknown`, a field that comes twice with `form_param_duplicate`.',
    },
    { id: 'FAP-9', text: 'Answers are never kept by caches on the way.' },
    {
      id: 'FAP-10',
      text: '`GET /openapi-frontend.json` is a valid OpenAPI 3.1 document with every operation of the Frontend API.',
    },
    {
      id: 'FAP-11',
      text: 'Signing in, signing up and proving factors are limited for each address that asks.',
    },
  ],
}

export const environment: Group = {
  title: 'Environment of the Frontend API',
  statements: [
    { id: 'ENV-1', text: 'The environment is answered to anybody, bare, by `GET` and by `PATCH`.' },
    {
      id: 'ENV-2',
      text: 'It tells the settings: attributes, password rules, lockout, session mode, names and addresses.',
    },
    {
      id: 'ENV-3',
      text: 'It offers no factor and no identifier that is switched off or that no flow exists for.',
    },
  ],
}

export const clients: Group = {
  title: 'Clients and their sessions in the Frontend API',
  statements: [
    {
      id: 'CLI-1',
      text: 'A browser that was never here gets `{"response":null,"client":null}`, and no cookie.',
    },
    {
      id: 'CLI-2',
      text: '`PUT` and `POST /client` make a client and hand it its token; the database holds a hash of it alone.',
    },
    {
      id: 'CLI-3',
      text: 'The client shows its live sessions, each with user and token, and not what only the backend may read.',
    },
    {
      id: 'CLI-4',
      text: '`DELETE /client/sessions` ends all sessions and keeps the client; `DELETE /client` takes its token away too.',
    },
    {
      id: 'CLI-5',
      text: 'Touching a session makes it the active one and moves `last_active_at`.',
    },
    {
      id: 'CLI-6',
      text: 'Ending or removing a session stops it from minting; of several at once one succeeds.',
    },
    { id: 'CLI-7', text: 'A session of another client is 404, whatever is asked of it.' },
    { id: 'CLI-8', text: 'Tokens are minted bare, for the asking page (`azp`), and from templates.' },
    {
      id: 'CLI-9',
      text: 'A session ends by itself at its end and, where the settings say so, when it is not used.',
    },
  ],
}

export const secrets: Group = {
  title: 'Secrets',
  statements: [
    {
      id: 'SEC-1',
      text: 'Passwords, digests, secrets of authenticator apps, backup codes, tickets, mailed codes and keys stand in no log line, error, picture, database file or write-ahead log, in no spelling.',
    },
    { id: 'SEC-2', text: 'The private key that signs tokens is stored sealed.' },
    { id: 'SEC-3', text: 'The search that proves it finds a planted leak, whatever its spelling.' },
  ],
}
