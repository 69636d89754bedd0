import { randomUUID } from 'node:crypto'
import { givenDraftersFile, givenReturn } from '#modules/consultations/drafters/drafters-testing.ts'
import { takeReturn } from '#modules/consultations/drafters/take-return.ts'
import { draftersUrls as urls } from '#modules/consultations/drafters/urls.ts'
import { givenComment, givenConsultation, officialWith } from '#modules/consultations/testing.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The table that goes out to the drafters, and what comes back in it. */
export function draftersRows({ services }: MatrixWorld): Rows {
  const sent = async (institution: Slug) => {
    const consultation = await givenConsultation(services, { institution })
    const comment = await givenComment(services, consultation)
    return { consultation, comment, file: await givenDraftersFile(services, consultation) }
  }
  const returned = async (institution: Slug) => {
    const { comment, file } = await sent(institution)
    return givenReturn(services, file, [{ code: comment.code }])
  }
  const fields = { dergesa: randomUUID(), njesia: 'Drejtoria Juridike', cilat: 'unanswered', formati: 'xlsx' }
  return {
    'GET /zyra/konsultime/:id/pergjigjet/hartuesit': record('answers.read', async (institution) => ({
      path: urls.list((await givenConsultation(services, { institution })).id),
    })),
    'POST /zyra/konsultime/:id/pergjigjet/hartuesit': record('answers.write', async (institution) => ({
      path: urls.list((await sent(institution)).consultation.id),
      fields: { ...fields, dergesa: randomUUID() },
    })),
    'POST /zyra/konsultime/:id/pergjigjet/hartuesit/kthimi': record('answers.write', async (institution) => {
      const { consultation, comment } = await sent(institution)
      const words = `Kodi,Vendimi,Arsyetimi\n${comment.code},Pranohet,Kërkesa është e drejtë.\n`
      return { path: urls.receive(consultation.id), fields: { skedari: new File([words], 'tabela.csv') } }
    }),
    'GET /zyra/hartuesit/:id/skedari': record('answers.read', async (institution) => ({
      path: urls.file((await sent(institution)).file.id),
    })),
    'GET /zyra/hartuesit/kthimet/:id': record('answers.read', async (institution) => ({
      path: urls.returned(await returned(institution)),
    })),
    'POST /zyra/hartuesit/kthimet/:id/marrja': record('answers.write', async (institution) => ({
      path: urls.take(await returned(institution)),
      fields: {},
    })),
    'POST /zyra/hartuesit/kthimet/:id/zhberja': record('answers.write', async (institution) => {
      const id = await returned(institution)
      await takeReturn(services, await officialWith(services, ['consultation-coordinator', institution]), id)
      return { path: urls.undo(id), fields: {} }
    }),
    'GET /zyra/hartuesit/kthimet/:id/mbetur/skedari': record('answers.read', async (institution) => ({
      path: urls.refused(await returned(institution)),
    })),
  }
}
