import { randomUUID } from 'node:crypto'
import { peopleUrls } from '#app/office/people/people-urls.ts'
import { listHeldRoles } from '#platform/auth/account-queries.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { inviteOfficial } from '#platform/auth/invitations.ts'
import { insertProposal } from '#platform/auth/proposal-queries.ts'
import { enterSubstitution } from '#platform/auth/substitutions.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import { givenPerson } from '../people.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Routes of the people: who works where, with which rights. */
export function peopleRows(world: MatrixWorld): Rows {
  const { services } = world
  const records = recordsOf(world)
  const { aPerson, aRole, institutionId } = records
  const today = { 'nga-day': '1', 'nga-month': '12', 'nga-year': '2026' }
  const later = { 'deri-day': '9', 'deri-month': '12', 'deri-year': '2026' }
  return {
    'GET /zyra/njerezit': page('people.read', peopleUrls.list()),
    'GET /zyra/njerezit/ftese-e-re': page('people.manage', peopleUrls.invite()),
    'POST /zyra/njerezit/ftese-e-re': record('people.manage', async (slug) => ({
      path: peopleUrls.invite(),
      fields: {
        dergesa: randomUUID(),
        institucioni: await institutionId(slug),
        emri: 'Liri Ftuar',
        email: someAddress(slug),
        detyra: 'Nëpunëse',
        roli: 'clerk',
      },
    })),
    'GET /zyra/njerezit/propozime': page('people.manage', peopleUrls.proposals()),
    'POST /zyra/njerezit/propozime/:proposal': record('people.manage', async (slug) => ({
      path: peopleUrls.decide(await records.aProposal(slug)),
      fields: { vendimi: 'miratohet' },
    })),
    'GET /zyra/njerezit/:id': record('people.read', async (slug) => ({ path: peopleUrls.person(await aPerson(slug)) })),
    'GET /zyra/njerezit/:id/ndryshimi': record('people.manage', async (slug) => ({
      path: peopleUrls.change(await aPerson(slug)),
    })),
    'POST /zyra/njerezit/:id/ndryshimi': record('people.manage', async (slug) => {
      const email = someAddress(slug)
      const id = await aPerson(slug, email)
      const fields = { emri: 'Liri Ndryshuar', detyra: '', 'emri-para': 'Liri Prove', 'detyra-para': '', email }
      return { path: peopleUrls.change(id), fields }
    }),
    'GET /zyra/njerezit/:id/roli': record('people.manage', async (slug) => ({
      path: peopleUrls.newRole(await aPerson(slug)),
    })),
    'POST /zyra/njerezit/:id/roli': record('people.manage', async (slug) => ({
      path: peopleUrls.newRole(await aPerson(slug)),
      fields: { dergesa: randomUUID(), institucioni: await institutionId(slug), roli: 'moderator' },
    })),
    'GET /zyra/njerezit/:id/roli/:role/mbarimi': record('people.manage', async (slug) => {
      const id = await aPerson(slug)
      return { path: peopleUrls.endRole(id, await aRole(id)) }
    }),
    'POST /zyra/njerezit/:id/roli/:role/mbarimi': record('people.manage', async (slug) => {
      const id = await aPerson(slug)
      return { path: peopleUrls.endRole(id, await aRole(id)) }
    }),
    'GET /zyra/njerezit/:id/mungesa': record('people.manage', async (slug) => ({
      path: peopleUrls.absence(await aPerson(slug)),
    })),
    'POST /zyra/njerezit/:id/mungesa': record('people.manage', async (slug) => ({
      path: peopleUrls.absence(await aPerson(slug)),
      fields: {
        dergesa: randomUUID(),
        institucioni: await institutionId(slug),
        zevendesuesi: await aPerson(slug),
        ...today,
        ...later,
      },
    })),
    'POST /zyra/njerezit/:id/mungesa/:absence/mbarimi': record('people.manage', async (slug) => {
      const id = await aPerson(slug)
      return { path: peopleUrls.endAbsence(id, await records.anAbsence(slug, id)) }
    }),
    'POST /zyra/njerezit/:id/ftesa': record('people.manage', async (slug) => ({
      path: peopleUrls.resend(await records.anInvited(slug)),
    })),
    'POST /zyra/njerezit/:id/ftesa/terheqja': record('people.manage', async (slug) => ({
      path: peopleUrls.withdraw(await records.anInvited(slug)),
    })),
    'GET /zyra/njerezit/:id/mbyllja': record('people.manage', async (slug) => ({
      path: peopleUrls.end(await aPerson(slug)),
    })),
    'POST /zyra/njerezit/:id/mbyllja': record('people.manage', async (slug) => ({
      path: peopleUrls.end(await aPerson(slug)),
    })),
    'GET /zyra/qasjet': page('accesses.read', peopleUrls.accesses()),
    'GET /zyra/qasjet.csv': page('accesses.read', peopleUrls.accessesFile()),
    'POST /zyra/qasjet/afati': record('accesses.keep', async (slug) => {
      const id = await institutionId(slug)
      const months = String(1 + (services.clock.now().getTime() % 100))
      return { path: peopleUrls.accessTerm(), fields: { institucioni: id, [`muaj-${id}`]: months } }
    }),
    'GET /zyra/siguria': page('security.read', peopleUrls.security()),
    'GET /zyra/siguria.csv': page('security.read', peopleUrls.securityFile()),
  }
}

