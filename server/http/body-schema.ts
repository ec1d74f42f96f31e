import { type TObject, Type } from 'typebox'
import { attributeOfParameter } from '#contract/attributes.ts'
import type { Settings } from '#server/settings/settings.ts'

/** The body that this instance knows: the parameters of attributes that are switched off do not exist. */
export function bodyOfInstance(body: TObject, attributes: Settings['attributes']): TObject {
  const off = Object.entries(attributeOfParameter)
    .filter(([, attribute]) => !attributes[attribute].enabled)
    .map(([parameter]) => parameter)
  const kept = Object.entries(body.properties).filter(([parameter]) => !off.includes(parameter))
  return Type.Object(Object.fromEntries(kept), { additionalProperties: false })
}
