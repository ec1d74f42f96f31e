import { Type } from 'typebox'
import { Milliseconds, named, nullable, words } from '../shapes.ts'

export const OwnTOTP = named(
  'OwnTOTP',
  Type.Object(
    {
      object: words(['totp']),
      id: Type.String({ description: '`totp_…`' }),
      secret: nullable(Type.String({ description: 'In base32; told when the app is created, only then.' })),
      uri: nullable(Type.String({ description: 'What a QR code for an authenticator app says.' })),
      verified: Type.Boolean({ description: 'Whether a right code has confirmed it.' }),
      backup_codes: nullable(
        Type.Array(Type.String(), { description: 'Told when they are made, only then; null for none.' }),
      ),
      created_at: Milliseconds('When it was created.'),
      updated_at: Milliseconds('When it was last changed.'),
    },
    { additionalProperties: false },
  ),
)

export const BackupCodes = named(
  'BackupCodes',
  Type.Object(
    {
      object: words(['backup_code']),
      id: Type.String({ description: 'Of this answer: the codes have no address of their own.' }),
      codes: Type.Array(Type.String(), { description: 'Told this once.' }),
      created_at: Milliseconds('When they were made.'),
      updated_at: Milliseconds('When they were made.'),
    },
    { additionalProperties: false },
  ),
)
