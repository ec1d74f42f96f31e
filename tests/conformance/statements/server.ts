import type { Group } from './statement.ts'

export const settings: Group = {
  title: 'Settings',
  statements: [
    {
      id: 'SET-1',
      text: 'Without a settings file every attribute is enabled and nothing required but one identifier.',
    },
    {
      id: 'SET-2',
      text: 'A disabled attribute is an unknown parameter of create and update: 422 `form_param_unknown`.',
    },
    { id: 'SET-3', text: 'A required attribute must be there at create.' },
    { id: 'SET-4', text: 'The bounds of a username are those of the settings.' },
    { id: 'SET-5', text: 'The number of attempts and the length of a lock are those of the settings.' },
    {
      id: 'SET-6',
      text: 'Allowlist, blocklist, subaddresses and disposable domains are off by default and each refuses when on.',
    },
    { id: 'SET-7', text: 'The instance actions are the defaults of the flags of a new user.' },
    { id: 'SET-8', text: 'The demand for legal consent and the support for bans follow the settings.' },
    {
      id: 'SET-9',
      text: 'Where authenticator apps or backup codes are switched off, their fields are unknown parameters.',
    },
    { id: 'SET-10', text: 'An unknown key refuses the start, naming its path and the nearest valid key.' },
    { id: 'SET-11', text: 'A value of the wrong type or out of range refuses the start, naming its path.' },
    { id: 'SET-12', text: 'The password policy follows the settings.' },
    { id: 'SET-13', text: 'Organizations can be switched off.' },
  ],
}

export const identifications: Group = {
  title: 'Identifications',
  statements: [
    { id: 'IDM-1', text: 'A verified value belongs to one user of the instance.' },
    { id: 'IDM-2', text: 'A reserved value likewise: it reads `reserved: true` and has no verification.' },
    { id: 'IDM-3', text: 'An unverified value blocks nobody; several users may hold it.' },
    { id: 'IDM-4', text: 'E-mail addresses are compared without letter case and stored in lower case.' },
    { id: 'IDM-5', text: 'Usernames are compared without letter case.' },
    { id: 'IDM-6', text: 'Phone numbers are stored and compared in E.164 form.' },
    { id: 'IDM-7', text: 'Wallets in hex are compared without letter case, those in base58 with it.' },
    { id: 'IDM-8', text: 'A username appears as a text of the user alone, not as a list.' },
    {
      id: 'IDM-9',
      text: 'A unique index over the claimed values, not a check beforehand, keeps them apart.',
    },
  ],
}

export const metadata: Group = {
  title: 'Metadata',
  statements: [
    {
      id: 'MDT-1',
      text: '`__proto__`, `constructor` and their like are plain keys at any depth, in all three ways to write.',
    },
    { id: 'MDT-2', text: 'Numbers survive digit for digit, also those that no double holds exactly.' },
    { id: 'MDT-3', text: 'The order of keys survives, integer-like ones included.' },
    { id: 'MDT-4', text: '8192 bytes of a field are stored, 8193 are refused, in all ways to write.' },
    { id: 'MDT-5', text: 'The size counts UTF-8 bytes, not characters.' },
    { id: 'MDT-6', text: 'Texts and keys of every script, NUL and lone surrogates included, survive.' },
    { id: 'MDT-7', text: 'A number beyond every double: 422 `form_param_value_invalid`.' },
    {
      id: 'MDT-8',
      text: 'Nesting beyond 1200 levels, the body itself being the first: 422 `form_param_value_invalid`; up to there it is stored.',
    },
  ],
}

