import { randomUUID } from 'node:crypto'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** The coordinator's desk: the list, what is saved of it, deeds on many, labels, covering. */
export const deskPages: RoomPages = async ({ db }, { official }) => {
  const [comment] = await db<{ id: string; consultation: string }[]>`
    select comment.id, comment.consultation_id as consultation from consultations.comments as comment
    join platform.institutions as institution on institution.id = comment.institution_id
    where institution.slug = 'bregas' and comment.state = 'published' order by comment.confirmed_at, comment.id limit 1`
  const { id = '', consultation = '' } = comment ?? {}
  await expectMoved(official.post(`/zyra/komente/${id}/etiketat`, { veprimi: 'vere', etiketa: 'Oraret' }))
  const begun = { veprimi: 'label', etiketa: 'Tarifat', k: id, numri: '1', filtri: '', dergesa: randomUUID() }
  const deed = (await expectMoved(official.post('/zyra/komente/veprimi', begun))).split(/[/?]/)[4] ?? ''
  const view = { emri: 'Tarifat', pyetja: 'q=tarif', dergesa: randomUUID() }
  await expectMoved(official.post('/zyra/komente/pamjet', view))
  const k = { k: id, numri: '1', filtri: '', dergesa: randomUUID() }
  return {
    official: [
      { path: '/zyra/komente?pamja=te-gjitha' },
      { path: `/zyra/komente?konsultimi=${consultation}&rendi=neni&kanali=web&nga-day=31&nga-month=2&nga-year=2026` },
      { path: `/zyra/komente/${id}?lista=rendi%3Dte-vjetrat` },
      { path: `/zyra/komente/${id}/caktimi`, status: 422, fields: { kujt: '', pare: '' } },
      { path: `/zyra/komente/${id}/etiketat`, status: 422, fields: { etiketa: '', veprimi: 'vere' } },
      { path: `/zyra/komente/${id}/mbulimi` },
      { path: `/zyra/komente/${id}/mbulimi`, status: 422, fields: { hapi: 'pamja' } },
      { path: '/zyra/komente/pamjet' },
      { path: '/zyra/komente/pamjet', status: 422, fields: { emri: '', pyetja: '', dergesa: randomUUID() } },
      { path: `/zyra/komente/veprimi?veprimi=hold&k=${id}` },
      { path: `/zyra/komente/veprimi?veprimi=assign&k=${id}` },
      { path: '/zyra/komente/veprimi', status: 422, fields: { veprimi: 'hold', ...k } },
      { path: '/zyra/komente/veprimet' },
      { path: `/zyra/komente/veprimet/${deed}` },
      { path: `/zyra/konsultime/${consultation}/etiketat` },
    ],
  }
}
