import { givenLaterDraft, givenOpenChange, givenOpenPlace, holder } from '#app/office/texts/texts-testing.ts'
import { textUrls } from '#app/office/texts/urls.ts'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { page, record, type MatrixWorld, type Rows } from './row.ts'

const NEW_ID = () => crypto.randomUUID()

/** Later versions of the text of a consultation. The address of its reading stands with the consultations. */
export const textRows = ({ services, db }: MatrixWorld): Rows => ({
  'GET /zyra/tekstet': page('texts.read', textUrls.waiting()),
  'POST /zyra/konsultime/:id/teksti/versioni': record('consultations.write', async (slug) => ({
    path: textUrls.begin(holder, (await givenConsultation(services, { institution: slug })).id),
    fields: { dergesa: NEW_ID() },
  })),
  'POST /zyra/konsultime/:id/teksti/versioni/heqja': record('consultations.write', async (slug) => {
    const { consultation, versionId } = await givenLaterDraft(services, slug)
    return { path: textUrls.drop(holder, consultation.id), fields: { versioni: versionId } }
  }),
  'GET /zyra/konsultime/:id/teksti/ndryshimet': record('consultations.read', async (slug) => ({
    path: textUrls.changes(holder, (await givenLaterDraft(services, slug)).consultation.id),
  })),
  'POST /zyra/konsultime/:id/teksti/ndryshimet': record('consultations.write', async (slug) => {
    const { consultation, versionId, changeId } = await givenOpenChange(services, slug)
    return { path: textUrls.changes(holder, consultation.id), fields: { versioni: versionId, ndryshimi: changeId } }
  }),
  'GET /zyra/konsultime/:id/teksti/ndryshimet/:change': record('consultations.write', async (slug) => {
    const { consultation, changeId } = await givenOpenChange(services, slug)
    return { path: textUrls.change(holder, consultation.id, changeId) }
  }),
  'POST /zyra/konsultime/:id/teksti/ndryshimet/:change': record('consultations.write', async (slug) => {
    const { consultation, versionId, changeId } = await givenOpenChange(services, slug)
    const fields = { versioni: versionId, vendimi: 'prano' }
    return { path: textUrls.change(holder, consultation.id, changeId), fields }
  }),
  'GET /zyra/konsultime/:id/teksti/publikimi': record('consultations.publish', async (slug) => ({
    path: textUrls.publication(holder, (await givenLaterDraft(services, slug)).consultation.id),
  })),
  'POST /zyra/konsultime/:id/teksti/publikimi': record('consultations.publish', async (slug) => {
    const { consultation, versionId } = await givenLaterDraft(services, slug)
    await db`
      update platform.node_changes set confirmed_at = now() where version_id = ${versionId} and not certain`
    const fields = { versioni: versionId, permbledhja: 'U shtuan përkufizimet.', 'permbledhja-en': '' }
    return { path: textUrls.publication(holder, consultation.id), fields }
  }),
  'GET /zyra/konsultime/:id/teksti/vendet': record('consultations.read', async (slug) => ({
    path: textUrls.places(holder, (await givenOpenPlace(services, slug)).consultation.id),
  })),
  'POST /zyra/konsultime/:id/teksti/vendet/:subject': record('consultations.write', async (slug) => {
    const { consultation, versionId, subject } = await givenOpenPlace(services, slug)
    const fields = { versioni: versionId, vendimi: 'konfirmo' }
    return { path: textUrls.place(holder, consultation.id, subject), fields }
  }),
})
