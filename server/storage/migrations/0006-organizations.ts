import type { Migration } from './migration.ts'

/** Tokens of invitations lie here as hashes alone. Metadata come last, as those of users do. */
export const organizations: Migration = {
  name: '0006-organizations',
  statements: ({ columns: { text, integer }, tableOptions }) => [
    `create table organizations (
      id ${text} primary key,
      slug ${text} not null,
      name ${text} not null,
      name_folded ${text} not null,
      search_text ${text} not null,
      image_id ${text},
      max_allowed_memberships ${integer} not null,
      admin_delete_enabled ${integer} not null,
      created_by ${text} references users (id) on delete set null,
      created_at ${integer} not null,
      updated_at ${integer} not null,
      public_metadata ${text} not null,
      private_metadata ${text} not null
    ) ${tableOptions}`,
    'create unique index organizations_slug on organizations (slug)',
    'create index organizations_by_creation on organizations (created_at, id)',
    'create index organizations_by_creator on organizations (created_by)',
    'create index organizations_image on organizations (image_id) where image_id is not null',

    `create table permissions (
      id ${text} primary key,
      key ${text} not null,
      name ${text} not null,
      description ${text} not null,
      type ${text} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index permissions_key on permissions (key)',

    `create table roles (
      id ${text} primary key,
      key ${text} not null,
      name ${text} not null,
      description ${text},
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index roles_key on roles (key)',

    `create table role_permissions (
      role_id ${text} not null references roles (id) on delete cascade,
      permission_id ${text} not null references permissions (id) on delete cascade,
      primary key (role_id, permission_id)
    ) ${tableOptions}`,
    'create index role_permissions_by_permission on role_permissions (permission_id)',

    `create table memberships (
      id ${text} primary key,
      organization_id ${text} not null references organizations (id) on delete cascade,
      user_id ${text} not null references users (id) on delete cascade,
      role_id ${text} not null references roles (id),
      created_at ${integer} not null,
      updated_at ${integer} not null,
      public_metadata ${text} not null,
      private_metadata ${text} not null
    ) ${tableOptions}`,
    'create unique index memberships_organization_id_user_id on memberships (organization_id, user_id)',
    'create index memberships_by_user on memberships (user_id, created_at, id)',
    'create index memberships_by_organization on memberships (organization_id, created_at, id)',
    'create index memberships_by_role on memberships (role_id)',
    'create index memberships_by_creation on memberships (created_at, id)',

    `create table organization_invitations (
      id ${text} primary key,
      organization_id ${text} not null references organizations (id) on delete cascade,
      email_address ${text} not null,
      normalized ${text} not null,
      role_id ${text} not null references roles (id),
      inviter_id ${text} references users (id) on delete set null,
      token_hash ${text} not null,
      status ${text} not null,
      redirect_url ${text},
      expire_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null,
      public_metadata ${text} not null,
      private_metadata ${text} not null
    ) ${tableOptions}`,
    'create unique index organization_invitations_token_hash on organization_invitations (token_hash)',
    'create index organization_invitations_by_organization on organization_invitations (organization_id, created_at, id)',
    'create index organization_invitations_by_address on organization_invitations (normalized, created_at)',
    'create index organization_invitations_by_inviter on organization_invitations (inviter_id)',
    'create index organization_invitations_by_role on organization_invitations (role_id)',

    `create table organization_domains (
      id ${text} primary key,
      organization_id ${text} not null references organizations (id) on delete cascade,
      name ${text} not null,
      enrollment_mode ${text} not null,
      verified_at ${integer},
      ownership_verified_at ${integer},
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create index organization_domains_by_creation on organization_domains (created_at, id)',
    'create unique index organization_domains_organization_id_name on organization_domains (organization_id, name)',
    'create unique index organization_domains_name on organization_domains (name) where verified_at is not null',

    `create table invitations (
      id ${text} primary key,
      email_address ${text} not null,
      normalized ${text} not null,
      open_address ${text},
      token_hash ${text} not null,
      status ${text} not null,
      redirect_url ${text},
      expire_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null,
      public_metadata ${text} not null
    ) ${tableOptions}`,
    'create unique index invitations_open_address on invitations (open_address)',
    'create unique index invitations_token_hash on invitations (token_hash)',
    'create index invitations_by_address on invitations (normalized)',
    'create index invitations_by_creation on invitations (created_at, id)',

    `create table listed_identifiers (
      id ${text} primary key,
      list ${text} not null,
      kind ${text} not null,
      identifier ${text} not null,
      normalized ${text} not null,
      invitation_id ${text},
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index listed_identifiers_list_kind_normalized on listed_identifiers (list, kind, normalized)',

    `create table redirect_urls (
      id ${text} primary key,
      url ${text} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create unique index redirect_urls_url on redirect_urls (url)',

    `create table instance_settings (
      name ${text} primary key,
      value ${text} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,

    `create table sign_ups (
      id ${text} primary key,
      client_id ${text} not null,
      user_id ${text} not null,
      status ${text} not null,
      email_address ${text} not null,
      invitation_kind ${text} not null,
      invitation_id ${text} not null,
      given ${text} not null,
      password ${text},
      created_user_id ${text} references users (id) on delete cascade,
      created_session_id ${text},
      abandon_at ${integer} not null,
      created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${tableOptions}`,
    'create index sign_ups_by_client on sign_ups (client_id)',
    'create index sign_ups_by_user on sign_ups (created_user_id)',
    `alter table clients add column sign_up_id ${text}`,
    `alter table tickets add column organization_id ${text}`,
    'create index tickets_by_organization on tickets (organization_id) where organization_id is not null',
  ],
}
