import { mailUrls } from '#app/office/mail/urls.ts'
import { queueForPaper, recordDispatch } from '#platform/dispatch/record-dispatch.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { PDF } from '#platform/files/testing.ts'
import { installation, page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const TODAY = { 'dita-day': '22', 'dita-month': '11', 'dita-year': '2026' }

/** Letters that wait for a decision, papers that leave the house, the words around letters, the state of the whole. */
export function mailRows({ db, services }: MatrixWorld): Rows {
  const institutionOf = async (slug: Slug) =>
    (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''

  async function aFailedLetter(slug: Slug): Promise<string> {
    const letter = {
      kind: 'service',
      recipient: 'ana@shembull.example',
      lang: 'sq',
      subject: 'Letër',
      body: 'Fjalë',
    } as const
    const institutionId = await institutionOf(slug)
    const { id } = await db.begin((tx) => queueLetter(tx, services, { ...letter, institutionId }))
    await db`update platform.mail_messages set state = 'failed' where id = ${id}`
    return id
  }

  async function aPaper(slug: Slug, sent: boolean): Promise<string> {
    const paper = {
      institutionId: await institutionOf(slug),
      subject: refOf('mail.message', await aFailedLetter(slug)),
      title: 'Përgjigje',
      lang: 'sq',
      to: { name: 'Ana Shembull', postal: 'Rruga 1', contactId: null },
      by: 'program',
      way: 'post',
    } as const
    const { id } = await db.begin((tx) =>
      sent
        ? recordDispatch(tx, services, { ...paper, handedOn: '2026-11-20' })
        : queueForPaper(tx, services, { ...paper, words: 'Fjalë' }),
    )
    return id
  }

  async function aProof(id: string): Promise<string> {
    const digest = '0'.repeat(64)
    await db`insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now()) on conflict do nothing`
    const [row] = await db<{ id: string }[]>`
      insert into platform.documents (institution_id, subject, role, title, class, added_at)
      select institution_id, ${refOf('dispatch.dispatch', id)}, 'proof', 'Prova', 'personal', now()
      from platform.dispatches where id = ${id} returning id`
    await db`
      insert into platform.document_files (document_id, institution_id, lang, version, file_name, digest, size, added_at)
      select id, institution_id, 'sq', 1, 'prova.txt', ${digest}, 1, now() from platform.documents where id = ${row?.id ?? ''}`
    return row?.id ?? ''
  }

  const deed = (address: (id: string) => string, sent: boolean, fields: Record<string, string>) =>
    record('dispatches.write', async (slug) => ({
      path: address(await aPaper(slug, sent)),
      fields: { versioni: '1', ...fields },
    }))

  return {
    'POST /zyra/posta/:id/mbyllja': record('mail.send-again', async (slug) => ({
      path: mailUrls.settle(await aFailedLetter(slug)),
      fields: { pse: 'not-needed' },
    })),
    'POST /zyra/posta/:id/ne-leter': record('mail.print', async (slug) => ({
      path: mailUrls.print(await aFailedLetter(slug)),
      fields: { dergesa: crypto.randomUUID(), emri: 'Ana Shembull', adresa: 'Rruga 1', menyra: 'post' },
    })),
    'GET /zyra/posta/fjalet': record('mail.words', async (slug) => ({
      path: `${mailUrls.words()}?institucioni=${await institutionOf(slug)}`,
    })),
    'POST /zyra/posta/fjalet': record('mail.words', async (slug) => {
      const institution = await institutionOf(slug)
      const [row] = await db<{ version: number }[]>`
        select version from platform.mail_phrases where institution_id = ${institution} and lang = 'sq'`
      const fields = { institucioni: institution, gjuha: 'sq', versioni: String(row?.version ?? 0) }
      return { path: mailUrls.words(), fields: { ...fields, 'krye-sq': '', 'fund-sq': 'Zyra e pritjes' } }
    }),
    'GET /zyra/posta/leter': page('dispatches.read', mailUrls.dispatches()),
    'GET /zyra/posta/leter/:id': record('dispatches.read', async (slug) => ({
      path: mailUrls.dispatch(await aPaper(slug, true)),
    })),
    'GET /zyra/posta/leter/:id/fleta': record('dispatches.write', async (slug) => ({
      path: mailUrls.slip(await aPaper(slug, true)),
    })),
    'POST /zyra/posta/leter/:id/dorezimi': deed(mailUrls.handOn, false, TODAY),
    'POST /zyra/posta/leter/:id/kthimi': deed(mailUrls.returned, true, { ...TODAY, arsyeja: 'I panjohur' }),
    'POST /zyra/posta/leter/:id/anulimi': deed(mailUrls.cancelled, false, { arsyeja: 'Nuk duhet' }),
    'GET /zyra/posta/leter/:id/ndreqja': record('dispatches.write', async (slug) => ({
      path: mailUrls.correct(await aPaper(slug, true)),
    })),
    'POST /zyra/posta/leter/:id/ndreqja': record('dispatches.write', async (slug) => ({
      path: mailUrls.correct(await aPaper(slug, true)),
      fields: { versioni: '1', dergesa: crypto.randomUUID(), menyra: 'hand', arsyeja: 'Dita gabim', ...TODAY },
    })),
    'POST /zyra/posta/leter/:id/prova': record('dispatches.write', async (slug) => ({
      path: mailUrls.proofs(await aPaper(slug, true)),
      fields: { prova: new File([PDF], 'fleta.pdf') },
    })),
    'GET /zyra/posta/leter/:id/prova/:document': record('dispatches.read', async (slug) => {
      const id = await aPaper(slug, true)
      return { path: mailUrls.proof(id, await aProof(id)) }
    }),
    // Any administrator finds a letter of their own house as a subject; the others send about records that they may know.
    'GET /zyra/posta/leter/e-re': record('dispatches.write', async (slug) => ({
      path: mailUrls.newDispatchAbout(refOf('dispatch.dispatch', await aPaper(slug, true))),
    })),
    'POST /zyra/posta/leter/e-re': record('dispatches.write', async (slug) => ({
      path: mailUrls.newDispatch(),
      fields: {
        dergesa: crypto.randomUUID(),
        subjekti: refOf('dispatch.dispatch', await aPaper(slug, true)),
        emri: 'Ana Shembull',
        adresa: 'Rruga 1',
        menyra: 'post',
        kur: 'shtyp',
      },
    })),
    'GET /zyra/posta/per-shtyp': page('dispatches.write', mailUrls.toPrint()),
    'GET /zyra/posta/per-shtyp/shtypi': page('dispatches.write', mailUrls.printed()),
    'POST /zyra/posta/per-shtyp/dorezimi': record('dispatches.write', async (slug) => ({
      path: mailUrls.handOnAll(),
      fields: { id: await aPaper(slug, false), ...TODAY },
    })),
    'GET /zyra/gjendja': installation('health.read', () => ({ path: '/zyra/gjendja' })),
  }
}