export const search: Group = {
  title: 'Search',
  statements: [
    {
      id: 'SRC-1',
      text: '`query` looks into addresses, phone numbers, usernames, wallets, user ids, first and last names.',
    },
    { id: 'SRC-2', text: 'Three characters and more match any part, letter case aside.' },
    { id: 'SRC-3', text: 'One or two characters match at the start of a word or identifier.' },
    { id: 'SRC-4', text: 'The other `*_query` filters look into their one kind alone.' },
    { id: 'SRC-5', text: '`%`, `_` and `\\` stand for themselves.' },
    { id: 'SRC-6', text: 'Letter case is folded beyond ASCII too.' },
    { id: 'SRC-7', text: 'An empty text restricts nothing.' },
    { id: 'SRC-8', text: 'A changed or removed value is found no longer, its successor at once.' },
  ],
}

export const events: Group = {
  title: 'Events',
  statements: [
    { id: 'EVT-1', text: 'Every write adds exactly one row.' },
    { id: 'EVT-2', text: 'A row has type, actor (the key), subject, time and the trace id of the request.' },
    { id: 'EVT-3', text: 'A row names the fields that changed, and holds no secret.' },
    { id: 'EVT-4', text: 'A refused write adds none.' },
    { id: 'EVT-5', text: 'A write that changes nothing adds none.' },
    {
      id: 'EVT-6',
      text: 'The row is part of the transaction of its change: neither exists without the other.',
    },
    { id: 'EVT-7', text: 'Rows are never changed or removed.' },
  ],
}

export const races: Group = {
  title: 'Races',
  statements: [
    {
      id: 'RAC-1',
      text: '64 parallel creates with one e-mail in various cases, over two processes: one succeeds, in each of 20 rounds.',
    },
    {
      id: 'RAC-2',
      text: '64 parallel creates with one username in various cases, over two processes: one succeeds, in each of 20 rounds.',
    },
    {
      id: 'RAC-3',
      text: '64 parallel creates with one external id, over two processes: one succeeds, in each of 20 rounds.',
    },
    { id: 'RAC-4', text: '64 parallel merges of different keys, over two processes: all 64 stay.' },
    {
      id: 'RAC-5',
      text: 'Writes that race a delete leave no trace of the user, and none is answered with 5xx.',
    },
    { id: 'RAC-6', text: 'Two processes over one database read each other’s writes at once.' },
    {
      id: 'RAC-7',
      text: 'Two processes that start on one empty data place agree on one instance and its keys.',
    },
  ],
}

export const durability: Group = {
  title: 'Durability',
  statements: [
    { id: 'DUR-1', text: 'SIGKILL under at least 32 writes in flight loses no acknowledged write.' },
    {
      id: 'DUR-2',
      text: 'SIGKILL leaves no half of a write: user, identifications and event are all there or none.',
    },
    {
      id: 'DUR-3',
      text: 'WAL, `synchronous=FULL`, foreign keys and a busy timeout of 5 s or more are read back at start.',
      only: 'sqlite',
    },
    { id: 'DUR-4', text: 'A server that answers before it commits is caught by this very test.' },
  ],
}

