import { effectUrls } from '#modules/consultations/effects/urls.ts'
import type { RoomPages } from './page.ts'

/** What changed because of whom: for everybody, and as the office links it. */
export const effectPages: RoomPages = async ({ db }) => {
  const [redrafted] = await db<{ id: string; slug: string; n: number; versionId: string }[]>`
    select consultation.id, consultation.slug, version.n, version.id as version_id
    from consultations.consultations as consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    join platform.text_versions as version
      on version.text_id = consultation.text_id and version.based_on is not null and version.state = 'published'
    where institution.slug = 'bregas' and consultation.state = 'published' order by version.n desc limit 1`
  const [plain] = await db<{ id: string; slug: string }[]>`
    select consultation.id, consultation.slug from consultations.consultations as consultation
    join platform.institutions as institution on institution.id = consultation.institution_id
    where institution.slug = 'bregas' and consultation.state = 'published' and not consultation.history
      and not exists (select from platform.text_versions as version
                      where version.text_id = consultation.text_id and version.based_on is not null) limit 1`
  const [link] = await db<{ id: string; consultationId: string }[]>`
    select change.id, answer.consultation_id from consultations.answer_changes as change
    join consultations.answers as answer on answer.id = change.answer_id
    join platform.institutions as institution on institution.id = answer.institution_id
    where institution.slug = 'bregas' limit 1`
  if (!redrafted || !plain) throw new Error('the demonstration has consultations with one and with two versions')
  const office = effectUrls.office(redrafted.id)
  const versioni = redrafted.versionId
  const unlink = link && effectUrls.unlink(link.consultationId, link.id)
  return {
    anonymous: [
      { path: effectUrls.public(redrafted.slug) },
      { path: effectUrls.version(redrafted.slug, redrafted.n) },
      { path: effectUrls.public(plain.slug) },
    ],
    official: [
      { path: office },
      { path: `${office}?pa-koment=po` },
      { path: `${office}?kodi=2222-2222` },
      { path: effectUrls.office(plain.id) },
      { path: effectUrls.link(redrafted.id), fields: { versioni }, status: 422 },
      {
        path: effectUrls.link(redrafted.id),
        fields: { versioni, lidhja: `n:${crypto.randomUUID()}:${crypto.randomUUID()}` },
        status: 409,
      },
      ...(unlink ? [{ path: unlink }] : []),
    ],
    auditor: [{ path: office }],
  }
}
