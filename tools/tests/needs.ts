import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.ts'

/** A program that the tests drive and npm does not bring along. */
type Need = { package: string; what: string; find: () => string | null; optional?: boolean }

/** The same engine without a window to draw: a page takes half the time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell'

/** Where a real Chromium may be; the first that is there. */
const CHROMIUM_PLACES = [
  HEADLESS_SHELL,
  // Not by Debian's script, which asks a machine without a graphics card to draw with one.
  '/usr/lib/chromium/chromium',
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
  {
    package: 'chromium-headless-shell',
    what: 'the headless Chromium, which is faster',
    find: () => (existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : null),
    optional: true,
  },
]

/** Sees to it that they are there: installs them where we may, else throws with what somebody has to install. */
export async function ensureNeeds(): Promise<void> {
  const missing = NEEDS.filter((need) => need.find() === null)
  if (missing.length > 0 && mayInstall()) await install(missing)
  const still = missing.filter((need) => need.find() === null && !need.optional)
  if (still.length === 0) return
  const packages = still.map((need) => need.package).join(' ')
  throw new Error(
    `The tests need ${still.map((need) => need.what).join(' and ')}: on Debian, apt-get install ${packages}.`,
  )
}

const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function install(missing: readonly Need[]): Promise<void> {
  console.log(`installing ${missing.map((need) => need.package).join(' and ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-q'], { quiet: true, env })
  // One at a time: what a system does not have must not keep the rest away.
  for (const need of missing) {
    const wanted = ['install', '-y', '-q', '--no-install-recommends', need.package]
    const installed = await run('apt-get', wanted, { quiet: true, env })
    if (!installed.passed && !need.optional) console.error(updated.output + installed.output)
  }
}
