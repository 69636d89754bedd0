import { randomUUID } from 'node:crypto'
import { anEntryForm, givenDelivery, givenGroup, givenSplit, JOINT } from '#modules/consultations/entry/testing.ts'
import { givenInstitution } from '#modules/consultations/testing.ts'
import { officeUrls as urls, senderUrls } from '#modules/consultations/urls.ts'
import { systemClock } from '#platform/time/clock.ts'
import { lettersTo } from '../../mailbox.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** What comes by other ways than the site: the forms, a letter that is being cut, the sheets, the pages of senders. */
export const entryPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const slug = 'bregas'
  const points = ['Një pikë e letrës.', 'Një pikë tjetër.'].map((body) => ({
    body,
    anchor: { about: 'whole' as const },
  }))
  const split = await givenDelivery(services, slug, { kind: 'split', points, facts: { protocolNumber: '12/3' } })
  const into = split.consultation
  const joint = await givenDelivery(services, slug, { kind: 'joint', joint: JOINT }, into)
  const late = await givenDelivery(services, slug, { facts: { channel: 'phone' } }, into)
  const cut = await givenSplit(services, slug)
  const group = await givenGroup(services, (await givenInstitution(services, slug)).id, slug)
  const [letter] = await lettersTo(program.db, JOINT.members[0]?.email ?? '')
  const member = /\/dergesa\/anetare\/([\w-]{43})/.exec(letter?.body ?? '')?.[1] ?? ''
  const empty = { dergesa: randomUUID() }
  const id = into.id
  const taken = anEntryForm(services, { protokolli: '12/3' })
  return {
    anonymous: [
      { path: senderUrls.delivery(split.token ?? '') },
      { path: senderUrls.member(member) },
      { path: senderUrls.delivery('x'), status: 404 },
    ],
    official: [
      { path: urls.entries(id) },
      { path: `${urls.entries(id)}?menyra=post&vonese=po` },
      { path: urls.newEntry(id) },
      { path: `${urls.newEntry(id)}?nga=${split.id}` },
      { path: urls.newEntry(id), fields: empty, status: 422 },
      { path: urls.newEntry(id), fields: taken, status: 422 },
      { path: urls.newSplit(id) },
      { path: urls.newSplit(id), fields: empty, status: 422 },
      { path: urls.newJoint(id) },
      { path: urls.newJoint(id), fields: empty, status: 422 },
      { path: urls.splitDraft(cut.consultation.id, cut.id) },
      { path: urls.splitDraft(cut.consultation.id, cut.id), fields: { versioni: '9', veprimi: 'ruaj' }, status: 409 },
      ...[split, joint, late].map((one) => ({ path: urls.delivery(id, one.id) })),
      { path: `${urls.deliveryReceipt(id, split.id)}?u=hyri&lidhja=${split.token}` },
      { path: urls.deliveryReceipt(id, late.id) },
      { path: urls.correctDelivery(id, late.id) },
      { path: urls.correctDelivery(id, late.id), fields: { versioni: '1' }, status: 422 },
      { path: urls.thematicGroups() },
      { path: urls.newThematicGroup() },
      { path: urls.newThematicGroup(), fields: empty, status: 422 },
      { path: urls.thematicGroup(group) },
    ],
    auditor: [{ path: urls.entries(id) }, { path: urls.delivery(id, split.id) }],
  }
}
