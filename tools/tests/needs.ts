import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.ts'

/** A program that the tests drive and npm does not bring along. */
type Need = { package: string; what: string; find: () => string | null }

/** Where a real Chromium may be; the first that is there. */
const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

export const findChromium = (env: NodeJS.ProcessEnv = process.env): string | null =>
  [env.CHROMIUM_PATH, ...CHROMIUM_PLACES].find((place) => place && existsSync(place)) ?? null

export const findJava = (env: NodeJS.ProcessEnv = process.env): string | null =>
  (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'java'))
    .find((place) => existsSync(place)) ?? null

const NEEDS: readonly Need[] = [
  { package: 'chromium', what: 'Chromium (or CHROMIUM_PATH, if it lies elsewhere)', find: findChromium },
  { package: 'default-jre-headless', what: 'Java, which runs the HTML checker', find: findJava },
]

/** Sees to it that they are there: installs them where we may, else throws with what somebody has to install. */
export async function ensureNeeds(): Promise<void> {
  const missing = NEEDS.filter((need) => need.find() === null)
  if (missing.length > 0 && mayInstall()) await install(missing.map((need) => need.package))
  const still = missing.filter((need) => need.find() === null)
  if (still.length === 0) return
  const packages = still.map((need) => need.package).join(' ')
  throw new Error(
    `The tests need ${still.map((need) => need.what).join(' and ')}: on Debian, apt-get install ${packages}.`,
  )
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function install(packages: readonly string[]): Promise<void> {
  console.log(`installing ${packages.join(' and ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-q'], { quiet: true, env })
  const installed = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    quiet: true,
    env,
  })
  if (!installed.passed) console.error(updated.output + installed.output)
}
