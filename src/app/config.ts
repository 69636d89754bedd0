import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import type { Settings } from '#platform/settings/settings.ts'

export type ProcessRole = 'web' | 'worker' | 'all'

export type Config = {
  port: number
  /** Where a process that is a worker alone tells its health; null: nowhere. */
  workerPort: number | null
  host: string
  role: ProcessRole
  /** Null: an embedded PostgreSQL in `settings.dataFolder`. */
  databaseUrl: string | null
  logLevel: string
  settings: Settings
}

export type Refusals = { refused: readonly string[] }

type Environment = Record<string, string | undefined>

/** Every name we know. An unknown `KUVEND_*` is a typing error that would otherwise be lived with for years. */
const KNOWN = new Set([
  'KUVEND_DATA',
  'KUVEND_URL',
  'KUVEND_DEMO',
  'KUVEND_ROLE',
  'KUVEND_SECRET',
  'KUVEND_LEDGER_KEY',
  'KUVEND_PROXY',
  'KUVEND_LOG',
  'KUVEND_MAIL_FROM',
  'KUVEND_REAL_DATA',
  'KUVEND_WORKER_PORT',
  'KUVEND_DIGESTS_PER_MINUTE',
])

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug']
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

/** Reads the environment once. Says everything that is wrong with it, so that an operator mends it in one go. */
export function readConfig(env: Environment): Config | Refusals {
  const read = new Reader(env)
  const port = read.port('PORT') ?? 3000
  const host = env.HOST || '127.0.0.1'
  const url = read.address('KUVEND_URL', ['http:', 'https:'])
  const loopback = LOOPBACK.test(host) && (url === null || LOOPBACK.test(new URL(url).hostname))
  const dataFolder = resolve(env.KUVEND_DATA || '.kuvend')
  const config = {
    port,
    workerPort: read.port('KUVEND_WORKER_PORT'),
    host,
    role: read.choice('KUVEND_ROLE', ['web', 'worker', 'all'], 'all'),
    databaseUrl: read.address('DATABASE_URL', ['postgres:', 'postgresql:']),
    logLevel: read.choice('KUVEND_LOG', LOG_LEVELS, 'info'),
    demo: read.choice('KUVEND_DEMO', ['on', 'off'], loopback ? 'on' : 'off') === 'on',
    trustedProxies: read.count('KUVEND_PROXY'),
    smtpUrl: read.address('SMTP_URL', ['smtp:', 'smtps:']),
    s3Url: read.address('S3_URL', ['s3+https:', 's3+http:']),
    imapUrl: read.address('IMAP_URL', ['imaps:', 'imap:']),
    digestsPerMinute: read.rate('KUVEND_DIGESTS_PER_MINUTE'),
  }
  read.lengths()
  if (read.problems.length > 0) return { refused: read.problems }
  return {
    ...config,
    settings: {
      ...originsOf(url, host, port),
      demo: config.demo,
      secret: Buffer.from(env.KUVEND_SECRET || keptKey(dataFolder, 'secret', 'base64url'), 'utf8'),
      ledgerSeed: Buffer.from(env.KUVEND_LEDGER_KEY || keptKey(dataFolder, 'ledger', 'base64'), 'base64'),
      trustedProxies: config.trustedProxies,
      dataFolder,
      mailFrom: env.KUVEND_MAIL_FROM || `Kuvend <kuvend@${url ? new URL(url).hostname : hostname()}>`,
      smtpUrl: config.smtpUrl,
      s3Url: config.s3Url,
      imapUrl: config.imapUrl,
      ...(config.digestsPerMinute === null ? {} : { digestsPerMinute: config.digestsPerMinute }),
    },
  }
}

/** Without KUVEND_URL we are on this machine alone, and both of its names are us. */
function originsOf(url: string | null, host: string, port: number): { url: string; origins: string[] } {
  if (url) {
    const { origin } = new URL(url)
    return { url: origin, origins: [origin] }
  }
  const names = LOOPBACK.test(host) ? ['127.0.0.1', 'localhost', '[::1]'] : [host]
  const origins = names.map((name) => `http://${name}:${port}`)
  return { url: origins[0] ?? '', origins }
}

/** 32 bytes made once and kept in the data folder where only its owner can read them, in the words that stand there. */
function keptKey(dataFolder: string, name: string, encoding: 'base64' | 'base64url'): string {
  const file = join(dataFolder, 'keys', name)
  if (!existsSync(file)) {
    mkdirSync(join(dataFolder, 'keys'), { recursive: true, mode: 0o700 })
    // Written aside and linked into place: of two processes starting together the first one's key stands, whole.
    const aside = `${file}.${process.pid}`
    writeFileSync(aside, randomBytes(32).toString(encoding), { mode: 0o600 })
    try {
      linkSync(aside, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    }
    rmSync(aside)
  }
  return readFileSync(file, 'utf8').trim()
}

class Reader {
  readonly problems: string[] = []
  private readonly env: Environment

  constructor(env: Environment) {
    this.env = env
    for (const name of Object.keys(env)) {
      if (name.startsWith('KUVEND_') && !KNOWN.has(name))
        this.problems.push(`${name}: no setting of that name is known`)
    }
  }

  port(name: string): number | null {
    const words = this.env[name]
    if (!words) return null
    const port = Number(words)
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      this.problems.push(`${name}=${words}: a number from 1 to 65535`)
    return port
  }

  count(name: string): number {
    const words = this.env[name] || '0'
    if (!/^\d$/.test(words)) this.problems.push(`${name}=${words}: the number of proxies in front, 0 to 9`)
    return Number(words)
  }

  rate(name: string): number | null {
    const words = this.env[name]
    if (!words) return null
    const rate = /^\d{1,5}$/.test(words) ? Number(words) : 0
    if (rate < 1) this.problems.push(`${name}=${words}: letters in a minute, 1 to 99999`)
    return rate
  }

  choice<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
    const words = this.env[name]
    if (!words) return otherwise
    const found = allowed.find((one) => one === words)
    if (!found) this.problems.push(`${name}=${words}: one of ${allowed.join(', ')}`)
    return found ?? otherwise
  }

  address(name: string, protocols: readonly string[]): string | null {
    const words = this.env[name]
    if (!words) return null
    if (URL.canParse(words) && protocols.includes(new URL(words).protocol)) return words
    this.problems.push(
      `${name}: an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    )
    return null
  }

  lengths(): void {
    if ((this.env.KUVEND_SECRET?.length ?? 32) < 32) this.problems.push('KUVEND_SECRET: at least 32 characters')
    const seed = this.env.KUVEND_LEDGER_KEY
    if (seed && !/^[A-Za-z0-9+/]{43}=$/.test(seed))
      this.problems.push('KUVEND_LEDGER_KEY: 32 bytes in base64, as `openssl rand -base64 32` prints them')
  }
}
