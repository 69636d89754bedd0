import { consultationUrls, officeUrls } from '#modules/consultations/urls.ts'
import type { RoomPages } from './page.ts'

/** Groups of like comments: what everybody reads, and the work of the office. */
export const groupPages: RoomPages = async ({ db }) => {
  const [group] = await db<{ id: string; code: string; consultationId: string; slug: string; version: number }[]>`
    select grouped.id, grouped.code, grouped.consultation_id, consultation.slug, grouped.version
    from consultations.comment_groups as grouped
    join consultations.consultations as consultation on consultation.id = grouped.consultation_id
    join platform.institutions as institution on institution.id = grouped.institution_id
    where institution.slug = 'bregas' and grouped.state = 'confirmed' limit 1`
  if (!group) throw new Error('the demonstration has a confirmed group')
  const { id, code, consultationId, slug, version } = group
  const seen = { versioni: String(version), pare: String(Date.now()) }
  const deed = (word: string) => officeUrls.settleGroup(consultationId, id, word)
  return {
    anonymous: [
      { path: consultationUrls.groups(slug) },
      { path: consultationUrls.group(slug, code) },
      { path: consultationUrls.foldedComments(slug) },
      { path: consultationUrls.howGrouped() },
    ],
    official: [
      { path: officeUrls.groups(consultationId) },
      { path: `${officeUrls.groups(consultationId)}?gjendja=proposed` },
      { path: officeUrls.group(consultationId, id) },
      { path: deed('emri'), fields: { ...seen, emri: 'x' }, status: 422 },
      { path: deed('bashkimi'), fields: { ...seen, kodi: 'AAAA' }, status: 422 },
      { path: deed('nxjerrja'), fields: seen, status: 422 },
      { path: deed('emri'), fields: { ...seen, versioni: '0', emri: 'Emër tjetër' }, status: 409 },
    ],
  }
}
