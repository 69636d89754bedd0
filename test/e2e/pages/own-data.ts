import { randomUUID } from 'node:crypto'
import { confirmedByLetter, expectMoved, type Visitor } from '../visitor.ts'
import type { Program } from '../program.ts'
import type { Page, RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** History, takedowns, people's own data: every page of theirs, in every state. */
export const ownDataPages: RoomPages = async (program, who) => {
  const { slug, ref } = await openConsultation(program)
  const comment = await confirmedByLetter(program, { slug }, 'Një koment që hiqet nga publiku.')
  const taken = await takenDown(who.administrator, `consultations.comment:${comment.id}`)
  const request = { institucioni: '', adresa: '', kodi: '12', identifikimi: '', shenimi: '' }
  const publicPages: Page[] = [
    { path: '/lidhjet-e-mia' },
    { path: '/lidhjet-e-mia?u=derguar' },
    { path: '/lidhjet-e-mia', fields: { adresa: 'jo-adresë' }, status: 422 },
    { path: '/te-dhenat-u-fshine' },
    { path: '/llogaria/te-dhenat/adresa/nuk-vlen', status: 404 },
    { path: `/konsultime/${slug}/komente/${comment.code}`, status: 410 },
  ]
  const citizenPages: Page[] = [
    { path: '/llogaria/te-dhenat' },
    { path: '/llogaria/te-dhenat/adresa', fields: { adresa: 'jo' }, status: 422 },
    { path: '/llogaria/te-dhenat/emri', fields: { emri: '' }, status: 422 },
    { path: '/llogaria/te-dhenat/fshirja' },
    { path: '/llogaria/te-dhenat/fshirja?kodi=derguar' },
    { path: '/llogaria/te-dhenat/fshirja', fields: { kodi: '', konfirmimi: '' }, status: 422 },
  ]
  const administratorPages: Page[] = [
    { path: '/zyra/historiku' },
    { path: `/zyra/historiku?rekordi=${ref}` },
    { path: '/zyra/historiku?lloji=consultations.comment&dita-day=31&dita-month=2&dita-year=2026' },
    { path: '/zyra/heqjet' },
    { path: '/zyra/heqjet?gjendja=lifted' },
    { path: '/zyra/heqjet/e-re' },
    { path: '/zyra/heqjet/e-re?adresa=/askund', status: 422 },
    { path: `/zyra/heqjet/e-re?rekordi=${ref}` },
    { path: '/zyra/heqjet/e-re', fields: { rekordi: ref, dergesa: randomUUID(), arsyeja: '' }, status: 422 },
    { path: taken },
    { path: `${taken}/kthimi`, fields: { 'arsyeja-kthimit': '' }, status: 422 },
    { path: '/zyra/ruajtja' },
  ]
  const auditorPages: Page[] = [
    { path: '/zyra/historiku' },
    { path: taken },
    { path: '/zyra/ruajtja' },
    { path: '/zyra/te-dhenat-e-personave' },
    { path: `/zyra/te-dhenat-e-personave/${NOBODY}`, status: 404 },
  ]
  return {
    anonymous: publicPages,
    citizen: citizenPages,
    administrator: administratorPages,
    official: [{ path: '/zyra/historiku' }, { path: '/zyra/heqjet' }],
    clerk: [{ path: '/zyra/historiku' }, { path: '/zyra/te-dhenat-e-personave', fields: request, status: 403 }],
    auditor: auditorPages,
    operator: [{ path: '/zyra/ruajtja' }],
  }
}

/** An open consultation of Bregas. */
async function openConsultation({ db }: Program): Promise<{ slug: string; ref: string }> {
  const [row] = await db<{ id: string; slug: string }[]>`
    select consultation.id, consultation.slug from consultations.consultations as consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    where institution.slug = 'bregas' and consultation.state = 'published' and consultation.slug like 'bregas%'
    order by consultation.register_number limit 1`
  return { slug: row?.slug ?? '', ref: `consultations.consultation:${row?.id}` }
}

async function takenDown(administrator: Visitor, rekordi: string): Promise<string> {
  const fields = { rekordi, dergesa: randomUUID(), arsyeja: 'published-by-mistake', shenimi: '', konfirmimi: 'po' }
  const at = await expectMoved(administrator.post('/zyra/heqjet/e-re', fields))
  return at.replace(/\?.*$/, '')
}