export const running: Group = {
  title: 'Start, health and shutdown',
  statements: [
    {
      id: 'SRV-1',
      text: 'The first start makes folder, database and keys, and prints API address, `.env` lines, data folder and `/docs`.',
    },
    { id: 'SRV-2', text: 'A later start keeps the keys and the data.' },
    {
      id: 'SRV-3',
      text: 'The publishable key is `pk_<environment>_` and the base64 of host, port and `$` of the public URL.',
    },
    { id: 'SRV-4', text: '`BARTLEBY_HOST` and `BARTLEBY_PORT` say where it listens.' },
    {
      id: 'SRV-5',
      text: 'Links and picture addresses come from `BARTLEBY_PUBLIC_URL`, never from the Host header.',
    },
    { id: 'SRV-6', text: '`BARTLEBY_ENVIRONMENT=live` makes keys with `live` in them.' },
    { id: 'SRV-7', text: '`GET /health` answers `{"status":"ok"}` once a query works, and not before.' },
    { id: 'SRV-8', text: 'SIGTERM lets requests in flight finish, and the process exits 0 within 10 s.' },
    { id: 'SRV-9', text: 'A taken port: one clear line, exit code not 0.' },
    { id: 'SRV-10', text: 'A folder that cannot be written: one clear line, exit code not 0.' },
    {
      id: 'SRV-11',
      text: 'A database of a newer version: one clear line, exit code not 0, and it stays as it was.',
    },
    { id: 'SRV-12', text: 'A short or well-known secret: one clear line, exit code not 0.' },
    { id: 'SRV-13', text: 'A variable without sense is refused with one line that names it.' },
    {
      id: 'SRV-14',
      text: 'The generated encryption key lies in the data folder with mode 0600.',
      only: 'sqlite',
    },
    { id: 'SRV-15', text: 'An encryption key that does not open the stored check value refuses the start.' },
    {
      id: 'SRV-16',
      text: 'On PostgreSQL a missing secret or encryption key refuses the start.',
      only: 'postgres',
    },
    { id: 'SRV-17', text: 'Forwarding headers are believed from `BARTLEBY_TRUSTED_PROXIES` only.' },
    {
      id: 'SRV-18',
      text: 'A bug’s cause is in the log under the trace id that the caller saw; secrets are not.',
    },
    {
      id: 'SRV-19',
      text: 'The packed package installs into an empty folder and serves with `npx bartleby serve`.',
      only: 'sqlite',
    },
    {
      id: 'SRV-20',
      text: 'Development-only endpoints exist in `test` alone: 400 `request_invalid_for_environment`.',
      notYet: 'needs such endpoints',
    },
  ],
}

export const operators: Group = {
  title: 'Commands for operators',
  statements: [
    {
      id: 'OPS-1',
      text: 'A backup taken under at least 16 writes in flight is one state that existed: all that was acknowledged before, nothing sent after, no half of a write.',
    },
    { id: 'OPS-2', text: 'Every table of the schema is in a backup.' },
    {
      id: 'OPS-3',
      text: 'What is restored, on either engine, is what was backed up, and ids of events go on after the highest.',
    },
    {
      id: 'OPS-4',
      text: 'A backup is a private file, there whole or not at all; it replaces another with `--force` only.',
    },
    {
      id: 'OPS-5',
      text: 'A damaged, shortened, newer or other file, or another encryption key: one clear line, and nothing is restored.',
    },
    {
      id: 'OPS-6',
      text: 'Restoring needs an empty place and is done whole or not at all; `--force` moves a SQLite file aside that nobody uses.',
    },
    {
      id: 'OPS-7',
      text: 'A damaged database file: one clear line that says what to do, exit code not 0.',
      only: 'sqlite',
    },
    { id: 'OPS-8', text: 'A backup of an older version is migrated by the start after it was restored.' },
    { id: 'OPS-9', text: 'One secret key stays valid, whoever revokes keys at the same time.' },
    {
      id: 'OPS-10',
      text: '`keys rotate` leaves a valid key at every moment, and the generated one is exchanged in its files too.',
    },
    {
      id: 'OPS-11',
      text: '`doctor` tells each problem in one line with what to do, and exits 1 when there is one.',
    },
    { id: 'OPS-12', text: '`doctor` changes nothing.' },
    {
      id: 'OPS-13',
      text: '`doctor --env` says whether the keys and the address in the `.env` file of an app are those of this server, and shows no key.',
    },
  ],
}

export const documents: Group = {
  title: 'Documents',
  statements: [
    {
      id: 'DOC-1',
      text: '`GET /openapi.json` is a valid OpenAPI 3.1 document with every operation of the contract.',
    },
    { id: 'DOC-2', text: 'It tells parameters, body, answer, roles and every refusal of each operation.' },
    { id: 'DOC-3', text: '`/docs` shows the reference without any asset of another host.' },
    { id: 'DOC-4', text: 'Generating the documents again changes nothing.' },
    { id: 'DOC-5', text: 'The examples of the README run as printed.' },
    { id: 'DOC-6', text: 'Every operation of our own, unknown to Clerk, lies below `/v1/bartleby/`.' },
  ],
}
