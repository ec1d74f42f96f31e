import type { Migration } from './migration.ts'

/** The digest lies apart from the user, so that no list or search ever reads one by mistake. It is sealed. */
export const passwords: Migration = {
  name: '0002-passwords',
  statements: ({ columns: { text, integer }, tableOptions }) => [
    `create table passwords (
      user_id ${text} primary key references users (id) on delete cascade,
      hasher ${text} not null,
      digest ${text} not null
    ) ${tableOptions}`,
    `alter table users add column password_compromised_at ${integer}`,
    `alter table users add column attempted_at ${integer}`,
  ],
}
