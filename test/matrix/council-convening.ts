import { randomUUID } from 'node:crypto'
import { cancelMeeting } from '#modules/council/convening/change-meeting.ts'
import { findMeeting, listAgenda } from '#modules/council/convening/meeting-queries.ts'
import { aMeetingForm, aPaperForm, givenBody, givenMeeting, givenPaper } from '#modules/council/convening/testing.ts'
import { conveningUrls as urls } from '#modules/council/convening/urls.ts'
import { page, record, type MatrixWorld, type Row, type Rows, type Slug } from './row.ts'

const READ = 'council.read'
const WRITE = 'council-meetings.write'

/** Papers and meetings of the council before they open. */
export const councilConveningRows = (world: MatrixWorld): Rows => ({ ...meetingRows(world), ...paperRows(world) })

const draftOf = async ({ services }: MatrixWorld, institution: Slug) =>
  givenMeeting(services, { bodyId: (await givenBody(services, { institution })).id, state: 'draft' })

const convenedOf = async ({ services }: MatrixWorld, institution: Slug) =>
  givenMeeting(services, { bodyId: (await givenBody(services, { institution })).id })

function meetingRows(world: MatrixWorld): Rows {
  const { services, db } = world
  const body = (institution: Slug) => givenBody(services, { institution })
  const draft = (slug: Slug) => draftOf(world, slug)
  const convened = (slug: Slug) => convenedOf(world, slug)
  const deed = (right: string, make: (slug: Slug) => ReturnType<Row['request']>) => record(right, make)
  return {
    [`GET ${urls.meetings()}`]: page(READ, urls.meetings()),
    [`GET ${urls.create()}`]: page(WRITE, urls.create()),
    [`POST ${urls.create()}`]: deed(WRITE, async (slug) => ({
      path: urls.create(),
      fields: aMeetingForm((await body(slug)).id),
    })),
    [`GET ${urls.meeting(':id')}`]: deed(READ, async (slug) => ({ path: urls.meeting((await draft(slug)).id) })),
    [`GET ${urls.change(':id')}`]: deed(WRITE, async (slug) => ({ path: urls.change((await draft(slug)).id) })),
    [`POST ${urls.change(':id')}`]: deed(WRITE, async (slug) => {
      const { id, version, bodyId } = await draft(slug)
      return { path: urls.change(id), fields: aMeetingForm(bodyId, { versioni: String(version) }) }
    }),
    [`POST ${urls.convene(':id')}`]: deed(WRITE, async (slug) => {
      const { id, version } = await draft(slug)
      return { path: urls.convene(id), fields: { versioni: String(version) } }
    }),
    [`POST ${urls.postpone(':id')}`]: deed(WRITE, async (slug) => {
      const { id, version } = await convened(slug)
      return { path: urls.postpone(id), fields: { versioni: String(version), 'arsyeja-shtyrjes': 'Salla u mbyll' } }
    }),
    [`POST ${urls.cancel(':id')}`]: deed(WRITE, async (slug) => {
      const { id, version } = await convened(slug)
      return { path: urls.cancel(id), fields: { versioni: String(version), 'arsyeja-anulimit': 'Salla u mbyll' } }
    }),
    [`POST ${urls.postings(':id')}`]: deed(WRITE, async (slug) => ({
      path: urls.postings((await convened(slug)).id),
      fields: {
        dergesa: randomUUID(),
        'vendi-afishimit': 'Këndi i njoftimeve',
        'ora-afishimit': '9:30',
        'afishuar-day': '22',
        'afishuar-month': '11',
        'afishuar-year': '2026',
      },
    })),
    [`POST ${urls.documents(':id')}`]: deed(WRITE, async (slug) => ({
      path: urls.documents((await draft(slug)).id),
      fields: aDocument(),
    })),
    [`POST ${urls.removeDocument(':id', ':document')}`]: deed(WRITE, async (slug) => {
      const { id } = await draft(slug)
      return { path: urls.removeDocument(id, await documentOf(world, 'council.meeting', id)), fields: {} }
    }),
    [`GET ${urls.noticeFile(':id', ':file{njoftimi\\.(docx|pdf)}')}`]: deed(READ, async (slug) => ({
      path: urls.noticeFile((await draft(slug)).id, 'njoftimi.docx'),
    })),
    ...agendaRows(world),
    [`POST ${urls.carry(':id')}`]: deed(WRITE, async (slug) => {
      const earlier = await convened(slug)
      const [item] = await listAgenda(db, earlier.id)
      const order = { by: 'command-line', seen: earlier.version, reason: 'Pa kuorum' } as const
      await cancelMeeting(services, earlier.id, order)
      const { id, version } = await draft(slug)
      return { path: urls.carry(id), fields: { versioni: String(version), bartur: item?.id ?? '' } }
    }),
  }
}

