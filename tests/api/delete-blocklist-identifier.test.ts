import { deletionRule } from '#tests/api/access-lists.ts'

deletionRule('blocklist', 'BLK-3')