let people = 0
const someAddress = (slug: Slug): string => `njeri-${++people}@${slug}.example`

function recordsOf({ db, services }: MatrixWorld) {
  const institutionId = async (slug: Slug): Promise<string> => (await findInstitution(db, 'sq', slug))?.id ?? ''
  const aPerson = (slug: Slug, email = someAddress(slug)): Promise<string> =>
    givenPerson(services, { email, name: 'Liri Prove', roles: [{ role: 'clerk', institution: slug }] })
  const aRole = async (id: string): Promise<string> => (await listHeldRoles(db, id, services.clock.now()))[0]?.id ?? ''

  async function anAdministrator(slug: Slug): Promise<Official> {
    const email = `administrator-i-pare@${slug}.example`
    const grant = { role: 'administrator', institution: slug } as const
    const accountId = await givenPerson(services, { email, name: 'Drita Prove', roles: [grant] })
    const roles = [{ role: 'administrator', institutionId: await institutionId(slug) } as const]
    return { kind: 'staff', sessionId: randomUUID(), level: 2, accountId, name: 'Drita Prove', email, roles }
  }

  return {
    institutionId,
    aPerson,
    aRole,
    async aProposal(slug: Slug): Promise<string> {
      const now = services.clock.now()
      const accountId = await aPerson(slug)
      const proposedBy = (await anAdministrator(slug)).accountId
      const times = { proposedAt: now, expiresAt: new Date(now.getTime() + 86_400_000), validFrom: now, validTo: null }
      const formId = randomUUID()
      const role = { kind: 'role', role: 'moderator', bodyId: null } as const
      const place = { institutionId: await institutionId(slug), accountId, proposedBy, formId }
      await db.begin((tx) => insertProposal(tx, { ...place, ...times, ...role }))
      const [row] = await db<{ id: string }[]>`select id from platform.role_proposals where form_id = ${formId}`
      return row?.id ?? ''
    },
    async anAbsence(slug: Slug, absentId: string): Promise<string> {
      const formId = randomUUID()
      const days = { startsOn: '2026-12-01', endsOn: '2026-12-09' }
      const people = { absentId, substituteId: await aPerson(slug), institutionId: await institutionId(slug) }
      await enterSubstitution(services, 'command-line', { ...people, ...days, formId })
      const [row] = await db<{ id: string }[]>`select id from platform.substitutions where form_id = ${formId}`
      return row?.id ?? ''
    },
    async anInvited(slug: Slug): Promise<string> {
      const id = await institutionId(slug)
      const outcome = await inviteOfficial(services, await anAdministrator(slug), {
        formId: randomUUID(),
        email: someAddress(slug),
        name: 'Liri Ftuar',
        post: null,
        institutionId: id,
        roles: [{ role: 'clerk', institutionId: id }],
        samePerson: false,
        lang: 'sq',
        letter: () => ({ subject: 'Ftesë', body: 'Ftesë' }),
      })
      if (outcome.kind === 'refused') throw new Error(outcome.reason)
      return outcome.accountId
    },
  }
}
