import type { Group } from './statement.ts'

export const createSessionToken: Group = {
  title: 'Create a session token',
  operation: 'CreateSessionToken',
  statements: [
    {
      id: 'JWT-1',
      text: 'A JWT signed by RS256 with `kid`, `typ` and the `cat` of session tokens in its header; its claims are those of version 2: `exp` 60 seconds after `iat`, `nbf` 10 before, `iss` as the publishable key encodes it, no `azp`.',
    },
    { id: 'JWT-2', text: 'For API versions before 2025-04-10 the claims lack `v` and `jti`.' },
    {
      id: 'JWT-3',
      text: '`expires_in_seconds` from 30 to 315360000 is the lifetime; null means the usual one; outside: 422 `form_param_value_invalid` or `form_param_value_too_large`.',
    },
    {
      id: 'JWT-4',
      text: 'A session that is unknown, ended, expired or abandoned, and one of a banned or deleted user: 404 `resource_not_found`. A locked user’s session goes on.',
    },
    {
      id: 'JWT-5',
      text: '`fva` tells the minutes since each factor, -1 for a second one that was not given; `act` is the actor of an impersonated session.',
    },
    {
      id: 'JWT-6',
      text: '`verifyToken` of the official client takes the token, with keys from the server and with a PEM key alone, and refuses it after its end, altered, and from another instance.',
    },
    {
      id: 'JWT-7',
      text: 'An unmodified `@clerk/express` lets the token in; after the session is revoked there is no new token, and the old one is refused within 65 seconds.',
    },
    {
      id: 'JWT-8',
      text: '`verifyToken` of the SDK takes a session token and answers its claims; it refuses, each with a code of its own, a template token, other algorithms, altered, early, expired and foreign tokens, and unlisted origins.',
    },
    {
      id: 'JWT-9',
      text: '`verifyToken` of the SDK fetches the keys once for many tokens, again for an unknown `kid`, and no more often than its bound however many strange tokens come.',
    },
  ],
}

export const createSessionTokenFromTemplate: Group = {
  title: 'Create a token of a session from a template',
  operation: 'CreateSessionTokenFromTemplate',
  statements: [
    {
      id: 'TPL-1',
      text: 'A JWT with the claims of the template beside `exp`, `iat`, `iss`, `jti`, `nbf` and `sub`; it names no session, and its `cat` is that of templates: `@clerk/express` takes it for nobody’s.',
    },
    {
      id: 'TPL-2',
      text: 'A string that is one shortcode becomes its value with its JSON type, digits and key order included; several interpolate; what is unknown is null, and nothing within other text; `||` takes the first that is something.',
    },
    {
      id: 'TPL-3',
      text: 'Shortcodes know the user, public and unsafe metadata at any depth, and the actor of the session; never private metadata. Shortcodes within values are not replaced.',
    },
    {
      id: 'TPL-4',
      text: '`exp` follows from `lifetime` or `expires_in_seconds`, `nbf` from `allowed_clock_skew`.',
    },
    { id: 'TPL-5', text: 'A template with a key of its own signs with it, RS256 or HS256.' },
    {
      id: 'TPL-6',
      text: 'An unknown template or session and a session that is not live: 404 `resource_not_found`; `expires_in_seconds` has the bounds of session tokens.',
    },
  ],
}

export const listJWTTemplates: Group = {
  title: 'List JWT templates',
  operation: 'ListJWTTemplates',
  statements: [
    {
      id: 'TPL-7',
      text: 'A bare array, newest first: all, or a page when `limit` or `offset` is given; `paginated` answers a page as an object with `data` and `total_count`.',
    },
  ],
}

export const createJWTTemplate: Group = {
  title: 'Create a JWT template',
  operation: 'CreateJWTTemplate',
  statements: [
    {
      id: 'TPL-8',
      text: 'Lifetime 60, clock skew 5 and the key of the instance unless given; claims come back as they were sent.',
    },
    {
      id: 'TPL-9',
      text: 'A claim that the server sets: 400 `jwt_template_reserved_claim`; claims above 8192 bytes: 422 `form_param_exceeds_allowed_size`; lifetime and skew out of bounds: 422.',
    },
    {
      id: 'TPL-10',
      text: 'The name: 422 `form_param_missing`, `form_param_nil`, `form_param_format_invalid`, `form_param_max_length_exceeded`; one that is taken: `form_identifier_exists`, also of several at once.',
    },
    {
      id: 'TPL-11',
      text: '`custom_signing_key` needs an algorithm and a key that fits it and is strong enough; a key without it is refused: 422.',
    },
    {
      id: 'TPL-12',
      text: 'A signing key is stored sealed, and stands in no answer, no event, no error and no log.',
    },
  ],
}

export const getJWTTemplate: Group = {
  title: 'Get a JWT template',
  operation: 'GetJWTTemplate',
  statements: [{ id: 'TPL-13', text: 'The template by its id; unknown: 404 `resource_not_found`.' }],
}

export const updateJWTTemplate: Group = {
  title: 'Update a JWT template',
  operation: 'UpdateJWTTemplate',
  statements: [
    {
      id: 'TPL-14',
      text: 'Only what is given changes, null leaves as is; unknown: 404 `resource_not_found`; the refusals are those of creating. Of parallel updates every one stays.',
    },
    {
      id: 'TPL-15',
      text: '`custom_signing_key: false` forgets the key; another algorithm must fit the key that is stored.',
    },
  ],
}

export const deleteJWTTemplate: Group = {
  title: 'Delete a JWT template',
  operation: 'DeleteJWTTemplate',
  statements: [
    {
      id: 'TPL-16',
      text: 'It is gone, once; then 404 `resource_not_found`. Every change is recorded as an event.',
    },
  ],
}

export const getJWKS: Group = {
  title: 'Get the public keys',
  operation: 'GetJWKS',
  statements: [
    {
      id: 'JWK-1',
      text: 'One RSA key of 2048 bits with `use`, `kty`, `kid`, `alg`, `n` and `e`; nothing private.',
    },
    {
      id: 'JWK-2',
      text: 'The same is public at `/.well-known/jwks.json`, for every origin, cacheable for a minute, also while the database is away.',
    },
    {
      id: 'JWK-3',
      text: 'Servers that start at once on an empty database agree on one key; it stays over restarts.',
    },
    {
      id: 'JWK-4',
      text: 'After `keys rotate-signing` a running server publishes both keys within 10 seconds, signs with the old one for 90 seconds and then with the new one; tokens of both verify.',
    },
    {
      id: 'JWK-5',
      text: 'The old key stays public until its longest token has ended and a margin has passed, then leaves; it is removed by the next rotation.',
    },
    {
      id: 'JWK-6',
      text: 'With `--revoke-old` the new key signs at once and no other is published. Of rotations at once one wins and the others say so.',
    },
    { id: 'JWK-7', text: 'Private keys are stored sealed; no column holds one in clear text.' },
  ],
}

export const createTestingToken: Group = {
  title: 'Create a testing token',
  operation: 'CreateTestingToken',
  statements: [
    {
      id: 'JWK-8',
      text: 'A token that only this instance can have made, of the form that the hosted service gives, with its end after an hour in seconds.',
    },
  ],
}
