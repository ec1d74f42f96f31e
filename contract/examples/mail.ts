import type { Example } from './example.ts'
import { changedAt } from './users.ts'

const mail = 'idn_3AWT4YxXpUyRZJvmq3PYlYxkZQ8'
const verification = 'ver_3AWTQwB7kGd0tSn5xVfYz2uHc9L'
const code = '204816'

const pending = {
  object: 'verification_otp',
  id: verification,
  status: 'unverified',
  strategy: 'email_code',
  attempts: 0,
  expire_at: changedAt + 600_000,
}

/** Codes by mail, and reading them in tests. */
export const mailExamples: Record<string, Example> = {
  PrepareEmailAddressVerification: {
    params: { email_address_id: mail },
    result: pending,
    client: null,
  },
  AttemptEmailAddressVerification: {
    params: { email_address_id: mail },
    body: { verification_id: verification, code },
    result: { ...pending, status: 'verified', attempts: 1 },
    client: null,
  },
  GetMessages: {
    query: { to: 'ada@lovelace.example', wait: '10s' },
    result: [
      {
        id: 'msg_3AWTQwD4mWq8LbZ1rXj6eNsPa0K',
        object: 'message',
        to: 'ada@lovelace.example',
        subject: 'Confirm your e-mail address for Bartleby',
        kind: 'verification_code',
        text: `Your code to confirm this e-mail address for Bartleby:\n\n${code}\n…`,
        html: `<p>Your code to confirm this e-mail address:</p> … ${code} …`,
        code,
        link: null,
        status: 'stored',
        created_at: changedAt,
      },
    ],
    client: null,
  },
}
