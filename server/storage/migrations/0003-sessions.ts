import type { Migration } from './migration.ts'

/** Tokens and codes lie here as hashes alone; keys are sealed. */
export const sessions: Migration = {
  name: '0003-sessions',
  statements: ({ columns: { text, integer }, tableOptions }) => [
    `create table clients (
      id ${text} primary key,
      token_hash ${text} not null,
      last_active_session_id ${text},
      sign_in_id ${text},
      last_authentication_strategy ${text},
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index clients_token_hash on clients (token_hash)',

    `create table sessions (
      id ${text} primary key,
      client_id ${text} not null,
      user_id ${text} not null references users (id) on delete cascade,
      status ${text} not null,
      actor ${text},
      last_active_organization_id ${text},
      latest_activity ${text},
      first_factor_at ${integer} not null,
      second_factor_at ${integer},
      last_active_at ${integer} not null,
      expire_at ${integer} not null,
      abandon_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create index sessions_by_user on sessions (user_id, created_at)',
    'create index sessions_by_client on sessions (client_id, created_at)',
    'create index sessions_by_time on sessions (created_at)',

    `create table sign_ins (
      id ${text} primary key,
      client_id ${text} not null,
      user_id ${text} references users (id) on delete cascade,
      status ${text} not null,
      identifier ${text},
      first_factor ${text},
      second_factor ${text},
      first_factor_at ${integer},
      created_session_id ${text},
      abandon_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create index sign_ins_by_client on sign_ins (client_id)',

    `create table codes (
      id ${text} primary key,
      purpose ${text} not null,
      subject ${text} not null,
      user_id ${text} references users (id) on delete cascade,
      recipient ${text} not null,
      code_hash ${text} not null,
      attempts ${integer} not null,
      consumed_at ${integer},
      expire_at ${integer} not null,
      created_at ${integer} not null
    ) ${tableOptions}`,
    'create index codes_by_subject on codes (purpose, subject, created_at)',

    `create table tickets (
      id ${text} primary key,
      kind ${text} not null,
      user_id ${text} not null references users (id) on delete cascade,
      token_hash ${text} not null,
      status ${text} not null,
      actor ${text},
      session_max_duration_in_seconds ${integer},
      expire_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index tickets_token_hash on tickets (token_hash)',
    'create index tickets_by_user on tickets (user_id)',

    `create table signing_keys (
      id ${text} primary key,
      generation ${integer} not null,
      public_jwk ${text} not null,
      private_key ${text} not null,
      created_at ${integer} not null,
      signs_from ${integer} not null,
      tokens_until ${integer} not null,
      retired_at ${integer}
    ) ${tableOptions}`,
    'create unique index signing_keys_generation on signing_keys (generation)',

    `create table jwt_templates (
      id ${text} primary key,
      name ${text} not null,
      claims ${text} not null,
      lifetime ${integer} not null,
      allowed_clock_skew ${integer} not null,
      signing_algorithm ${text} not null,
      signing_key ${text},
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index jwt_templates_name on jwt_templates (name)',
  ],
}
