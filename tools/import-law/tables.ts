/** The floors of the house, lowest first. A file imports from its own floor or from below. */
export const FLOORS = ['law', 'platform', 'ui', 'modules', 'app'] as const
export type Floor = (typeof FLOORS)[number]

/** Folders that stand beside the house, and what each may open. Nobody in the house opens them; tests open `test`. */
export const BESIDE: Record<string, readonly string[]> = {
  browser: ['browser'],
  tools: ['tools', 'test', ...FLOORS],
  bin: ['bin', 'tools', ...FLOORS],
  test: ['test', 'bin', 'tools', 'browser', ...FLOORS],
}

/**
 * Of the house the browser may use what is pure: the law and files of rules, so that what a device decides without network
 * is what the server decides when it is told (docs/decisions/0025-the-record-of-a-sitting.md).
 */
export const BROWSER_MAY_USE = /^(law\/|.*-rules\.ts$)/

/** Rooms that are known by the end of the file's name. */
export const SUFFIXED = ['rules', 'queries', 'mail', 'form', 'view', 'part', 'page', 'routes'] as const

/** A `deed` has no sign on its door: it is what a module's file is when it is nothing else. */
export type Room = (typeof SUFFIXED)[number] | 'urls' | 'permissions' | 'texts' | 'deed' | 'module'

export type RoomLaw = {
  /** Rooms whose values it may use: in its own module, and on the floors below. */
  uses: readonly Room[]
  /** Rooms that it may know by type alone, besides. */
  names: readonly Room[]
  /** Of what has no room sign, the only folders whose values it may use. */
  only?: readonly string[]
  /** Folders it must not look into, not even for a type. */
  never?: readonly string[]
  /** The only packages it may use; Node's own count too. */
  packages?: readonly string[]
}

/** Rules under another name. They are judged as rules, so that none of them can turn into something else unseen. */
export const RULES_TOO = [
  'law/',
  'platform/time/',
  'platform/i18n/',
  'platform/auth/email.ts',
  'platform/auth/permissions.ts',
  'platform/auth/return-path.ts',
  'platform/auth/visitor.ts',
  // The words of explanations: rules that explain a date need them.
  'platform/deadlines/explanation/explanation-texts.',
]

const SAYS = ['rules', 'texts', 'urls', 'permissions'] as const

/**
 * The rooms, lowest first. Read a line as: the values it uses, the types it names. A page may name the row that it shows
 * (`import type`), and can fetch none.
 */
export const ROOMS: Record<Room, RoomLaw> = {
  // Of cryptography what computes; a test sees to it that none draws at random.
  rules: { uses: ['rules'], names: [], only: [], packages: ['zod', 'node:crypto', '@oslojs/otp', 'diff'] },
  urls: { uses: ['rules'], names: [], only: [], packages: [] },
  permissions: { uses: ['rules'], names: [], only: [], packages: [] },
  texts: { uses: ['rules', 'texts'], names: [], only: [], packages: [] },
  queries: {
    uses: ['rules', 'queries'],
    names: [],
    only: ['platform/db/', 'platform/lists/'],
    packages: ['postgres', 'pg'],
    never: ['platform/http/', 'platform/jobs/', 'platform/mail/'],
  },
  mail: { uses: [...SAYS], names: ['queries'], only: [], packages: [] },
  deed: {
    uses: [...SAYS, 'queries', 'mail', 'deed'],
    names: [],
    never: ['platform/http/', 'ui/'],
    packages: ['node:', 'zod'],
  },
  form: {
    uses: [...SAYS, 'form'],
    names: ['queries', 'deed'],
    never: ['platform/db/', 'platform/jobs/', 'platform/ledger/', 'platform/mail/', 'ui/'],
    packages: ['zod'],
  },
  view: {
    uses: [...SAYS, 'queries', 'view'],
    names: ['deed', 'form'],
    never: ['platform/http/', 'platform/jobs/', 'platform/mail/', 'ui/'],
    packages: ['node:'],
  },
  part: {
    uses: [...SAYS, 'part'],
    names: ['view', 'form', 'deed', 'queries'],
    never: ['platform/db/', 'platform/jobs/', 'platform/ledger/', 'platform/mail/', 'platform/files/'],
    packages: ['hono/'],
  },
  page: {
    uses: [...SAYS, 'part', 'page'],
    names: ['view', 'form', 'deed', 'queries'],
    never: ['platform/db/', 'platform/jobs/', 'platform/ledger/', 'platform/mail/', 'platform/files/'],
    packages: ['hono/'],
  },
  routes: {
    uses: [...SAYS, 'form', 'view', 'part', 'page', 'deed', 'routes'],
    names: ['queries'],
    never: ['platform/db/', 'platform/jobs/', 'platform/ledger/'],
    packages: ['node:', 'hono', '@hono/'],
  },
  module: {
    uses: [...SAYS, 'view', 'deed', 'routes'],
    names: ['queries'],
    never: ['platform/db/', 'platform/mail/'],
    packages: [],
  },
}

/** What a floor of its own kind must not look into. */
export const FLOOR_LAW: Partial<Record<Floor, Pick<RoomLaw, 'never' | 'packages'>>> = {
  law: { packages: [] },
  ui: {
    never: [
      'platform/db/',
      'platform/jobs/',
      'platform/ledger/',
      'platform/mail/',
      'platform/files/',
      'platform/auth/',
    ],
  },
}

/** Packages that one folder keeps to itself, so that they can be changed there. */
export const HOMES: Record<string, readonly string[]> = {
  postgres: ['src/platform/db/'],
  'graphile-worker': ['src/platform/jobs/'],
  pg: ['src/platform/jobs/'],
  nodemailer: ['src/platform/mail/'],
  aws4fetch: ['src/platform/files/'],
  'tar-stream': ['src/platform/backup/'],
  diff: ['src/platform/texts/'],
  parse5: ['src/platform/texts/'],
  'd3-scale': ['src/ui/'],
  pino: ['src/platform/logs/'],
  '@cantoo/pdf-lib': ['src/platform/papers/'],
  pkijs: ['src/platform/signatures/'],
  asn1js: ['src/platform/signatures/'],
  docx: ['src/platform/letters/', 'src/platform/papers/', 'src/platform/texts/'],
  imapflow: ['src/platform/intake/'],
  'postal-mime': ['src/platform/intake/'],
  sharp: ['src/platform/documents/reading/', 'src/platform/papers/'],
  unpdf: ['src/platform/documents/reading/', 'src/platform/texts/'],
  '@napi-rs/canvas': ['src/platform/documents/reading/'],
  'prom-client': ['src/app/'],
  '@hono/node-server': ['src/app/'],
  '@oslojs/otp': ['src/platform/auth/'],
  '@simplewebauthn/server': ['src/platform/auth/'],
  'openid-client': ['src/platform/auth/'],
}
