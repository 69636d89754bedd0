import { randomUUID } from 'node:crypto'
import { givenQuestion } from '#modules/consultations/questions/question-testing.ts'
import { givenConsultation, givenDraft } from '#modules/consultations/testing.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** What a consultation asks beside free comments. */
export const questionRows = ({ services }: MatrixWorld): Rows => {
  const draft = (slug: Slug) => givenDraft(services, { institution: slug, text: null })
  const asked = async (slug: Slug, kind: 'text' | 'scale' = 'text') => {
    const place = await draft(slug)
    return { place, question: await givenQuestion(services, place, { kind }) }
  }
  const fields = { lloji: 'text', pyetja: 'Çfarë mungon në projekt?', versioni: '1' }
  return {
    'GET /zyra/konsultime/:id/pyetje': record('consultations.read', async (slug) => ({
      path: officeUrls.questions((await draft(slug)).id),
    })),
    'GET /zyra/konsultime/:id/pyetje/pamja': record('consultations.read', async (slug) => ({
      path: officeUrls.questionPreview((await asked(slug)).place.id),
    })),
    'GET /zyra/konsultime/:id/pyetje/e-re': record('consultations.write', async (slug) => ({
      path: `${officeUrls.newQuestion((await draft(slug)).id)}?lloji=scale`,
    })),
    'POST /zyra/konsultime/:id/pyetje/e-re': record('consultations.write', async (slug) => ({
      path: officeUrls.newQuestion((await draft(slug)).id),
      fields: { ...fields, dergesa: randomUUID() },
    })),
    'GET /zyra/konsultime/:id/pyetje/:question': record('consultations.write', async (slug) => {
      const { place, question } = await asked(slug)
      return { path: officeUrls.question(place.id, question.id) }
    }),
    'POST /zyra/konsultime/:id/pyetje/:question': record('consultations.write', async (slug) => {
      const { place, question } = await asked(slug)
      return {
        path: officeUrls.question(place.id, question.id),
        fields: { ...fields, pyetja: 'Çfarë mungon te tregu?' },
      }
    }),
    'POST /zyra/konsultime/:id/pyetje/:question/vendi': record('consultations.write', async (slug) => {
      const { place, question } = await asked(slug)
      await givenQuestion(services, place, { kind: 'scale' })
      return { path: officeUrls.questionPlace(place.id, question.id), fields: { drejtimi: 'poshte' } }
    }),
    'POST /zyra/konsultime/:id/pyetje/:question/heqja': record('consultations.write', async (slug) => {
      const place = await givenConsultation(services, { institution: slug })
      const question = await givenQuestion(services, place, { kind: 'text' })
      const reason = { 'arsyeja-terheqjes': 'Pyetja u kuptua keq.' }
      return { path: officeUrls.withdrawQuestion(place.id, question.id), fields: reason }
    }),
    'POST /zyra/konsultime/:id/pyetje/rezultatet': record('consultations.write', async (slug) => ({
      path: officeUrls.questionResults((await asked(slug)).place.id),
      fields: { rezultatet: 'hapur' },
    })),
  }
}
