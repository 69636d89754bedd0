import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findAccountByEmail } from '#platform/auth/account-queries.ts'
import { addAccount, grantRole } from '#platform/auth/accounts.ts'
import type { Role } from '#platform/auth/visitor.ts'
import {
  findInstitution,
  insertBody,
  insertInstitution,
  setRoleAddress,
} from '#platform/institutions/institution-queries.ts'
import { bodyRecords, institutionRecords } from '#platform/institutions/institution-records.ts'
import { INSTITUTION_KINDS, JURISDICTIONS, ZONES } from '#platform/institutions/institution-rules.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { hasInstitution, lockDemonstration } from './demonstrate-queries.ts'
import { doors } from './doors.ts'

const FOLDER = 'db/demo'

/** At start: invented institutions, people and matters for whoever looks at Kuvend for the first time. */
export async function demonstrateWhenEmpty(services: Services): Promise<void> {
  if (!services.settings.demo) return
  await services.db.begin(async (tx) => {
    await lockDemonstration(tx)
    if (await hasInstitution(tx)) return
    await demonstrate(services)
    services.log.info({}, 'demonstration content loaded')
  })
}

/** Safe to run again: what stands is left alone, what is missing is added. */
export async function demonstrate(services: Services): Promise<void> {
  for (const institution of (await read('demo.json', Institutions)).institutions)
    await addInstitution(services, institution)
  for (const person of (await read('people.json', People)).people) await addPerson(services, person)
  for (const door of doors) await door.demonstrate?.(services)
}

async function read<T>(file: string, shape: z.ZodType<T>): Promise<T> {
  return shape.parse(JSON.parse(await readFile(join(FOLDER, file), 'utf8')))
}

const InBoth = z.object({ sq: z.string(), en: z.string() })

const Institutions = z.object({
  institutions: z.array(
    z.object({
      slug: z.string(),
      jurisdiction: z.enum(JURISDICTIONS),
      kind: z.enum(INSTITUTION_KINDS),
      name: InBoth,
      body: z.object({ name: InBoth }).nullable(),
      role_address: z.string(),
      front_desk: z.object({ address: z.string(), postal: z.string() }).nullable().default(null),
      accent: z.string().optional(),
    }),
  ),
})

async function addInstitution(
  services: Services,
  {
    slug,
    jurisdiction,
    kind,
    name,
    body,
    role_address: email,
    front_desk: desk,
    accent = '',
  }: z.infer<typeof Institutions>['institutions'][number],
): Promise<void> {
  await services.db.begin(async (tx) => {
    const known = { slug, jurisdiction, kind, zone: ZONES[jurisdiction], accent: accent || null }
    const id = await insertInstitution(tx, { ...known, demonstration: true, names: name })
    if (id === null) return
    await setRoleAddress(tx, id, { role: 'consultations', email, telephone: null, postal: null })
    if (desk)
      await setRoleAddress(tx, id, { role: 'front-desk', email: desk.address, telephone: null, postal: desk.postal })
    const bodyId = body && (await insertBody(tx, id, 'council', body.name.sq))
    await appendToLedger(
      tx,
      services,
      { kind: institutionRecords, ids: [id] },
      { kind: bodyRecords, ids: bodyId === null ? [] : [bodyId] },
    )
  })
}

/** As the content names the roles. */
const ROLE_NAMES = {
  operator: 'operator',
  institution_administrator: 'administrator',
  consultation_coordinator: 'consultation-coordinator',
  moderator: 'moderator',
  clerk: 'clerk',
  head: 'head',
  council_secretary: 'council-secretary',
  data_protection_officer: 'data-protection-officer',
  auditor: 'auditor',
} as const satisfies Record<string, Role>

const People = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      email: z.string(),
      post: InBoth,
      roles: z.array(
        z.object({
          institution: z.string().nullable(),
          role: z.enum(Object.keys(ROLE_NAMES) as (keyof typeof ROLE_NAMES)[]),
        }),
      ),
    }),
  ),
})

async function addPerson(
  services: Services,
  { name, email, post, roles }: z.infer<typeof People>['people'][number],
): Promise<void> {
  const added = await addAccount(services, 'command-line', { name, email, post: post.sq, demonstration: true })
  const id = added.kind === 'added' ? added.id : await demonstrationAccount(services, email)
  if (id === null) return
  for (const { institution, role } of roles) {
    const institutionId = institution === null ? null : (await findInstitution(services.db, 'sq', institution))?.id
    if (institutionId === undefined) throw new Error(`demonstration person ${name}: no institution ${institution}`)
    const granted = await grantRole(services, 'command-line', id, { role: ROLE_NAMES[role], institutionId })
    if (granted.kind === 'refused') throw new Error(`demonstration person ${name}: ${granted.reason}`)
  }
}

/** Never a role for somebody who merely has the same address. */
async function demonstrationAccount({ db }: Services, email: string): Promise<string | null> {
  const account = await findAccountByEmail(db, email)
  return account?.demonstration && account.endedAt === null ? account.id : null
}
