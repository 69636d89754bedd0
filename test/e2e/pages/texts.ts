import { textUrls } from '#app/office/texts/urls.ts'
import type { RoomPages } from './page.ts'

/** Addresses alone are asked for, so nothing more of the holder is needed. */
const holder = {
  urls: {
    record: (slug: string) => `/konsultime/${slug}`,
    article: (slug: string, node: string) => `/konsultime/${slug}/neni/${node}`,
    list: () => '/konsultime',
    office: (id: string) => `/zyra/konsultime/${id}`,
    officeText: (id: string) => `/zyra/konsultime/${id}/teksti`,
  },
}

const SECOND =
  'Neni 1\nObjekti\nKjo rregullore cakton orarin e parkut të qytetit.\nNeni 2\nQentë\nQentë mbahen lidhur.\nNeni 3\nOrari\nParku hapet në orën 6:00.'

/** A later version in preparation, with what it changes; one that is published, with a comment without a sure place. */
export const textPages: RoomPages = async ({ db }, { official }) => {
  const [open] = await db<{ id: string; institutionId: string }[]>`
    select consultation.id, consultation.institution_id from consultations.consultations as consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    where institution.slug = 'bregas' and consultation.state = 'published' and not consultation.history
      and exists (select from platform.text_versions as version where version.text_id = consultation.text_id)
      and not exists (select from platform.text_versions as version
                      where version.text_id = consultation.text_id and version.n > 1)
    order by consultation.register_number limit 1`
  const [redrafted] = await db<{ id: string; versionId: string; subject: string }[]>`
    select consultation.id, version.id as version_id, place.subject from consultations.consultations as consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    join platform.text_versions as version on version.text_id = consultation.text_id and version.n = 2
    join platform.anchor_places as place on place.version_id = version.id
    where institution.slug = 'bregas' and version.state = 'published' limit 1`
  if (!open || !redrafted) throw new Error('the demonstration has consultations with one and with two versions')
  const { id } = open
  const text = textUrls.text(holder, id)
  await official.post(text, { teksti: SECOND, dokumenti: new File([], '') })
  await official.post(textUrls.doubts(holder, id), {})
  await db`
    update platform.node_changes set certain = false where id in (
      select change.id from platform.node_changes as change
      join platform.text_versions as version on version.id = change.version_id
      join consultations.consultations as consultation on consultation.text_id = version.text_id
      where consultation.id = ${id} limit 3)`
  await db`update platform.anchor_places set certain = false where version_id = ${redrafted.versionId}`
  const [change] = await db<{ id: string; versionId: string }[]>`
    select change.id, change.version_id from platform.node_changes as change
    join platform.text_versions as version on version.id = change.version_id and version.state = 'draft'
    join consultations.consultations as consultation on consultation.text_id = version.text_id
    where consultation.id = ${id} and not change.certain limit 1`
  if (!change) throw new Error('a text that was read anew has changes')
  const changes = textUrls.changes(holder, id)
  const one = textUrls.change(holder, id, change.id)
  const places = textUrls.places(holder, redrafted.id)
  const versioni = change.versionId
  const wrong = { versioni: crypto.randomUUID(), ndryshimi: change.id }
  return {
    official: [
      ...[textUrls.waiting(), text, textUrls.text(holder, redrafted.id), changes, `${changes}?hapur=po`].map(
        (path) => ({
          path,
        }),
      ),
      { path: `${changes}?lloji=merged` },
      { path: changes, fields: { versioni }, status: 422 },
      { path: changes, fields: wrong, status: 409 },
      { path: changes, fields: { versioni, ndryshimi: crypto.randomUUID() }, status: 409 },
      { path: one },
      { path: one, fields: { versioni, vendimi: '' }, status: 422 },
      { path: one, fields: { versioni, vendimi: 'vazhdon', nyja: '' }, status: 422 },
      { path: textUrls.publication(holder, id) },
      { path: textUrls.publication(holder, id), fields: { versioni, permbledhja: 'Pak' }, status: 422 },
      {
        path: textUrls.publication(holder, id),
        fields: { versioni, permbledhja: 'U ndryshua orari i parkut.', 'permbledhja-en': '' },
        status: 409,
      },
      { path: places },
      {
        path: textUrls.place(holder, redrafted.id, redrafted.subject),
        fields: { versioni: redrafted.versionId, vendimi: 'nen' },
        status: 422,
      },
    ],
    auditor: [{ path: text }, { path: changes }, { path: places }],
  }
}
