import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { roomPages } from './pages/rooms.ts'
import type { Page, Viewer } from './pages/page.ts'
import type { Program } from './program.ts'
import { smallPdf } from './steps.ts'
import {
  citizen,
  commentFields,
  confirmedByLetter,
  demonstrationPerson,
  expectMoved,
  sentComment,
  visitorAt,
  type Fields,
  type Visitor,
} from './visitor.ts'

export type Pages = Record<Viewer, { who: Visitor; pages: Page[] }> & { facts: Facts }

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const SMALL_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='

const fixture = (name: string): File =>
  new File([readFileSync(join(import.meta.dirname, '../fixtures/docx', name))], name, { type: DOCX })

/** Brings the site into every state that has a page of its own, and names these pages. */
export async function prepareEveryPage(program: Program): Promise<Pages> {
  const facts = await factsOf(program)
  const [official, administrator, clerk, secretary, auditor, operator, ana] = await Promise.all([
    demonstrationPerson(program, 'Ilir Demo'),
    demonstrationPerson(program, 'Drita Demo'),
    demonstrationPerson(program, 'Shpresa Demo'),
    demonstrationPerson(program, 'Lule Demo'),
    demonstrationPerson(program, 'Fatos Demo'),
    demonstrationPerson(program, 'Besa Demo'),
    citizen(program, 'ana@shembull.example'),
  ])
  const comments = await commentsIn(program, official, facts.bregas)
  const drafts = await draftsOf(program, official)
  await expectMoved(ana.post(`/konsultime/${facts.bregas}/komente`, commentFields('', 'Nga një qytetare që ka hyrë.')))
  const everybody = { anonymous: visitorAt(program), citizen: ana }
  const who = { ...everybody, official, administrator, clerk, secretary, auditor, operator }
  const rooms = await roomPages(program, who)
  return {
    facts,
    anonymous: { who: who.anonymous, pages: [...publicPages(facts, comments), ...rooms.anonymous] },
    citizen: { who: ana, pages: [...citizenPages(facts), ...rooms.citizen] },
    official: { who: official, pages: [...officePages(facts, comments, drafts), ...rooms.official] },
    administrator: { who: administrator, pages: rooms.administrator },
    clerk: { who: clerk, pages: rooms.clerk },
    secretary: { who: secretary, pages: rooms.secretary },
    auditor: { who: auditor, pages: [...auditorPages(comments, drafts), ...rooms.auditor] },
    operator: { who: operator, pages: [...(await operatorPages(program)), ...rooms.operator] },
  }
}

type Facts = { bregas: string; fushas: string; history: string; article: string; division: string }

async function factsOf({ db }: Program): Promise<Facts> {
  // The first of each institution is the one that is open.
  const slugs = await db<{ slug: string }[]>`
    select slug from consultations.consultations where slug is not null order by register_number`
  const slugOf = (start: string) => slugs.find(({ slug }) => slug.startsWith(start))?.slug ?? ''
  const nodes = await db<{ kind: string; nodeId: string }[]>`
    select node.kind, node.node_id from platform.text_nodes as node
    join platform.text_versions as version on version.id = node.version_id
    join consultations.consultations as consultation on consultation.text_id = version.text_id
    where consultation.slug = ${slugOf('bregas')} and node.kind in ('chapter', 'article') order by node.ordinal`
  const first = (kind: string) => nodes.find((node) => node.kind === kind)?.nodeId ?? ''
  const [bregas, fushas, history] = [slugOf('bregas'), slugOf('fushas'), slugOf('mb-')]
  return { bregas, fushas, history, article: first('article'), division: first('chapter') }
}

type Comments = Awaited<ReturnType<typeof commentsIn>>

