import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { ensureLabel } from '#modules/consultations/desk/label-queries.ts'
import { insertView } from '#modules/consultations/desk/saved-view-queries.ts'
import { startBulkDeed } from '#modules/consultations/desk/start-bulk-deed.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const PHONE = 'Më telefononi në 069 000 00 00.'

/** The coordinator's desk. */
export function deskRows({ db, services }: MatrixWorld): Rows {
  const aComment = async (institution: Slug) =>
    givenComment(services, await givenConsultation(services, { institution }), { body: PHONE })

  async function aDeed(institution: Slug): Promise<string> {
    const { id } = await aComment(institution)
    const moderator = await officialWith(services, ['moderator', institution])
    const choice = { ids: [id], institutions: null }
    const begun = await startBulkDeed(services, moderator, crypto.randomUUID(), { deed: 'release' }, choice, 1)
    if (begun.kind !== 'started') throw new Error(`test deed: ${begun.kind}`)
    return begun.id
  }

  async function aView(institution: Slug): Promise<string> {
    const { accountId } = await officialWith(services, ['moderator', institution])
    const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${institution}`
    const view = { institutionId: row?.id ?? '', accountId, name: 'Tarifat', query: 'q=tarif', shared: true }
    return (
      (await db.begin((tx) => insertView(tx, { ...view, formId: crypto.randomUUID(), at: services.clock.now() }))) ?? ''
    )
  }

  async function aLabel(institution: Slug): Promise<{ consultation: string; label: string }> {
    const given = await givenConsultation(services, { institution })
    const { accountId: by } = await officialWith(services, ['moderator', institution])
    const label = { institutionId: given.institution.id, consultationId: given.id, name: 'Tarifat', by }
    return {
      consultation: given.id,
      label: await db.begin((tx) => ensureLabel(tx, { ...label, at: services.clock.now() })),
    }
  }

  return {
    'GET /zyra/komente/lista.csv': page('comments.read', officeUrls.commentsFile('csv')),
    'GET /zyra/komente/lista.xlsx': page('comments.read', officeUrls.commentsFile('xlsx')),
    'GET /zyra/komente/pamjet': page('comments.read', officeUrls.commentViews()),
    'POST /zyra/komente/pamjet': record('comments.desk', async (institution) => ({
      path: officeUrls.commentViews(),
      fields: {
        emri: 'Tarifat',
        pyetja: 'q=tarif',
        dergesa: crypto.randomUUID(),
        institucioni: (await givenConsultation(services, { institution })).institution.id,
      },
    })),
    'POST /zyra/komente/pamjet/:id': record('comments.desk', async (institution) => ({
      path: officeUrls.commentView(await aView(institution)),
      fields: { veprimi: 'parazgjedhje' },
    })),
    'GET /zyra/komente/veprimi': page('comments.moderate', `${officeUrls.bulk()}?veprimi=release`),
    'POST /zyra/komente/veprimi': record('comments.moderate', async (institution) => ({
      path: officeUrls.bulk(),
      fields: {
        veprimi: 'release',
        numri: '1',
        dergesa: crypto.randomUUID(),
        k: (await aComment(institution)).id,
      },
    })),
    'GET /zyra/komente/veprimet': page('comments.read', officeUrls.bulkDeeds()),
    'GET /zyra/komente/veprimet/:id': record('comments.read', async (institution) => ({
      path: officeUrls.bulkDeed(await aDeed(institution)),
    })),
    'POST /zyra/komente/veprimet/:id/zhberja': record('comments.moderate', async (institution) => ({
      path: officeUrls.undoBulk(await aDeed(institution)),
      fields: {},
    })),
    'POST /zyra/komente/:id/caktimi': record('comments.moderate', async (institution) => ({
      path: officeUrls.assignComment((await aComment(institution)).id),
      fields: { kujt: 'mua', pare: '' },
    })),
    'POST /zyra/komente/:id/etiketat': record('comments.moderate', async (institution) => ({
      path: officeUrls.labelComment((await aComment(institution)).id),
      fields: { etiketa: 'Tarifat', veprimi: 'vere' },
    })),
    'GET /zyra/komente/:id/mbulimi': record('comments.redact', async (institution) => ({
      path: officeUrls.redaction((await aComment(institution)).id),
    })),
    'POST /zyra/komente/:id/mbulimi': record('comments.redact', async (institution) => {
      const { id } = await aComment(institution)
      const [row] = await db<{ at: Date }[]>`select changed_at as at from consultations.comments where id = ${id}`
      return {
        path: officeUrls.redaction(id),
        fields: {
          hapi: 'kryerja',
          fjalet: '069 000 00 00',
          cfare: 'telephone',
          arsyeja: 'third-person',
          kuptoj: 'po',
          versioni: '1',
          ndryshuar: row?.at.toISOString() ?? '',
          dergesa: crypto.randomUUID(),
        },
      }
    }),
    'GET /zyra/konsultime/:id/etiketat': record('comments.read', async (institution) => ({
      path: officeUrls.labels((await aLabel(institution)).consultation),
    })),
    'POST /zyra/konsultime/:id/etiketat': record('comments.moderate', async (institution) => {
      const { consultation, label } = await aLabel(institution)
      return {
        path: officeUrls.labels(consultation),
        fields: { etiketa: label, versioni: '1', veprimi: 'emri', [`emri-${label}`]: 'Oraret' },
      }
    }),
  }
}
