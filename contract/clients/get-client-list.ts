import { Type } from 'typebox'
import { operation } from '../operation.ts'
import { named } from '../shapes.ts'
import { Nothing } from '../users/user.ts'
import { Client } from './client.ts'

const ClientPage = named(
  'ClientPage',
  Type.Object(
    {
      data: Type.Array(Client),
      total_count: Type.Integer({ minimum: 0, description: 'Of all pages together.' }),
    },
    { additionalProperties: false },
  ),
)

export const getClientList = operation({
  id: 'GetClientList',
  method: 'GET',
  path: '/clients',
  tag: 'Clients',
  summary: 'List clients',
  description:
    'A bare array, newest first, each with the sessions that are active there; with `paginated`, an object that has the total too. Deprecated: list the sessions of a user instead.',
  params: Nothing,
  query: Type.Object({
    paginated: Type.Optional(
      Type.Boolean({ description: 'Answer `{ data, total_count }` in place of the bare array.' }),
    ),
    limit: Type.Optional(
      Type.Integer({ default: 10, description: '1 to 500; any other value means the default, 10.' }),
    ),
    offset: Type.Optional(Type.Integer({ default: 0, description: 'How many to skip.' })),
  }),
  result: Type.Union([Type.Array(Client), ClientPage]),
  refusals: ['form_param_value_invalid'],
  roles: ['owner', 'support', 'read_only'],
})
