import type { Fault } from './fault.ts'

const attempt = ['tests/api/attempt-email-address-verification.test.ts']
const delivery = ['tests/mail/delivery.test.ts']

/** Mistakes in mail and in mailed codes. */
export const mailFaults: readonly Fault[] = [
  {
    file: 'server/storage/codes.ts',
    find: ".where('consumed_at', 'is', null)",
    replace: '',
    rule: 'COD-8',
    tests: attempt,
  },
  {
    file: 'server/storage/codes.ts',
    find: ".where('attempts', '<', attemptsMax)",
    replace: '',
    rule: 'COD-6',
    tests: attempt,
  },
  {
    file: 'server/storage/codes.ts',
    find: '.set({ expire_at: code.created_at })',
    replace: '.set({ created_at: code.created_at })',
    rule: 'COD-7',
    tests: attempt,
  },
  {
    file: 'server/credentials/codes.ts',
    find: "world.environment === 'test' && ",
    replace: '',
    rule: 'COD-4',
    tests: attempt,
  },
  {
    file: 'server/credentials/codes.ts',
    find: '{ key: key(recipient), max: bounded(perRecipientMax) }, ',
    replace: '',
    rule: 'COD-2',
    tests: ['tests/api/prepare-email-address-verification.test.ts'],
  },
  {
    file: 'server/mail/render.ts',
    find: 'fill(template.html, values, escaped)',
    replace: 'fill(template.html, values, asIs)',
    rule: 'MSG-6',
    tests: delivery,
  },
  {
    file: 'server/mail/delivery.ts',
    find: 'at + waitAfter(message.attempts)',
    replace: 'at',
    rule: 'MSG-7',
    tests: delivery,
    pattern: '^\\[MSG-7\\] what was refused for now',
  },
  {
    file: 'server/mail/mail.ts',
    find: "if (options.environment !== 'test' || (code === null && link === null)) return",
    replace: 'if (code === null && link === null) return',
    rule: 'MSG-3',
    tests: ['tests/api/get-messages.test.ts'],
  },
]
