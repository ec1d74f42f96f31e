import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { flag, words } from '../shapes.ts'
import { Nothing, User } from './user.ts'
import {
  attributeRefusals,
  factorAttributes,
  passwordAttributes,
  userAttributes,
  userMetadata,
} from './user-attributes.ts'

const identifiersMax = 100
const identifiers = (description: string) =>
  Type.Optional(Type.Array(Type.String(), { maxItems: identifiersMax, description }))
const statuses = (other: string) =>
  Type.Optional(
    Type.Array(words(['verified', 'reserved']), {
      maxItems: identifiersMax,
      description: `One per entry of \`${other}\`, by position. Empty: all verified.`,
    }),
  )

export const createUser = operation({
  id: 'CreateUser',
  method: 'POST',
  path: '/users',
  tag: 'Users',
  summary: 'Create a user',
  description:
    'The first of each kind of identifier becomes the primary one. Addresses count as verified unless a status says otherwise. All or nothing: a refusal leaves no trace.',
  params: Nothing,
  query: Nothing,
  body: Type.Object(
    {
      email_address: identifiers('E-mail addresses; the first becomes primary.'),
      email_address_identification_status: statuses('email_address'),
      phone_number: identifiers('Phone numbers in E.164 form; the first becomes primary.'),
      phone_number_identification_status: statuses('phone_number'),
      web3_wallet: identifiers('Wallet addresses; the first becomes primary.'),
      ...userAttributes,
      ...passwordAttributes,
      ...factorAttributes,
      ...userMetadata,
      skip_password_checks: flag('Take the password without the policy checks.'),
      skip_password_requirement: flag('Create without a password where the instance demands one.'),
      skip_user_requirement: flag('Do not demand the identifiers that the instance requires.'),
      banned: flag('Create the user banned.'),
      locked: flag('Create the user locked.'),
    },
    { additionalProperties: false },
  ),
  result: User,
  refusals: [
    ...attributeRefusals,
    'form_param_array_length_mismatch',
    'form_data_missing',
    'form_param_missing',
    'feature_not_enabled',
    'unsupported_subscription_plan_features',
    'not_allowed_access',
  ],
  roles: ['owner', 'support'],
})
