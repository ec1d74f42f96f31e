import { layoutJson } from '#contract/examples/json-layout.ts'
import { type Field, fieldsOf } from '#contract/openapi/fields.ts'
import { referring } from '#contract/openapi/schemas.ts'
import { settingsSchema } from '#server/settings/settings.ts'
import { fallbackText, typeText } from './fields.ts'
import { code, fenced, generatedNote, page, table } from './markdown.ts'

const example = { attributes: { phone_number: { enabled: false } }, user_lockout: { max_attempts: 5 } }

const row = (field: Field): string[] => [
  code(field.path),
  typeText(field.type, (name) => name) + (field.nullable ? ' or null' : ''),
  fallbackText(field),
  field.bounds.join('; '),
  field.meaning,
]

/** Every path that the settings file may set; those that stand alone come last. */
export function settingsPage(): string {
  const fields = fieldsOf(referring(settingsSchema))
  const groups = new Set(fields.filter(({ container }) => container).map(({ path }) => path.split('.')[0]!))
  const sections = Map.groupBy(
    fields.filter(({ container }) => !container),
    ({ path }) => {
      const group = path.split(/[.[]/)[0]!
      return groups.has(group) ? group : 'Others'
    },
  )
  const ordered = [...sections].sort(([a], [b]) => Number(a === 'Others') - Number(b === 'Others'))
  return page(
    '# Settings',
    generatedNote,
    'The file `bartleby.json` in the data folder, or the one that `BARTLEBY_SETTINGS` names, says how an instance behaves. It holds what differs from the defaults; without the file all defaults apply.',
    fenced('json', layoutJson(example)),
    'A key that does not exist, or a value out of its bounds, stops the server at its start with a message that names the path.',
    ...ordered.map(
      ([group, rows]) =>
        `## ${group === 'Others' ? group : code(group)}\n\n${table(['Path', 'Type', 'Default', 'Bounds', 'Meaning'], rows.map(row))}`,
    ),
  )
}
