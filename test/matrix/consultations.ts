import { dayInputs, typedOfConsultation } from '#modules/consultations/drafting/draft-form.ts'
import { findForOffice } from '#modules/consultations/drafting/draft-queries.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import {
  aCommentForm,
  givenConsultation,
  givenDraft,
  newestCommentFrom,
  tokenMailedTo,
} from '#modules/consultations/testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '#modules/consultations/urls.ts'
import type { Transaction } from '#platform/db/database.ts'
import { PDF } from '#platform/files/testing.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { entered } from '../ledger.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Consultations and their comments; `open`: one of each institution that takes in comments. */
export function consultationRows(world: MatrixWorld, open: Record<Slug, { slug: string }>): Rows {
  const { services } = world
  const aDraft = async (slug: Slug) => (await givenDraft(services, { institution: slug })).id
  const waiting = (slug: Slug) => aComment(world, open[slug].slug)
  return {
    'GET /zyra/konsultime': page('consultations.read', officeUrls.consultations()),
    'GET /zyra/konsultime/e-re': page('consultations.write', officeUrls.newConsultation()),
    'POST /zyra/konsultime/e-re': record('consultations.write', async (slug) => {
      const { id } = await givenDraft(services, { institution: slug, text: null })
      return { path: officeUrls.newConsultation(), fields: await formOf(world, id) }
    }),
    'GET /zyra/konsultime/:id': record('consultations.read', async (slug) => ({
      path: officeUrls.consultation(await aDraft(slug)),
    })),
    'GET /zyra/konsultime/:id/ndryshimi': record('consultations.write', async (slug) => ({
      path: officeUrls.edit(await aDraft(slug)),
    })),
    'POST /zyra/konsultime/:id/ndryshimi': record('consultations.write', async (slug) => {
      const id = await aDraft(slug)
      return { path: officeUrls.edit(id), fields: { ...(await formOf(world, id)), titulli: 'Titull i ndryshuar' } }
    }),
    'POST /zyra/konsultime/:id/publikimi': record('consultations.publish', async (slug) => ({
      path: officeUrls.publication(await aDraft(slug)),
      fields: { 'hapja-kaluar': 'po' },
    })),
    'POST /zyra/konsultime/:id/anulimi': record('consultations.publish', async (slug) => ({
      path: officeUrls.cancellation((await givenConsultation(services, { institution: slug })).id),
      fields: { 'arsyeja-anulimit': 'Projekti u tërhoq nga këshilli.' },
    })),
    'GET /zyra/konsultime/:id/zgjatja': record('consultations.publish', async (slug) => ({
      path: officeUrls.extension((await givenConsultation(services, { institution: slug })).id),
    })),
    'POST /zyra/konsultime/:id/zgjatja': record('consultations.publish', async (slug) => {
      const { id } = await givenConsultation(services, { institution: slug })
      return { path: officeUrls.extension(id), fields: await anExtension(world, id) }
    }),
    'POST /zyra/konsultime/:id/perseritja': record('consultations.write', async (slug) => ({
      path: officeUrls.repetition((await givenConsultation(services, { institution: slug })).id),
      fields: { dergesa: crypto.randomUUID() },
    })),
    'GET /zyra/konsultime/:id/teksti': record('consultations.read', async (slug) => ({
      path: officeUrls.text(await aDraft(slug)),
    })),
    'POST /zyra/konsultime/:id/teksti': record('consultations.write', async (slug) => ({
      path: officeUrls.text(await aDraft(slug)),
      fields: { teksti: 'Neni 1\n\nTekst tjetër.', dokumenti: new File([], '') },
    })),
    'POST /zyra/konsultime/:id/teksti/dyshimet': record('consultations.write', async (slug) => ({
      path: officeUrls.doubts((await aDoubt(world, slug)).id),
    })),
    'POST /zyra/konsultime/:id/teksti/dyshimet/:doubt': record('consultations.write', async (slug) => {
      const { id, doubt } = await aDoubt(world, slug)
      return { path: officeUrls.doubt(id, doubt), fields: { vendimi: 'kept' } }
    }),
    'POST /zyra/konsultime/:id/dokumente': record('consultations.write', async (slug) => ({
      path: officeUrls.documents(await aDraft(slug)),
      fields: { 'titulli-dok': 'Relacioni', 'lloji-dok': 'reasoning', dokumenti: new File([PDF], 'relacioni.pdf') },
    })),
    'POST /zyra/konsultime/:id/dokumente/:document/heqja': record('consultations.write', async (slug) => {
      const id = await aDraft(slug)
      return { path: officeUrls.removeDocument(id, await aPaper(world, id)) }
    }),
    'GET /zyra/konsultime/:id/dokumente/:document': record('consultations.read', async (slug) => {
      const id = await aDraft(slug)
      return { path: officeUrls.document(id, await aPaper(world, id)) }
    }),

    // Bare, it opens with the view that somebody has chosen.
    'GET /zyra/komente': page('comments.read', `${officeUrls.comments()}?pamja=te-gjitha`),
    'GET /zyra/komente/:id': record('comments.read', async (slug) => ({
      path: officeUrls.comment((await waiting(slug)).id),
    })),
    'GET /zyra/komente/:id/dokumente/:document': record('comments.read', async (slug) => {
      const { id, document } = await waiting(slug)
      return { path: officeUrls.commentDocument(id, document) }
    }),
    'POST /zyra/komente/:id/mbajtja': record('comments.moderate', async (slug) => ({
      path: officeUrls.hold((await waiting(slug)).id),
      fields: { arsyeja: 'insult', shpjegimi: '', versioni: '1', gjendja: 'waiting' },
    })),
    'POST /zyra/komente/:id/lirimi': record('comments.moderate', async (slug) => ({
      path: officeUrls.release((await waiting(slug)).id),
      fields: { versioni: '1', gjendja: 'waiting' },
    })),
  }
}

