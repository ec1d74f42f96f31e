import { basename, dirname, resolve } from 'node:path'
import { checkApp } from '#server/cli/doctor-app.ts'
import { type Check, checksOf } from '#server/cli/doctor-check.ts'
import { checkKeys } from '#server/cli/doctor-keys.ts'
import { checkNode, checkPlace } from '#server/cli/doctor-machine.ts'
import { checkPictures } from '#server/cli/doctor-pictures.ts'
import { checkClock, checkServer } from '#server/cli/doctor-server.ts'
import type { Io } from '#server/cli/io.ts'
import { hasFile } from '#server/keys/key-files.ts'
import { InvalidStart, readEnvironment, type Variables } from '#server/settings/environment.ts'
import { loadSettings } from '#server/settings/read-settings.ts'
import { databaseFileName } from '#server/storage/dialects/sqlite.ts'
import { type Inspection, inspectDatabase } from '#server/storage/inspect.ts'
import { CannotOpen } from '#server/storage/storage.ts'

type Env = Readonly<Record<string, string | undefined>>

function linesOf(error: unknown): string[] {
  if (!(error instanceof InvalidStart)) throw error
  return error.message.split('\n')
}

function readVariables(env: Env): { variables?: Variables; checks: Check[] } {
  const { ok, problem } = checksOf('variables')
  try {
    return { variables: readEnvironment(env), checks: [ok('all BARTLEBY_… variables can be used')] }
  } catch (error) {
    const advice = 'see docs/guides/settings.md'
    return { checks: linesOf(error).map((line) => problem(line.replace(/\.$/, ''), advice)) }
  }
}

async function checkSettings({ settingsPath, settingsGiven }: Variables): Promise<Check[]> {
  const { ok, problem } = checksOf('settings')
  try {
    await loadSettings(settingsPath, { optional: !settingsGiven })
    const isThere = await hasFile(dirname(settingsPath), basename(settingsPath))
    return [ok(isThere ? `${settingsPath} can be used` : `${settingsPath} is not there: all defaults apply`)]
  } catch (error) {
    return linesOf(error).map((line) => problem(line, 'see docs/guides/settings.md'))
  }
}

async function checkDatabase({
  databaseUrl,
  data,
}: Variables): Promise<{ inspection?: Inspection; checks: Check[] }> {
  try {
    const inspection = await inspectDatabase({ databaseUrl, dataFolder: data })
    const name = inspection.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'
    return { inspection, checks: inspection.findings.map((finding) => ({ name, ...finding })) }
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    const isThere = databaseUrl || (await hasFile(data, databaseFileName))
    const advice = isThere ? 'see docs/guides/doctor.md' : 'run "bartleby serve" once, or set BARTLEBY_DATA'
    return { checks: [checksOf('database').problem(error.message, advice)] }
  }
}

async function everyCheck(env: Env, appFile: string | undefined): Promise<Check[]> {
  const { variables, checks } = readVariables(env)
  checks.unshift(checkNode(process.versions.node))
  if (!variables) return checks
  checks.push(...(await checkSettings(variables)), ...(await checkPlace(variables)))
  const { inspection, checks: ofDatabase } = await checkDatabase(variables)
  checks.push(...ofDatabase)
  if (inspection) {
    checks.push(...(await checkKeys(variables, inspection)), checkClock(Date.now(), inspection))
    checks.push(await checkPictures(variables, inspection))
  }
  checks.push(...(await checkServer(variables.publicUrl)))
  if (appFile) checks.push(...(await checkApp(resolve(appFile), variables, inspection)))
  return checks
}

/** Looks at everything that a server needs, and changes nothing. Exit code 1 when there is a problem. */
export async function doctor(env: Env, io: Io, options: { env?: string; json?: boolean }): Promise<number> {
  const checks = await everyCheck(env, options.env)
  const problems = checks.filter(({ state }) => state === 'problem').length
  const warnings = checks.filter(({ state }) => state === 'warning').length
  if (options.json) {
    io.out(`${JSON.stringify({ ok: problems === 0, problems, warnings, checks }, null, 2)}\n`)
  } else {
    const width = Math.max(...checks.map(({ name }) => name.length))
    for (const { state, name, text, advice } of checks) {
      const said = advice === undefined ? text : `${text}: ${advice}`
      io.out(`${state.padEnd(7)}  ${name.padEnd(width)}  ${said}\n`)
    }
    io.out(`\n${problems} problems, ${warnings} warnings\n`)
  }
  return problems > 0 ? 1 : 0
}
