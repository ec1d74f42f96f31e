import type { Migration } from './migration.ts'

/** What answers tell of a user lies in the user's row; secrets lie apart. */
export const secondFactors: Migration = {
  name: '0004-second-factors',
  statements: ({ columns: { text, integer }, tableOptions }) => [
    `alter table users add column totp_enabled ${integer} not null default 0`,
    `alter table users add column backup_code_enabled ${integer} not null default 0`,
    `alter table users add column factor_failed_attempts ${integer} not null default 0`,
    `alter table users add column factor_attempted_at ${integer}`,
    `alter table users add column image_id ${text}`,
    `create index users_image on users (image_id) where image_id is not null`,

    `create table totps (
      user_id ${text} primary key references users (id) on delete cascade,
      id ${text} not null,
      secret ${text} not null,
      verified_at ${integer},
      last_step ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,

    `create table backup_codes (
      user_id ${text} not null references users (id) on delete cascade,
      digest ${text} not null,
      hasher ${text} not null,
      primary key (user_id, digest)
    ) ${tableOptions}`,
  ],
}
