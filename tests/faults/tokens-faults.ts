import type { Fault } from './fault.ts'

/** Mistakes in tokens, templates and signing keys. */
export const tokensFaults: readonly Fault[] = [
  {
    file: 'server/sessions/sign-token.ts',
    find: 'isLive(session, now) && !user.banned && user.id === session.user_id',
    replace: 'isLive(session, now) && user.id === session.user_id',
    rule: 'JWT-4',
    tests: ['tests/api/create-session-token.test.ts'],
  },
  {
    file: 'server/sessions/signing-keys.ts',
    find: 'keys.find((key) => key.retired_at === null && key.signs_from <= now) ??',
    replace: 'keys.find((key) => key.retired_at === null) ??',
    rule: 'JWK-4',
    tests: ['tests/api/signing-keys.test.ts'],
  },
  {
    file: 'server/sessions/signing-keys.ts',
    find: '      await expectTokens(key, tokenUntil)\n',
    replace: '      void expectTokens\n      void tokenUntil\n',
    rule: 'JWK-5',
    tests: ['tests/stores/signing-keys.test.ts'],
  },
  {
    file: 'server/sessions/new-signing-key.ts',
    find: 'private_key: vault.seal(pem, signingKeyContext(id)),',
    replace: 'private_key: pem,',
    rule: 'JWK-7',
    tests: ['tests/api/get-jwks.test.ts'],
  },
  {
    file: 'server/jwt-templates/render-claims.ts',
    find: 'return evaluate(known, only)',
    replace: 'return JSON.stringify(asText(evaluate(known, only)))',
    rule: 'TPL-2',
    tests: ['tests/api/create-session-token-from-template.test.ts'],
  },
  {
    file: 'server/jwt-templates/shortcodes.ts',
    find: "    ['unsafe_metadata', readTree(user.unsafe_metadata)] as const,\n",
    replace:
      "    ['unsafe_metadata', readTree(user.unsafe_metadata)] as const,\n    ['private_metadata', readTree(user.private_metadata)] as const,\n",
    rule: 'TPL-3',
    tests: ['tests/api/create-session-token-from-template.test.ts'],
  },
  {
    file: 'sdk/src/tokens/verify-token.ts',
    find: "  if (header.cat !== sessionClass) throw new TokenError('token_class', 'This is no session token.')\n",
    replace: '',
    rule: 'JWT-8',
    tests: ['tests/sdk/tokens.test.ts'],
  },
]