async function commentsIn(program: Program, official: Visitor, slug: string) {
  const attached = { dokumentet: new File([new Uint8Array(smallPdf())], 'Propozim.pdf', { type: 'application/pdf' }) }
  const given = (words: string, more: Fields = {}) => confirmedByLetter(program, { slug }, words, more)
  const [sent, waiting, corrected, held, withdrawn, released] = await Promise.all([
    sentComment(program, { slug }, 'Ende pa u konfirmuar.'),
    given('Shkruani te zyra@shembull.example ose te 069 000 00 00.', attached),
    given('Fjalët e para.'),
    given('Blini te ne.'),
    given('Po e mendoj sërish.'),
    given('Me dokument.', attached),
  ])
  const someone = visitorAt(program)
  await expectMoved(someone.post(`${corrected.own}/ndryshimi`, { komenti: 'Fjalët e dyta.', versioni: '1' }))
  await expectMoved(someone.post(`${withdrawn.own}/terheqja`, {}))
  const hold = { versioni: '1', arsyeja: 'advertising', shpjegimi: 'Nuk lidhet me tarifën.' }
  await expectMoved(official.post(`/zyra/komente/${held.id}/mbajtja`, hold))
  await expectMoved(official.post(`/zyra/komente/${released.id}/lirimi`, { versioni: '1' }))
  return { sent, waiting, corrected, held, withdrawn, released }
}

type Drafts = {
  empty: string
  doubtful: string
  ready: string
  published: string
  cancelled: string
  /** Published on the least day of law 146/2014, and a draft on it. */
  byLaw: string
  lawDraft: string
  version: string
}

/** One draft for each way a draft can look. */
async function draftsOf(program: Program, official: Visitor): Promise<Drafts> {
  const fields = draftFields(await institutionOf(program))
  const start = async (title: string, more: Record<string, string> = {}) => {
    const at = await expectMoved(
      official.post('/zyra/konsultime/e-re', { ...fields, titulli: title, dergesa: randomUUID(), ...more }),
    )
    return at.split('/')[3] ?? ''
  }
  const empty = await start('Projekt pa tekst')
  const doubtful = await start('Projekt me dyshime')
  await expectMoved(
    official.post(`/zyra/konsultime/${doubtful}/teksti`, { dokumenti: fixture('13-everything.docx'), teksti: '' }),
  )
  const leastDay = { mbeshtetja: 'law-146', 'mbyllet-day': '', 'mbyllet-month': '', 'mbyllet-year': '' }
  const lawDraft = await start('Projekt sipas ligjit, në përgatitje', leastDay)
  const [ready, published, cancelled, byLaw] = [
    await start('Projekt gati'),
    await start('Projekt i hapur'),
    await start('Projekt i anuluar'),
    await start('Projekt sipas ligjit', leastDay),
  ]
  for (const id of [ready, published, cancelled, byLaw]) {
    await expectMoved(
      official.post(`/zyra/konsultime/${id}/teksti`, { teksti: 'Neni 1\nQëllimi\nKjo rregullore cakton orarin.' }),
    )
    await official.post(`/zyra/konsultime/${id}/teksti/dyshimet`, {})
    const png = new File([Buffer.from(SMALL_PNG, 'base64')], 'harta.png', { type: 'image/png' })
    await expectMoved(
      official.post(`/zyra/konsultime/${id}/dokumente`, {
        'titulli-dok': 'Harta',
        'lloji-dok': 'annex',
        'alt-dok': 'Harta e zonës',
        dokumenti: png,
      }),
    )
  }
  for (const id of [published, cancelled, byLaw])
    await expectMoved(official.post(`/zyra/konsultime/${id}/publikimi`, {}))
  const [row] = await program.db<
    { version: number }[]
  >`select version from consultations.consultations where id = ${published}`
  const correction = {
    ...fields,
    titulli: 'Projekt i hapur, i saktë',
    arsyeja: 'Titulli ishte i paplotë.',
    versioni: String(row?.version),
  }
  await expectMoved(official.post(`/zyra/konsultime/${published}/ndryshimi`, correction))
  await expectMoved(
    official.post(`/zyra/konsultime/${cancelled}/anulimi`, { 'arsyeja-anulimit': 'Këshilli e tërhoqi projektin.' }),
  )
  return { empty, doubtful, ready, published, cancelled, byLaw, lawDraft, version: String((row?.version ?? 0) + 1) }
}