async function formOf({ db }: MatrixWorld, id: string): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error(`No consultation ${id}`)
  return typedOfConsultation(row)
}

/** Ten days more, decided today. */
async function anExtension({ db, services }: MatrixWorld, id: string): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  const today = civilDateIn(row?.zone ?? '', services.clock.now())
  return {
    ...dayInputs('mbyllet', addDays(row?.closesOn ?? today, 10)),
    ...dayInputs('vendosur', today),
    vendimi: '112',
    arsyeja: 'Shoqatat kërkuan më shumë kohë.',
    versioni: String(row?.version),
    dergesa: crypto.randomUUID(),
  }
}

async function aDoubt({ db, services }: MatrixWorld, slug: Slug): Promise<{ id: string; doubt: string }> {
  const { id } = await givenDraft(services, { institution: slug })
  const [row] = await db<{ doubt: string }[]>`
    insert into platform.text_doubts (version_id, institution_id, ordinal, reason, source)
    select version.id, version.institution_id, 99, 'note', 'Shënim' from platform.text_versions as version
    join consultations.consultations as consultation on consultation.text_id = version.text_id where consultation.id = ${id}
    returning id as doubt`
  return { id, doubt: row?.doubt ?? '' }
}

/** The headers alone are asked for, so no content is needed. */
const NO_CONTENT = '0'.repeat(64)

async function aPaper({ db }: MatrixWorld, consultationId: string): Promise<string> {
  await db`insert into platform.files (digest, size, media_type, created_at) values (${NO_CONTENT}, 1, 'text/plain', now()) on conflict do nothing`
  const add = (tx: Transaction) => tx<{ id: string; paper: string }[]>`
    with paper as (
      insert into platform.documents (institution_id, subject, role, class, title, added_at)
      select institution_id, 'consultations.consultation:' || id, 'annex', 'public', 'Shtojca', now()
      from consultations.consultations where id = ${consultationId} returning id, institution_id)
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    select institution_id, id, 'sq', 1, ${NO_CONTENT}, 'shtojca.txt', 1, now() from paper
    returning ${consultationId} as id, document_id as paper`
  const [row] = await entered(db, publishedConsultations, add)
  return row?.paper ?? ''
}

/** Waits for a moderator, with an attachment. */
export async function aComment(
  { db, services, web }: MatrixWorld,
  slug: string,
): Promise<{ id: string; code: string; document: string }> {
  const form = aCommentForm({ komenti: `Koment për ${slug}, me një shkresë.` })
  const fields = { ...form, dokumentet: new File(['Shkresa'], 'shkresa.txt') }
  const email = form.adresa ?? ''
  // Each from a network address of its own village.
  await db`delete from platform.rate_limits`
  await web.post(consultationUrls.comments(slug), fields)
  await web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, email)), {})
  const { id, code } = await newestCommentFrom(services, email)
  const [row] = await db<{ document: string }[]>`
    select id as document from platform.documents where subject = ${`consultations.comment:${id}`}`
  return { id, code: code ?? '', document: row?.document ?? '' }
}
