import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { pauseDeadline } from '#platform/deadlines/pause-deadline.ts'
import { CASE_SLOT } from '#platform/intake/clock-rules.ts'
import { listPoints } from '#platform/intake/point-queries.ts'
import { takeInMail } from '#platform/intake/take-in-mail.ts'
import { givenCase, institutionId, type GivenCase } from '#app/office/intake/testing.ts'
import { intakeUrls } from '#app/office/intake/urls.ts'
import { givenOwnTerm } from '../own-terms.ts'
import { installation, page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'
import { entered } from '../ledger.ts'
import { institutionRecords } from '#platform/institutions/institution-records.ts'

const OTHER = { prova: 'provas', provas: 'prova' } as const

let mails = 0

/** A message that waits: without an address of ours, or an automatic reply to one. */
async function givenMail(services: Services, to: string, automatic: boolean): Promise<string> {
  const uid = ++mails
  const source = [
    `Message-ID: <matrix-${uid}@posta.example>`,
    'From: Arta Shembull <arta@posta.example>',
    `To: <${to}>`,
    'Subject: Pyetje',
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
    '',
    'Fjala.',
  ].join('\r\n')
  const receivedAt = services.clock.now()
  const raw = { mailbox: 'matrix', uidValidity: '1', uid, receivedAt, size: source.length }
  await takeInMail(services, { ...raw, source: Buffer.from(source), cut: false })
  const [row] = await services.db<{ id: string }[]>`
    select id from platform.incoming_mails where mailbox = 'matrix' and uid = ${uid}`
  return row?.id ?? ''
}

async function givenAddress({ db }: Services, slug: Slug): Promise<string> {
  const email = `sporteli@${slug}.example`
  const id = await institutionId({ db }, slug)
  await entered(
    db,
    institutionRecords,
    (tx) => tx`
      insert into platform.role_addresses (institution_id, role, email) values (${id}, 'front-desk', ${email})
      on conflict (institution_id, role) do update set email = excluded.email returning institution_id as id`,
  )
  return email
}

/** Incoming papers: who reads, enters, assigns, answers, sorts. */
export function intakeRows({ services }: MatrixWorld): Rows {
  const onCase = (right: string, make: (one: GivenCase, slug: Slug) => ReturnType<Rows[string]['request']>) =>
    record(right, async (slug) => make(await givenCase(services, slug), slug))
  const posted = (right: string, path: (id: string) => string, fields: Record<string, string> = {}) =>
    onCase(right, (one) => ({ path: path(one.id), fields: { versioni: String(one.version), ...fields } }))
  const shown = (right: string, path: (id: string) => string) => onCase(right, (one) => ({ path: path(one.id) }))
  const firstPoint = async (one: GivenCase) => (await listPoints(services.db, one.id))[0]
  return {
    [`GET ${intakeUrls.inbox()}`]: page('cases.read', intakeUrls.inbox()),
    [`GET ${intakeUrls.csv()}`]: page('cases.export', intakeUrls.csv()),
    [`GET ${intakeUrls.counter()}`]: page('cases.enter', intakeUrls.counter()),
    [`POST ${intakeUrls.counter()}`]: record('cases.enter', async (slug) => ({
      path: intakeUrls.counter(),
      fields: {
        dergesa: randomUUID(),
        institucioni: await institutionId(services, slug),
        emri: 'Hatixhe Shembull',
        lenda: 'Ndriçimi',
        fjalet: 'Llamba.',
      },
    })),
    [`GET ${intakeUrls.setAside()}`]: page('cases.enter', intakeUrls.setAside()),
    [`POST ${intakeUrls.makeCase(':id')}`]: record('cases.enter', async (slug) => ({
      path: intakeUrls.makeCase(await givenMail(services, await givenAddress(services, slug), true)),
      fields: {},
    })),
    [`GET ${intakeUrls.unsorted()}`]: installation('mails.sort', () => ({ path: intakeUrls.unsorted() })),
    [`POST ${intakeUrls.giveTo(':id')}`]: installation('mails.sort', async (slug) => {
      const id = await givenMail(services, 'askush@askund.example', false)
      return {
        path: intakeUrls.giveTo(id),
        fields: { [`institucioni-${id}`]: await institutionId(services, slug) },
      }
    }),
    [`GET ${intakeUrls.one(':id')}`]: shown('cases.read', intakeUrls.one),
    [`GET ${intakeUrls.receipt(':id')}`]: shown('cases.read', intakeUrls.receipt),
    [`GET ${intakeUrls.document(':id', ':document')}`]: record('cases.read', async (slug) => {
      const one = await givenCase(services, slug)
      return { path: intakeUrls.document(one.id, await givenDocument(services, one)) }
    }),
    [`POST ${intakeUrls.assign(':id')}`]: posted('cases.assign', intakeUrls.assign, { kujt: 'rol:clerk' }),
    [`POST ${intakeUrls.start(':id')}`]: posted('cases.keep', intakeUrls.start),
    [`POST ${intakeUrls.protocol(':id')}`]: posted('cases.keep', intakeUrls.protocol, {
      protokolli: '12',
      gjithsesi: 'po',
    }),
    [`GET ${intakeUrls.split(':id')}`]: shown('cases.keep', intakeUrls.split),
    [`POST ${intakeUrls.split(':id')}`]: posted('cases.keep', intakeUrls.split, { rreshta: '1', 'titulli-1': 'Uji' }),
    [`POST ${intakeUrls.answer(':id', ':point')}`]: onCase('cases.answer', async (one) => {
      const point = await firstPoint(one)
      const id = point?.id ?? ''
      return { path: intakeUrls.answer(one.id, id), fields: { versioni: '1', [`pergjigjja-${id}`]: 'Po.' } }
    }),
    [`POST ${intakeUrls.assignPoint(':id', ':point')}`]: onCase('cases.assign', async (one) => {
      const id = (await firstPoint(one))?.id ?? ''
      return { path: intakeUrls.assignPoint(one.id, id), fields: { versioni: '1', [`kujt-${id}`]: 'rol:clerk' } }
    }),
    [`POST ${intakeUrls.close(':id')}`]: posted('cases.answer', intakeUrls.close, { mbyllja: 'U krye.' }),
    [`POST ${intakeUrls.reopen(':id')}`]: record('cases.keep', async (slug) => {
      const one = await givenCase(services, slug)
      await services.db`update platform.cases set state = 'closed' where id = ${one.id}`
      return { path: intakeUrls.reopen(one.id), fields: { versioni: String(one.version), rihapja: 'U gabua.' } }
    }),
    [`POST ${intakeUrls.discard(':id')}`]: posted('cases.discard', intakeUrls.discard, { menjanimi: 'Reklamë.' }),
    [`POST ${intakeUrls.duplicate(':id')}`]: record('cases.keep', async (slug) => {
      const [first, second] = [await givenCase(services, slug), await givenCase(services, slug)]
      const fields = { versioni: String(second.version), origjinali: first.code }
      return { path: intakeUrls.duplicate(second.id), fields }
    }),
    [`POST ${intakeUrls.transfer(':id')}`]: onCase('cases.discard', async (one, slug) => ({
      path: intakeUrls.transfer(one.id),
      fields: {
        versioni: String(one.version),
        institucioni: await institutionId(services, OTHER[slug]),
        kalimi: 'Nuk është kompetenca jonë.',
      },
    })),
    [`POST ${intakeUrls.clock(':id')}`]: posted('cases.keep', intakeUrls.clock, {
      lloji: 'day',
      'dita-day': '21',
      'dita-month': '12',
      'dita-year': '2026',
      'arsyeja-afatit': 'E caktoi kryetari.',
    }),
    [`POST ${intakeUrls.extend(':id')}`]: record('cases.answer', async (slug) => {
      const one = await givenClocked(services, slug)
      const fields = { zgjatja: 'Çështje e ndërlikuar.', 'zgjatja-dite': '5', 'zgjatja-njoftimi': 'Me shkresë.' }
      return { path: intakeUrls.extend(one.id), fields: { versioni: String(one.version), ...fields } }
    }),
    [`POST ${intakeUrls.pause(':id')}`]: record('cases.answer', async (slug) => {
      const one = await givenClocked(services, slug)
      const fields = { versioni: String(one.version), pezullimi: 'Pritet prova.' }
      return { path: intakeUrls.pause(one.id), fields }
    }),
    [`POST ${intakeUrls.resume(':id')}`]: record('cases.answer', async (slug) => {
      const one = await givenClocked(services, slug)
      const subject = `intake.case:${one.id}`
      await services.db.begin((tx) =>
        pauseDeadline(tx, services, { subject, slot: CASE_SLOT, by: 'program', ground: 'Pritet prova.' }),
      )
      return { path: intakeUrls.resume(one.id), fields: { versioni: String(one.version), vijimi: 'Prova erdhi.' } }
    }),
    [`GET ${intakeUrls.correct(':id')}`]: shown('cases.keep', intakeUrls.correct),
    [`POST ${intakeUrls.correct(':id')}`]: posted('cases.keep', intakeUrls.correct, {
      emri: 'Hatixhe Shembull',
      lenda: 'Ndriçimi i rrugicës',
      fjalet: 'Llamba.',
      arsyeja: 'Gabim shtypi.',
    }),
    [`GET ${intakeUrls.papers(':id')}`]: shown('cases.keep', intakeUrls.papers),
    [`POST ${intakeUrls.papers(':id')}`]: posted('cases.keep', intakeUrls.papers, {
      dergesa: randomUUID(),
      fjalet: 'Dhe kjo.',
    }),
  }
}

/** With a clock in both countries: by the Code, and by a term that the institution has set itself. */
async function givenClocked(services: Services, slug: Slug): Promise<GivenCase> {
  if (slug === 'provas') await givenOwnTerm(services.db, await institutionId(services, slug), 'XK-LGAP', 30)
  return givenCase(services, slug)
}

async function givenDocument(services: Services, one: GivenCase): Promise<string> {
  const { db, files, clock, settings } = services
  const { withLocalFile } = await import('#platform/files/temporary-files.ts')
  const { keepDocument } = await import('#platform/documents/documents.ts')
  return withLocalFile(settings, 'LICENSE', async (file) => {
    if (!file) throw new Error('test file')
    const { institutionId: owner, id } = one
    const draft = { institutionId: owner, subject: `intake.case:${id}`, role: 'scan', class: 'personal' } as const
    const rest = { title: 'Letra', lang: 'sq', file, addedBy: null }
    return (await db.begin((tx) => keepDocument(tx, { files, clock }, { ...draft, ...rest }))).id
  })
}
