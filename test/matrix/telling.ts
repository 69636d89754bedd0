import { givenPaperLetter } from '#modules/consultations/telling/telling-testing.ts'
import { tellingUrls as urls } from '#modules/consultations/telling/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Letters with answers for those without e-mail, and what people think of the answers. */
export function tellingRows({ services }: MatrixWorld): Rows {
  const paper = (slug: Slug) => givenPaperLetter(services, slug)
  return {
    [`GET ${urls.papers(':id')}`]: record('comments.entered', async (slug) => ({
      path: urls.papers((await paper(slug)).consultation.id),
    })),
    [`POST ${urls.papers(':id')}`]: record('comments.enter', async (slug) => {
      const { consultation, letterId } = await givenPaperLetter(services, slug, { made: true })
      const day = { 'dita-day': '20', 'dita-month': '11', 'dita-year': '2026' }
      return {
        path: urls.papers(consultation.id),
        fields: { veprimi: 'dorezo', letra: letterId, menyra: 'counter', ...day },
      }
    }),
    [`GET ${urls.ratings(':id')}`]: record('comments.read', async (slug) => ({
      path: urls.ratings((await paper(slug)).consultation.id),
    })),
  }
}
