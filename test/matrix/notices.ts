import { randomUUID } from 'node:crypto'
import { addCoLeader } from '#modules/consultations/notices/lead-together.ts'
import { addPosting } from '#modules/consultations/notices/keep-posting.ts'
import { listCoLeaders, listPostings } from '#modules/consultations/notices/notice-queries.ts'
import { givenPreliminary, givenStakeholder } from '#modules/consultations/notices/notices-testing.ts'
import { noticeUrls } from '#modules/consultations/notices/urls.ts'
import { givenConsultation, givenDraft, givenInstitution, officialWith } from '#modules/consultations/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const OTHER: Record<string, string> = { prova: 'provas', provas: 'prova' }
const down = { 'ulur-day': '22', 'ulur-month': '11', 'ulur-year': '2026' }

/** Notices, who leads together, postings, the sheet, and the letters to stakeholders. */
export function noticeRows({ db, services }: MatrixWorld): Rows {
  const aDraft = async (institution: Slug) => (await givenDraft(services, { institution })).id
  const coordinator = (slug: Slug) => officialWith(services, ['consultation-coordinator', slug])

  async function aLeader(slug: Slug): Promise<string> {
    const id = await aDraft(slug)
    const form = { partnerId: null, name: 'Shoqata e Provës', contactRole: null, readsComments: false, formId: null }
    await addCoLeader(services, await coordinator(slug), id, form)
    return noticeUrls.endCoLeader(id, (await listCoLeaders(db, 'sq', id))[0]?.id ?? '')
  }

  async function aPosting(slug: Slug): Promise<{ id: string; posting: string }> {
    const id = await aDraft(slug)
    const form = { place: 'Tabela', postedOn: '2026-11-22', takenDownOn: null, photograph: null, formId: null }
    await addPosting(services, await coordinator(slug), id, form)
    return { id, posting: (await listPostings(db, id))[0]?.id ?? '' }
  }

  async function anInvitation(slug: Slug) {
    const { id } = await givenConsultation(services, { institution: slug })
    const [event] = await db<{ id: string }[]>`
      select id from consultations.consultation_events where consultation_id = ${id} and kind = 'published'`
    const { id: stakeholder } = await givenStakeholder(services, slug)
    return { path: noticeUrls.invite(id), fields: { ngjarja: event?.id ?? '', palet: stakeholder } }
  }

  const stakeholderForm = async (slug: Slug) => ({
    institucioni: (await givenInstitution(services, slug)).id,
    emri: 'Shoqata e Provës',
    lloji: 'civil-society',
    posta: `${randomUUID()}@shoqata.example`,
    gjuha: 'sq',
    burimi: 'Faqja e saj',
    baza: 'public-role',
    'ruhet-day': '1',
    'ruhet-month': '6',
    'ruhet-year': '2027',
    versioni: '1',
    dergesa: randomUUID(),
  })

  /** Led by the other institution, whose comments this one may read. */
  async function coLed(slug: Slug): Promise<string> {
    const lead = OTHER[slug] ?? 'prova'
    const { id } = await givenConsultation(services, { institution: lead })
    const { id: partnerId } = await givenInstitution(services, slug)
    const form = { partnerId, name: null, contactRole: null, readsComments: true, formId: null }
    await addCoLeader(services, await officialWith(services, ['consultation-coordinator', lead]), id, form)
    return id
  }

  return {
    'GET /zyra/konsultime/:id/njoftimi': record('consultations.read', async (slug) => ({
      path: noticeUrls.office(await aDraft(slug)),
    })),
    'POST /zyra/konsultime/:id/njoftimi': record('consultations.write', async (slug) => ({
      path: noticeUrls.office(await aDraft(slug)),
      fields: { arsyet: 'Tregu ka nevojë për rregulla.', gjendja: '0' },
    })),
    'POST /zyra/konsultime/:id/njoftimi/bashkedrejtues': record('consultations.write', async (slug) => ({
      path: noticeUrls.coLeaders(await aDraft(slug)),
      fields: { emri: 'Shoqata e Provës', dergesa: randomUUID() },
    })),
    'POST /zyra/konsultime/:id/njoftimi/bashkedrejtues/:leader/heqja': record('consultations.write', async (slug) => ({
      path: await aLeader(slug),
      fields: {},
    })),
    'POST /zyra/konsultime/:id/njoftimi/afishime': record('consultations.write', async (slug) => ({
      path: noticeUrls.postings(await aDraft(slug)),
      fields: {
        vendi: 'Tabela e njoftimeve',
        'afishuar-day': '22',
        'afishuar-month': '11',
        'afishuar-year': '2026',
        dergesa: randomUUID(),
        fotografia: new File([], ''),
      },
    })),
    'POST /zyra/konsultime/:id/njoftimi/afishime/:posting/ulja': record('consultations.write', async (slug) => {
      const { id, posting } = await aPosting(slug)
      return { path: noticeUrls.takenDown(id, posting), fields: down }
    }),
    'POST /zyra/konsultime/:id/njoftimi/afishime/:posting/heqja': record('consultations.write', async (slug) => {
      const { id, posting } = await aPosting(slug)
      return { path: noticeUrls.removePosting(id, posting), fields: {} }
    }),
    'GET /zyra/konsultime/:id/fleta': record('consultations.read', async (slug) => ({
      path: noticeUrls.sheet(await aDraft(slug)),
    })),
    'GET /zyra/konsultime/:id/fleta.txt': record('consultations.read', async (slug) => ({
      path: noticeUrls.sheetFile(await aDraft(slug)),
    })),
    'POST /zyra/konsultime/:id/per-projektin': record('consultations.write', async (slug) => ({
      path: noticeUrls.onDraft((await preliminaryOf(slug)).id),
      fields: { dergesa: randomUUID() },
    })),
    'GET /zyra/konsultime/:id/ftesat': record('consultations.publish', async (slug) => ({
      path: noticeUrls.invite((await givenConsultation(services, { institution: slug })).id),
    })),
    'POST /zyra/konsultime/:id/ftesat': record('consultations.publish', anInvitation),
    'GET /zyra/palet': page('consultations.write', noticeUrls.stakeholders()),
    'GET /zyra/palet/e-re': page('consultations.write', noticeUrls.newStakeholder()),
    'POST /zyra/palet/e-re': record('consultations.write', async (slug) => ({
      path: noticeUrls.newStakeholder(),
      fields: await stakeholderForm(slug),
    })),
    'GET /zyra/palet/:id': record('consultations.write', async (slug) => ({
      path: noticeUrls.stakeholder((await givenStakeholder(services, slug)).id),
    })),
    'POST /zyra/palet/:id': record('consultations.write', async (slug) => ({
      path: noticeUrls.stakeholder((await givenStakeholder(services, slug)).id),
      fields: await stakeholderForm(slug),
    })),
    'POST /zyra/palet/:id/fshirja': record('consultations.write', async (slug) => ({
      path: noticeUrls.eraseStakeholder((await givenStakeholder(services, slug)).id),
      fields: {},
    })),
    'GET /zyra/bashkedrejtime': page('comments.read', noticeUrls.coLed()),
    'GET /zyra/bashkedrejtime/:id': record('comments.read', async (slug) => ({
      path: noticeUrls.coLedOne(await coLed(slug)),
    })),
  }

  /** By its own basis: law 146/2014 is a law of Albania. */
  function preliminaryOf(slug: Slug) {
    return givenPreliminary(services, { institution: slug, basisRule: null, closesOn: '2027-03-01' })
  }
}
