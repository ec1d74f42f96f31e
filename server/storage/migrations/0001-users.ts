import type { Migration } from './migration.ts'

/**
 * Metadata are text, never json: what a caller stored comes back byte for byte. They come last, so that
 * SQLite does not walk their overflow pages to reach the columns that filters read.
 */
export const users: Migration = {
  name: '0001-users',
  statements: ({ columns: { text, integer, growingId }, tableOptions, appendOnly }) => [
    `create table users (
      id ${text} primary key,
      external_id ${text},
      created_at ${integer} not null,
      updated_at ${integer} not null,
      last_sign_in_at ${integer},
      last_active_at ${integer},
      banned ${integer} not null,
      locked_until ${integer},
      failed_attempts ${integer} not null,
      delete_self_enabled ${integer} not null,
      create_organization_enabled ${integer} not null,
      create_organizations_limit ${integer},
      bypass_client_trust ${integer} not null,
      password_last_updated_at ${integer},
      mfa_enabled_at ${integer},
      mfa_disabled_at ${integer},
      legal_accepted_at ${integer},
      primary_email_address_id ${text},
      primary_phone_number_id ${text},
      primary_web3_wallet_id ${text},
      primary_email_address ${text},
      primary_phone_number ${text},
      primary_web3_wallet ${text},
      username ${text},
      first_name_folded ${text},
      last_name_folded ${text},
      name_text ${text} not null,
      search_text ${text} not null,
      first_name ${text},
      last_name ${text},
      locale ${text},
      timezone ${text},
      public_metadata ${text} not null,
      private_metadata ${text} not null,
      unsafe_metadata ${text} not null
    ) ${tableOptions}`,
    'create unique index users_external_id on users (external_id)',
    'create index users_by_creation on users (created_at, id)',

    `create table identifications (
      id ${text} primary key,
      user_id ${text} not null references users (id) on delete cascade,
      position ${integer} not null,
      kind ${text} not null,
      value ${text} not null,
      normalized ${text} not null,
      status ${text} not null,
      strategy ${text},
      reserved_for_second_factor ${integer} not null,
      default_second_factor ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    `create unique index identifications_kind_normalized on identifications (kind, normalized)
      where status in ('verified', 'reserved')`,
    'create index identifications_by_value on identifications (kind, normalized)',
    'create index identifications_by_user on identifications (user_id, position)',

    `create table events (
      id ${growingId},
      type ${text} not null,
      actor ${text} not null,
      subject ${text} not null,
      at ${integer} not null,
      trace_id ${text} not null,
      details ${text} not null
    ) ${tableOptions}`,
    'create index events_by_subject on events (subject)',
    ...appendOnly('events'),

    `create table secret_keys (
      id ${text} primary key,
      hash ${text} not null,
      hint ${text} not null,
      created_at ${integer} not null,
      revoked_at ${integer}
    ) ${tableOptions}`,
    'create unique index secret_keys_hash on secret_keys (hash)',

    `create table instance (
      singleton ${integer} primary key check (singleton = 1),
      id ${text} not null,
      key_check ${text} not null,
      created_at ${integer} not null
    ) ${tableOptions}`,
  ],
}
