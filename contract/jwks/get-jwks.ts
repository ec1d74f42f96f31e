import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { named, words } from '../shapes.ts'
import { Nothing } from '../users/user.ts'

const JWK = named(
  'JWK',
  Type.Object(
    {
      use: words(['sig']),
      kty: words(['RSA']),
      kid: Type.String({ description: 'As in the header of the tokens that it signed.' }),
      alg: words(['RS256']),
      n: Type.String({ description: 'The modulus, base64url.' }),
      e: Type.String({ description: 'The exponent, base64url.' }),
    },
    { additionalProperties: false },
  ),
)

export const JWKS = named('JWKS', Type.Object({ keys: Type.Array(JWK) }, { additionalProperties: false }))

export const getJWKS = operation({
  id: 'GetJWKS',
  method: 'GET',
  path: '/jwks',
  tag: 'JWKS',
  summary: 'Get the public keys of the instance',
  description:
    'The keys that tokens are checked with. Around a rotation there are two. The same answer is public at `/.well-known/jwks.json`.',
  params: Nothing,
  query: Nothing,
  result: JWKS,
  refusals: [],
  roles: ['owner', 'support', 'read_only'],
})
