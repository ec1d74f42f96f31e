import { globSync, readFileSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { exampleServerUrl } from '#contract/examples.ts'
import { openApiDocument } from '#contract/openapi.ts'
import { openApiFrontendDocument } from '#contract/openapi-frontend.ts'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { errorsPage } from './errors-page.ts'
import { frontendPage } from './frontend-page.ts'
import { indexPage } from './index-page.ts'
import { operationPage } from './operation-page.ts'
import { root } from './root.ts'
import { settingsPage } from './settings-page.ts'
import { objectsPage, userPage } from './shapes.ts'

const folder = 'docs/reference'

const slashes = (path: string) => path.split(sep).join('/')

/** The page of an operation lies below docs/reference as the operation lies below contract. */
function pagePath(operation: Operation, contractFiles: readonly string[]): string {
  const name = operation.id.toLowerCase()
  const [file, ...others] = contractFiles.filter((path) => basename(path, '.ts').replaceAll('-', '') === name)
  if (!file || others.length > 0)
    throw new Error(
      `contract/ must have one file named after ${operation.id}; found ${[file, ...others].join(', ')}`,
    )
  return file.replace(/\.ts$/, '.md')
}

/** Every page: its path below the root of the project, and its text. */
export function referenceFiles(): Map<string, string> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const contractFiles = globSync('*/*.ts', { cwd: join(root, 'contract') }).map(slashes)
  const pages = new Map(operations.map((operation) => [operation, pagePath(operation, contractFiles)]))
  const about = { serverUrl: exampleServerUrl, version }
  const json = (document: object) => `${JSON.stringify(document, null, 2)}\n`
  const files: [string, string][] = [
    ['README.md', indexPage(pages)],
    ['openapi.json', json(openApiDocument(about))],
    ['openapi-frontend.json', json(openApiFrontendDocument(about))],
    ['frontend.md', frontendPage()],
    ['user.md', userPage()],
    ['objects.md', objectsPage()],
    ['errors.md', errorsPage()],
    ['settings.md', settingsPage()],
    ...[...pages].map(([operation, path]): [string, string] => [path, operationPage(operation, path)]),
  ]
  return new Map(files.map(([path, text]) => [`${folder}/${path}`, text]))
}