async function institutionOf({ db }: Program): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  return row?.id ?? ''
}

function draftFields(institution: string): Record<string, string> {
  const today = civilDateIn('Europe/Tirane', new Date())
  const day = (name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  return {
    institucioni: institution,
    permbledhja: 'Për çfarë bëhet fjalë, me fjalë të thjeshta.',
    lloji: 'regulation',
    baza: 'Rregullorja e institucionit, neni 4',
    mbeshtetja: 'other',
    posta: 'konsultime@bregas.example',
    versioni: '1',
    ...day('hapet', today),
    ...day('mbyllet', addDays(today, 60)),
  }
}

const NOBODY = '00000000-0000-4000-8000-000000000000'

function publicPages({ bregas, fushas, history, article, division }: Facts, comments: Comments): Page[] {
  const one = `/konsultime/${bregas}`
  const { sent, waiting, corrected, held, withdrawn, released } = comments
  return [
    ...['/', '/kontakti', '/qasshmeria', '/privatesia', '/i/bregas/', '/i/fushas', '/i/mb/'].map((path) => ({ path })),
    ...['', '?q=mbetjet&gjendja=open', '?q=asgje+e+tille'].map((query) => ({ path: `/konsultime${query}` })),
    ...[one, `/konsultime/${fushas}`, `/konsultime/${history}`].map((path) => ({ path })),
    ...[`${one}/neni/${article}`, `${one}/kreu/${division}`, `${one}/komente`].map((path) => ({ path })),
    ...[corrected, held, withdrawn, released].map(({ code }) => ({ path: `${one}/komente/${code}` })),
    ...['', `?neni=${article}`].map((query) => ({ path: `${one}/komento${query}` })),
    { path: `${one}/komente`, fields: { neni: article, komenti: '', 'ne-emer': 'organizate' }, status: 422 },
    {
      path: `/konsultime/${history}/komente`,
      fields: commentFields('ana@shembull.example', 'Tepër vonë.'),
      status: 409,
    },
    { path: `${one}/komento/derguar` },
    ...[sent, waiting, corrected, held, withdrawn].map(({ own }) => ({ path: own })),
    ...[`${corrected.own}/ndryshimi`, `${corrected.own}/terheqja`].map((path) => ({ path })),
    { path: `${corrected.own}/ndryshimi`, fields: { komenti: '', versioni: '2' }, status: 422 },
    { path: '/hyr' },
    { path: '/hyr', fields: { email: 'jo-adresë' }, status: 422 },
    { path: '/nuk-ka-faqe-ketu', status: 404 },
    { path: `/zyra/komente/${NOBODY}/lirimi`, fields: {}, status: 401 },
  ]
}

function citizenPages({ bregas }: Facts): Page[] {
  return [
    { path: '/llogaria' },
    { path: '/komentet-e-mia' },
    { path: `/konsultime/${bregas}/komento` },
    { path: '/hyr?pastaj=/zyra' },
    { path: '/zyra', status: 403 },
  ]
}

function officePages({ bregas }: Facts, { waiting, held, released, corrected }: Comments, drafts: Drafts): Page[] {
  const one = (id: string) => `/zyra/konsultime/${id}`
  const { empty, doubtful, ready, published, cancelled, byLaw, lawDraft, version } = drafts
  return [
    ...[
      '',
      '/komente',
      '/komente?gjendja=held&q=te+ne',
      '/komente?q=asgje+e+tille',
      '/posta',
      '/te-drejtat',
      '/pamja',
    ].map((path) => ({ path: `/zyra${path}` })),
    ...[waiting, held, released, corrected].map(({ id }) => ({ path: `/zyra/komente/${id}` })),
    { path: `/zyra/komente/${waiting.id}/mbajtja`, fields: { versioni: '1' }, status: 422 },
    { path: `/zyra/komente/${waiting.id}/lirimi`, fields: { versioni: '7' }, status: 409 },
    { path: '/zyra/konsultime' },
    { path: '/zyra/konsultime?gjendja=draft' },
    { path: '/zyra/konsultime/e-re' },
    { path: '/zyra/konsultime/e-re', fields: { 'hapet-day': '31', 'hapet-month': '2' }, status: 422 },
    ...[empty, doubtful, ready, published, cancelled, byLaw, lawDraft].map((id) => ({ path: one(id) })),
    ...[empty, doubtful, published].map((id) => ({ path: `${one(id)}/teksti` })),
    ...[empty, published, lawDraft].map((id) => ({ path: `${one(id)}/ndryshimi` })),
    ...extensionPages(one, drafts),
    { path: `${one(empty)}/teksti`, fields: { teksti: '' }, status: 422 },
    { path: `${one(empty)}/dokumente`, fields: { 'titulli-dok': '' }, status: 422 },
    { path: `${one(empty)}/publikimi`, fields: {}, status: 409 },
    { path: `${one(published)}/ndryshimi`, fields: { titulli: 'Po', versioni: version }, status: 422 },
    { path: `${one(published)}/anulimi`, fields: { 'arsyeja-anulimit': 'jo' }, status: 422 },
    { path: `${one(cancelled)}/ndryshimi`, status: 409 },
    { path: one(NOBODY), status: 404 },
    { path: '/llogaria' },
    { path: '/llogaria/faktori' },
    { path: `/konsultime/${bregas}` },
  ]
}

/** More time: the page, what cannot be, and a closing day that is too early. */
function extensionPages(one: (id: string) => string, { published, byLaw, lawDraft, cancelled }: Drafts): Page[] {
  const today = civilDateIn('Europe/Tirane', new Date())
  const [year = '', month = '', day = ''] = addDays(today, 1).split('-')
  const early = { mbeshtetja: 'law-146', 'mbyllet-day': day, 'mbyllet-month': month, 'mbyllet-year': year }
  const far = { 'mbyllet-day': '1', 'mbyllet-month': '6', 'mbyllet-year': String(Number(today.slice(0, 4)) + 1) }
  const decided = { 'vendosur-day': '1', 'vendosur-month': '2', 'vendosur-year': '2026', vendimi: '112' }
  const order = { ...far, ...decided, arsyeja: 'Shoqatat kërkuan më shumë kohë.', versioni: '1' }
  return [
    ...[published, byLaw].map((id) => ({ path: `${one(id)}/zgjatja` })),
    { path: `${one(byLaw)}/zgjatja`, fields: {}, status: 422 },
    { path: `${one(byLaw)}/zgjatja`, fields: { ...order, versioni: '99' }, status: 409 },
    { path: `${one(lawDraft)}/ndryshimi`, fields: early, status: 422 },
    { path: `${one(cancelled)}/zgjatja`, status: 409 },
  ]
}

/** Reads all and changes nothing: the same pages without their deeds. */
const auditorPages = ({ waiting }: Comments, { doubtful }: Drafts): Page[] => [
  { path: `/zyra/komente/${waiting.id}` },
  { path: `/zyra/konsultime/${doubtful}/teksti` },
  { path: '/zyra/konsultime/e-re', status: 403 },
]

async function operatorPages({ db }: Program): Promise<Page[]> {
  const [letter] = await db<
    { id: string }[]
  >`select id from platform.mail_messages where state = 'sent' order by created_at limit 1`
  return [{ path: '/zyra' }, { path: `/zyra/posta/${letter?.id}` }, { path: '/zyra/posta?adresa=askush' }]
}
