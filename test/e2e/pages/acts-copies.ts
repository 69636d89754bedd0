import { randomUUID } from 'node:crypto'
import { askForCopy } from '#modules/council-acts/copies/ask-for-copy.ts'
import { findCopy } from '#modules/council-acts/copies/copy-queries.ts'
import { issueCopy } from '#modules/council-acts/copies/issue-copy.ts'
import { copyOfficeUrls as urls, copyUrls } from '#modules/council-acts/copies/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { systemClock } from '#platform/time/clock.ts'
import { testServices } from '../../web.ts'
import type { RoomPages } from './page.ts'

/** Certified copies of acts: asked for, issued, and checked by their code. */
export const actCopyPages: RoomPages = async (program) => {
  const services = { ...testServices(program.db), clock: systemClock }
  const given = { institution: 'bregas', year: 2021, history: true }
  const act = await givenAct(services, { ...given, serial: 801, plainText: 'Neni 1. Fjalët e aktit.' })
  const waiting = await givenAct(services, { ...given, serial: 802, state: 'numbered' })
  const request = { askedBy: 'Qytetari Provë', reach: 'Në sportel', askedOn: '2026-11-20', protocol: '12' } as const
  const ids = []
  for (let n = 0; n < 2; n += 1) {
    const asked = await askForCopy(services, act.id, { request, formId: randomUUID(), by: 'program' })
    ids.push(asked.kind === 'asked' ? asked.id : '')
  }
  const [issued = '', open = ''] = ids
  await issueCopy(services, issued, { versionId: null, by: 'program' })
  const code = (await findCopy(program.db, issued))?.code ?? ''
  const desk = [
    { path: urls.list() },
    { path: urls.ofAct(act.id) },
    { path: urls.ofAct(act.id), status: 422, fields: { 'kerkuar-day': '40' } },
    { path: urls.ofAct(waiting.id) },
    { path: urls.one(open) },
    { path: urls.issue(open), status: 422, fields: { redaksia: '' } },
    { path: urls.refuse(open), status: 422, fields: { arsyeja: '' } },
    { path: urls.one(issued) },
  ]
  const everybody = [
    { path: copyUrls.check() },
    { path: `${copyUrls.check()}?kodi=${code}` },
    { path: `${copyUrls.check()}?kodi=nuk-ka` },
  ]
  return { anonymous: everybody, secretary: desk, auditor: [{ path: urls.one(issued) }] }
}
