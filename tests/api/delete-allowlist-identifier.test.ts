import { deletionRule } from '#tests/api/access-lists.ts'

deletionRule('allowlist', 'ALW-5')
