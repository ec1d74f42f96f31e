import { Nothing } from '../../users/user.ts'
import { frontendOperation } from '../frontend-operation.ts'
import { BackupCodes } from '../own-factors.ts'

export const createBackupCodes = frontendOperation({
  id: 'createBackupCodes',
  method: 'POST',
  path: '/me/backup_codes',
  tag: 'Own second factors',
  summary: 'Create backup codes',
  description:
    'Ten codes, told this once; the ones before are void. Each stands in for another second factor once, so the user must have one.',
  params: Nothing,
  query: Nothing,
  envelope: 'with_client',
  result: BackupCodes,
  needs: 'session',
  refusals: ['feature_not_enabled', 'backup_codes_not_available', 'resource_locked'],
})
