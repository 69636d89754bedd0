import { editingUrls as urls } from '#app/office/texts/editing/editing-urls.ts'
import { articlesIn, draftOf, givenLaterDraft, holder } from '#app/office/texts/texts-testing.ts'
import { givenDraft } from '#modules/consultations/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Editing a draft: its outline, one article, adding, removing, renumbering; a text that nobody has begun. */
export const textEditingPages: RoomPages = async ({ db }) => {
  const services = { ...testServices(db), clock: systemClock }
  const { consultation } = await givenLaterDraft(services, 'bregas')
  const { id } = consultation
  const nodeId = articlesIn((await draftOf(services, id)).nodes)['2'] ?? ''
  const empty = await givenDraft(services, { institution: 'bregas', text: null })
  const unclear = { etiketa: '', titulli: 'Leja', teksti: '1. Fjalë\nNeni 9', veprimi: 'ruaj' }
  const late = { dergesa: crypto.randomUUID(), gjendja: 'tjetër' }
  const numbers = urls.numbers(holder, id)
  return {
    official: [
      { path: urls.outline(holder, id) },
      { path: urls.outline(holder, empty.id) },
      { path: urls.unit(holder, id, nodeId) },
      { path: urls.deed(holder, id, nodeId, 'heqja') },
      { path: `${urls.add(holder, id)}?prane=${nodeId}&ku=after` },
      { path: numbers },
      { path: `${numbers}?cfare=articles&prej=` },
      { path: urls.unit(holder, id, nodeId), fields: unclear, status: 422 },
      {
        path: urls.unit(holder, id, nodeId),
        fields: { ...unclear, ...late, etiketa: '2', teksti: 'Fjalë.' },
        status: 409,
      },
      { path: urls.unit(holder, id, crypto.randomUUID()), fields: { ...late, teksti: 'Fjalë.' }, status: 409 },
      { path: urls.deed(holder, id, nodeId, 'lart'), fields: late, status: 409 },
      { path: urls.add(holder, id), fields: { ...late, lloji: '', etiketa: '' }, status: 422 },
    ],
  }
}
