import { randomUUID } from 'node:crypto'
import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { everyDoor } from '../doors.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** History, takedowns, people's own data. */
export const ownDataRows = ({ db, services }: MatrixWorld): Rows => {
  const aTakedown = async (slug: Slug): Promise<string> => {
    const { id } = await givenConsultation(services, { institution: slug, title: `Për t’u hequr te ${slug}` })
    const official = await officialWith(services, ['moderator', slug])
    const order = {
      submissionId: randomUUID(),
      subject: `consultations.consultation:${id}`,
      ground: 'unlawful',
    } as const
    const taken = await takeDown(services, everyDoor, official, { ...order, note: null })
    return taken.kind === 'taken-down' ? taken.id : ''
  }
  const aComment = async (slug: Slug) => {
    const { id } = await givenComment(services, await givenConsultation(services, { institution: slug }))
    const [row] = await db<{ code: string; institutionId: string }[]>`
      select code, institution_id from consultations.comments where id = ${id}`
    return { id, code: row?.code ?? '', institutionId: row?.institutionId ?? '' }
  }
  const aRequest = async (slug: Slug): Promise<string> => {
    const { id, institutionId } = await aComment(slug)
    const [row] = await db<{ id: string }[]>`
      insert into platform.person_requests (submission_id, institution_id, record, identified_by, opened_at, opened_by_id)
      values (${randomUUID()}, ${institutionId}, ${`consultations.comment:${id}`}, 'receipt', now(),
              (select id from platform.accounts limit 1))
      returning id`
    return row?.id ?? ''
  }
  const ref = async (slug: Slug) =>
    `consultations.consultation:${(await givenConsultation(services, { institution: slug })).id}`
  return {
    'GET /zyra/historiku': page('history.read', '/zyra/historiku'),
    'GET /zyra/historiku.csv': page('history.read', '/zyra/historiku.csv'),
    'GET /zyra/historiku.json': page('history.read', '/zyra/historiku.json'),

    'GET /zyra/heqjet': page('takedowns.read', '/zyra/heqjet'),
    'GET /zyra/heqjet/e-re': record('takedowns.take', async (slug) => ({ path: officeUrls.takeDown(await ref(slug)) })),
    'POST /zyra/heqjet/e-re': record('takedowns.take', async (slug) => ({
      path: '/zyra/heqjet/e-re',
      fields: {
        rekordi: await ref(slug),
        dergesa: randomUUID(),
        arsyeja: 'published-by-mistake',
        shenimi: '',
        konfirmimi: 'po',
      },
    })),
    'GET /zyra/heqjet/:id': record('takedowns.read', async (slug) => ({
      path: `/zyra/heqjet/${await aTakedown(slug)}`,
    })),
    'POST /zyra/heqjet/:id/kthimi': record('takedowns.lift', async (slug) => ({
      path: `/zyra/heqjet/${await aTakedown(slug)}/kthimi`,
      fields: { 'arsyeja-kthimit': 'U sqarua me hartuesit.' },
    })),

    'GET /zyra/ruajtja': page('retention.read', '/zyra/ruajtja'),
    'GET /zyra/te-dhenat-e-personave': page('own-data.read', '/zyra/te-dhenat-e-personave'),
    'POST /zyra/te-dhenat-e-personave': record('own-data.serve', async (slug) => {
      const { code, institutionId } = await aComment(slug)
      const fields = { dergesa: randomUUID(), institucioni: institutionId, kodi: code, identifikimi: 'receipt' }
      return { path: '/zyra/te-dhenat-e-personave', fields: { ...fields, adresa: '', shenimi: '' } }
    }),
    'GET /zyra/te-dhenat-e-personave/:id': record('own-data.read', async (slug) => ({
      path: `/zyra/te-dhenat-e-personave/${await aRequest(slug)}`,
    })),
    'GET /zyra/te-dhenat-e-personave/:id/te-dhenat.json': record('own-data.serve', async (slug) => ({
      path: `/zyra/te-dhenat-e-personave/${await aRequest(slug)}/te-dhenat.json`,
    })),
    'POST /zyra/te-dhenat-e-personave/:id/fshirja': record('own-data.serve', async (slug) => ({
      path: `/zyra/te-dhenat-e-personave/${await aRequest(slug)}/fshirja`,
      fields: { konfirmimi: 'po' },
    })),
  }
}
