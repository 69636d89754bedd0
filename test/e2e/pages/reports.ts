import { randomUUID } from 'node:crypto'
import { consultationUrls, officeUrls } from '#modules/consultations/urls.ts'
import type { RoomPages } from './page.ts'

/** What became of what was said: the matrix, the conclusion, the report. */
export const reportPages: RoomPages = async ({ db }) => {
  const [closed] = await db<{ id: string; slug: string }[]>`
    select consultation.id, consultation.slug
    from consultations.published_consultations as consultation
    where consultation.institution_slug = 'bregas' and consultation.state = 'published' and not consultation.history
    order by consultation.concluded_at is not null, consultation.closes_at limit 1`
  const [concluded] = await db<{ id: string; slug: string }[]>`
    select consultation.id, consultation.slug
    from consultations.published_reports as report
    join consultations.published_consultations as consultation on consultation.id = report.consultation_id
    where consultation.institution_slug = 'bregas' limit 1`
  if (!closed) throw new Error('the demonstration has a consultation that people commented')
  const { id, slug } = closed
  return {
    anonymous: [
      { path: consultationUrls.matrix(slug) },
      { path: `${consultationUrls.matrix(slug)}?sipas=pergjigjes` },
      { path: `${consultationUrls.matrix(slug)}?vendimi=rejected&kanali=register` },
      ...(concluded
        ? [
            { path: consultationUrls.report(concluded.slug) },
            { path: consultationUrls.reportVersion(concluded.slug, 1) },
          ]
        : []),
    ],
    official: [
      { path: officeUrls.conclusion(id) },
      { path: officeUrls.reportParts(id) },
      { path: officeUrls.reportPreview(id) },
      { path: officeUrls.conclusion(id), fields: { dergesa: randomUUID() }, status: 422 },
      { path: officeUrls.reopening(id), fields: { dergesa: randomUUID() }, status: 422 },
      { path: officeUrls.renewReport(id), fields: { dergesa: randomUUID() }, status: 422 },
      {
        path: officeUrls.reopening(id),
        fields: { dergesa: randomUUID(), 'arsyeja-rihapjes': 'Një letër ishte harruar.' },
        status: 409,
      },
      { path: officeUrls.reportParts(id), fields: { versioni: '0', findings: 'Gjetje' }, status: 409 },
      { path: officeUrls.reportParts(id), fields: { versioni: '1', findings: 'a'.repeat(8001) }, status: 422 },
    ],
  }
}