function agendaRows(world: MatrixWorld): Rows {
  const { services, db } = world
  const draft = (slug: Slug) => draftOf(world, slug)
  const withItem = async (slug: Slug) => {
    const { id } = await draft(slug)
    const items = await listAgenda(db, id)
    const version = String((await findMeeting(db, id))?.version)
    return { id, versioni: version, itemId: items[0]?.id ?? '', radha: items.map((one) => one.id).join(' ') }
  }
  return {
    [`GET ${urls.agenda(':id')}`]: record(WRITE, async (slug) => ({ path: urls.agenda((await draft(slug)).id) })),
    [`POST ${urls.agenda(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.agenda((await draft(slug)).id),
      fields: { dergesa: randomUUID(), titulli: 'Pikë e re', lloji: 'information' },
    })),
    [`POST ${urls.addPapers(':id')}`]: record(WRITE, async (slug) => {
      const { id, version, institutionId } = await draft(slug)
      const paper = await givenPaper(services, { institutionId })
      return { path: urls.addPapers(id), fields: { versioni: String(version), materialet: paper.id } }
    }),
    [`POST ${urls.order(':id')}`]: record(WRITE, async (slug) => {
      const { id, versioni, itemId, radha } = await withItem(slug)
      return { path: urls.order(id), fields: { versioni, radha, poshte: itemId } }
    }),
    [`GET ${urls.item(':id', ':item')}`]: record(WRITE, async (slug) => {
      const { id, itemId } = await withItem(slug)
      return { path: urls.item(id, itemId) }
    }),
    [`POST ${urls.item(':id', ':item')}`]: record(WRITE, async (slug) => {
      const { id, itemId, versioni } = await withItem(slug)
      return { path: urls.item(id, itemId), fields: { versioni, titulli: 'Tjetër titull', lloji: 'act' } }
    }),
    [`POST ${urls.withdraw(':id', ':item')}`]: record(WRITE, async (slug) => {
      const { id, itemId, versioni } = await withItem(slug)
      return { path: urls.withdraw(id, itemId), fields: { versioni } }
    }),
  }
}

function paperRows(world: MatrixWorld): Rows {
  const { services } = world
  const body = (institution: Slug) => givenBody(services, { institution })
  const paper = async (slug: Slug) => givenPaper(services, { institutionId: (await body(slug)).institutionId })
  return {
    [`GET ${urls.papers()}`]: page(READ, urls.papers()),
    [`GET ${urls.createPaper()}`]: page(WRITE, urls.createPaper()),
    [`POST ${urls.createPaper()}`]: record(WRITE, async (slug) => ({
      path: urls.createPaper(),
      fields: aPaperForm((await body(slug)).institutionId),
    })),
    [`GET ${urls.paper(':id')}`]: record(READ, async (slug) => ({ path: urls.paper((await paper(slug)).id) })),
    [`GET ${urls.changePaper(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.changePaper((await paper(slug)).id),
    })),
    [`POST ${urls.changePaper(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.changePaper((await paper(slug)).id),
      fields: aPaperForm('', { versioni: '1' }),
    })),
    [`POST ${urls.publishPaper(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.publishPaper((await paper(slug)).id),
      fields: { versioni: '1' },
    })),
    [`POST ${urls.opinions(':id')}`]: record(WRITE, async (slug) => {
      const commission = await givenBody(services, { institution: slug, kind: 'commission' })
      const said = { dergesa: randomUUID(), komisioni: commission.id, mendimi: 'for' }
      const day = { 'mendimi-dita-day': '20', 'mendimi-dita-month': '11', 'mendimi-dita-year': '2026' }
      return { path: urls.opinions((await paper(slug)).id), fields: { ...said, ...day } }
    }),
    [`POST ${urls.links(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.links((await paper(slug)).id),
      fields: { me: `council.paper:${(await paper(slug)).id}` },
    })),
    [`POST ${urls.unlink(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.unlink((await paper(slug)).id),
      fields: { me: `consultations.consultation:${randomUUID()}` },
    })),
    [`POST ${urls.paperDocuments(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.paperDocuments((await paper(slug)).id),
      fields: aDocument(),
    })),
    [`POST ${urls.removePaperDocument(':id', ':document')}`]: record(WRITE, async (slug) => {
      const { id } = await paper(slug)
      return { path: urls.removePaperDocument(id, await documentOf(world, 'council.paper', id)), fields: {} }
    }),
  }
}

const aDocument = () => ({
  'titulli-dok': 'Relacioni',
  'lloji-dok': 'reasoning',
  'gjuha-dok': 'sq',
  dokumenti: new File([`Relacion ${randomUUID()}`], 'relacioni.txt', { type: 'text/plain' }),
})

/** A document of this record, with a file. */
async function documentOf({ db }: MatrixWorld, kind: string, id: string): Promise<string> {
  const digest = 'c'.repeat(64)
  const subject = `${kind}:${id}`
  const table = kind === 'council.paper' ? db`council.papers` : db`council.meetings`
  await db`
    insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())
    on conflict do nothing`
  const [row] = await db<{ id: string }[]>`
    insert into platform.documents (institution_id, subject, role, class, title, added_at)
    select institution_id, ${subject}, 'annex', 'public', 'Shtojca', now() from ${table} where id = ${id} returning id`
  await db`
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    select institution_id, id, 'sq', 1, ${digest}, 'shtojca.txt', 1, now() from platform.documents where id = ${row?.id ?? ''}`
  return row?.id ?? ''
}
