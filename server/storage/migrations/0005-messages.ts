import type { Migration } from './migration.ts'

/** Mail that waits or has gone: the bodies are sealed. Budgets count the mailed codes, by keys that tell nothing. */
export const messages: Migration = {
  name: '0005-messages',
  statements: ({ columns: { text, integer }, tableOptions }) => [
    `create table messages (
      id ${text} primary key,
      kind ${text} not null,
      user_id ${text} references users (id) on delete cascade,
      recipient ${text} not null,
      subject ${text} not null,
      body ${text},
      status ${text} not null,
      attempts ${integer} not null,
      next_attempt_at ${integer},
      last_error ${text},
      created_at ${integer} not null,
      sent_at ${integer},
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create index messages_due on messages (next_attempt_at) where next_attempt_at is not null',
    'create index messages_by_recipient on messages (recipient, created_at)',
    'create index messages_by_time on messages (created_at)',
    'create index messages_by_user on messages (user_id)',

    `create table code_budgets (
      key ${text} primary key,
      since ${integer} not null,
      sent ${integer} not null
    ) ${tableOptions}`,
    'create index code_budgets_since on code_budgets (since)',
    'create index codes_expire_at on codes (expire_at)',
    'create index codes_by_user on codes (user_id)',
  ],
}
