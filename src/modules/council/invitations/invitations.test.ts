import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { countStanding } from '#platform/registrations/registration-queries.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo, newestLetterTo, pathIn } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { postponeMeeting } from '../convening/change-meeting.ts'
import { givenMeeting, givenPaper } from '../convening/testing.ts'
import { addItems } from '../convening/write-agenda.ts'
import { givenCouncil } from '../people/testing.ts'
import { councilUrls } from '../urls.ts'
import { listConflicts } from './conflict-queries.ts'
import { listInvitations } from './invitation-queries.ts'
import { quorumOf, waitingFor } from './invitation-rules.ts'
import { councilPersonalData, forgetInvitations } from './personal-invitations.ts'
import { tellCouncilRegistered } from './tell-council-registered.ts'
import { invitationOfficeUrls as office, invitedUrls, publicUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const council = await givenCouncil(services, { members: 5 })
const secretary = await web.signedInAs(staffWith('council-secretary', 'prova'))
const first = council.members[0] ?? { id: '', name: '', slug: '', email: '' }
const second = council.members[1] ?? first

const SECRET = 'Shitja e pronës së fshehtë'

const press = (path: string, fields: Record<string, string> = {}) => web.post(path, fields, { cookie: secretary })
/** The newest letter is the one that counts: each meeting has a minute of its own. */
const aMeeting = (changes: Partial<Parameters<typeof givenMeeting>[1]> = {}) => {
  services.clock.passMinutes(1)
  const remote = { mode: 'hybrid', onlineUrl: 'https://larg.example/1' } as const
  return givenMeeting(services, { bodyId: council.bodyId, ...remote, ...changes })
}
const wordsTo = async (email: string) => (await newestLetterTo(db, email)).body
const linkTo = async (email: string) => pathIn(await newestLetterTo(db, email), '/thirrja/')
const subjectsTo = async (email: string) => (await lettersTo(db, email)).map(({ subject }) => subject)
const guest = (changes: Record<string, string> = {}) => ({
  dergesa: randomUUID(),
  detyra: 'Kryetari i bashkisë',
  adresa: 'kryetari@posta.example',
  kanali: 'mail',
  ...changes,
})

describe('the call', () => {
  it('goes to everybody once, by one press, and again only to whom something changed', async () => {
    const { id } = await aMeeting()
    expect((await press(office.guests(id), guest())).status).toBe(303)
    const before = (await subjectsTo(first.email)).length
    expect((await press(office.send(id))).headers.get('location')).toContain('u=dergimi')
    expect((await press(office.send(id))).headers.get('location')).toContain('u=asgje')
    await Promise.all([press(office.send(id)), press(office.send(id))])
    for (const { email } of council.members) expect(await lettersTo(db, email)).toHaveLength(before + 1)
    const letter = await wordsTo(first.email)
    expect(letter).toContain('Salla e këshillit')
    expect(letter).toContain('1. Projektvendim për tregun, pika 1')
    expect(letter).toContain('https://larg.example/1')
    // The link to take part from elsewhere is for members alone.
    expect(await wordsTo('kryetari@posta.example')).not.toContain('larg.example')
    const path = await linkTo(first.email)
    services.clock.passMinutes(5)
    const row = { title: 'Pikë e re për ujin', titleEn: null, kind: 'report', paperId: null, actKind: null } as const
    const rest = { rapporteur: null, hearingAt: null, speakerMinutes: null, closed: false, publicTitle: null } as const
    const item = { ...row, ...rest, closedAskedBy: null, closedReason: null, formId: randomUUID() }
    const order = { by: 'command-line', seen: null, reason: 'Kërkesë e kryetarit' } as const
    expect(await addItems(services, id, [item], order)).toBe('done')
    const page = await (await web.get(office.list(id), { cookie: secretary })).text()
    expect(page).toContain('pret njoftimin e ndryshimit')
    await press(office.send(id))
    await press(office.send(id))
    expect(await lettersTo(db, first.email)).toHaveLength(before + 2)
    expect(await wordsTo(first.email)).toContain('Pikë e re për ujin')
    // The same link: the letter before it still opens the page.
    expect(await linkTo(first.email)).toBe(path)
  })

  it('says what nobody can be called to, and keeps a wrong guest in the form', async () => {
    const { id } = await givenMeeting(services, { bodyId: council.bodyId, state: 'draft' })
    expect((await press(office.send(id))).status).toBe(409)
    const wrong = await press(office.guests(id), guest({ adresa: 'jo adresë', detyra: 'Ekspert i ujit' }))
    const page = await wrong.text()
    expect([wrong.status, page.includes('jo adresë'), page.includes('Ekspert i ujit')]).toEqual([422, true, true])
    expect(await listInvitations(db, id)).toEqual([])
    const elsewhere = await web.signedInAs(staffWith('council-secretary', 'provas'))
    expect((await web.get(office.list(id), { cookie: elsewhere })).status).toBe(404)
  })

  it('is printed with a sheet of addresses, or handed over: when and to whom', async () => {
    const { id } = await aMeeting()
    await press(office.list(id))
    const [one, two] = await listInvitations(db, id)
    await press(office.channel(id, one?.id ?? ''), { kanali: 'letter' })
    await press(office.channel(id, two?.id ?? ''), { kanali: 'hand' })
    await press(office.send(id))
    const pdf = await web.get(office.letters(id), { cookie: secretary })
    expect([pdf.status, pdf.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF')
    const when = { 'kur-day': '22', 'kur-month': '11', 'kur-year': '2026', 'kur-ora': '14:30' }
    expect((await press(office.handed(id, two?.id ?? ''), { ...when, kujt: '' })).status).toBe(422)
    expect((await press(office.handed(id, two?.id ?? ''), { ...when, kujt: 'Sekretares' })).status).toBe(303)
    const page = await (await web.get(office.list(id), { cookie: secretary })).text()
    expect(page).toContain('Sekretares')
  })
})

describe('the page behind the link', () => {
  it('changes nothing when it is opened; each answer is a button, and pressed twice counts once', async () => {
    const { id } = await aMeeting()
    await press(office.send(id))
    const path = await linkTo(first.email)
    const token = path.split('/').at(-1) ?? ''
    const dump = () => db`select * from council.invitations where meeting_id = ${id} order by id`
    const stood = await dump()
    for (const one of [
      path,
      `/en${path}`,
      invitedUrls.calendar(token),
      invitedUrls.answer(token),
      invitedUrls.conflict(token),
    ])
      await web.get(one)
    expect(await dump()).toEqual(stood)
    const calendar = await web.get(invitedUrls.calendar(token))
    expect([calendar.status, calendar.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    const note = 'Jam në spital'
    for (const answer of ['coming', 'excused', 'excused'])
      expect(
        (await web.post(invitedUrls.answer(token), { pergjigja: answer, shenimi: answer === 'excused' ? note : '' }))
          .status,
      ).toBe(303)
    const [row] = (await listInvitations(db, id)).filter(({ personId }) => personId === first.id)
    expect([row?.answer, row?.answerNote, row?.answeredBy]).toEqual(['excused', note, null])
    expect((await web.post(invitedUrls.answer(token), { pergjigja: 'diçka' })).status).toBe(422)
    const own = await (await web.get(path)).text()
    expect(own).toContain('Keni njoftuar mungesën')
    const secretaryPage = await (await web.get(office.list(id), { cookie: secretary })).text()
    expect(secretaryPage).toContain(note)
    const chair = await web.signedInAs(staffWith('council-chair', 'prova'))
    expect(await (await web.get(office.list(id), { cookie: chair })).text()).not.toContain(note)
  })

  it('takes answers by telephone, counts who will be there against what is needed', async () => {
    const { id } = await aMeeting()
    await press(office.send(id))
    const called = await listInvitations(db, id)
    for (const [at, one] of called.entries())
      await press(office.answer(id, one.id), {
        pergjigja: at < 3 ? (at === 0 ? 'remote' : 'coming') : 'excused',
        shenimi: '',
      })
    const page = await (await web.get(office.list(id), { cookie: secretary })).text()
    expect(page).toContain('3 anëtarë priten; duhen 3. Kuorumi pritet.')
    expect(page).toContain('e shënoi zyra')
  })

  it('takes a conflict of interest and its taking back, until the meeting opens', async () => {
    const { id } = await aMeeting()
    await press(office.send(id))
    const token = (await linkTo(second.email)).split('/').at(-1) ?? ''
    const [item] = await db<
      { id: string }[]
    >`select id from council.agenda_items where meeting_id = ${id} order by ordinal`
    const field = `arsyeja-${item?.id}`
    const declare = { pika: item?.id ?? '', [field]: 'Pronar i tokës' }
    for (let n = 0; n < 2; n += 1) expect((await web.post(invitedUrls.conflict(token), declare)).status).toBe(303)
    expect((await listConflicts(db, id)).map(({ name, ground }) => [name, ground])).toEqual([
      [second.name, 'Pronar i tokës'],
    ])
    expect((await web.post(invitedUrls.conflict(token), { pika: randomUUID() })).status).toBe(409)
    expect(await (await web.get(invitedUrls.page(token))).text()).toContain('Keni deklaruar konflikt interesi')
    expect((await web.post(invitedUrls.liftConflict(token), { pika: item?.id ?? '' })).status).toBe(303)
    expect(await listConflicts(db, id)).toEqual([])
    await db.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update council.meetings set state = 'under-way', opened_at = now() where id = ${id}`
    })
    const late = [invitedUrls.conflict(token), invitedUrls.answer(token)]
    for (const path of late) expect((await web.post(path, { ...declare, pergjigja: 'coming' })).status).toBe(409)
  })

  it('shows closed items and papers to members, and neither to guests nor to strangers', async () => {
    const { institutionId } = council
    const paper = await givenPaper(services, { institutionId, title: SECRET })
    const closed = {
      closed: true,
      publicTitle: 'Pikë e mbyllur',
      closedReason: 'Të dhëna tregtare',
      closedAskedBy: 'Kryetari',
    }
    const meeting = await aMeeting({ items: [{}, { title: SECRET, paperId: paper.id, ...closed }] })
    const document = await paperFile(paper.id)
    await press(office.guests(meeting.id), guest({ adresa: 'i-ftuar@posta.example' }))
    await press(office.send(meeting.id))
    const [mine, theirs] = [await linkTo(first.email), await linkTo('i-ftuar@posta.example')]
    expect(await (await web.get(mine)).text()).toContain(SECRET)
    const of = (path: string) => invitedUrls.document(path.split('/').at(-1) ?? '', document)
    expect((await web.get(of(mine))).status).toBe(200)
    const page = await (await web.get(theirs)).text()
    expect([page.includes(SECRET), page.includes('Pikë e mbyllur')]).toEqual([false, true])
    expect((await web.get(of(theirs))).status).toBe(404)
    expect((await web.get(of('/thirrja/asgje'))).status).toBe(404)
    const letter = await wordsTo('i-ftuar@posta.example')
    expect([letter?.includes(SECRET), (await wordsTo(first.email))?.includes(SECRET)]).toEqual([false, true])
    expect((await web.post(invitedUrls.conflict(theirs.split('/').at(-1) ?? ''), { pika: randomUUID() })).status).toBe(
      409,
    )
  })

  it('has a new link for a lost one, and closes when its time is over, with all that was kept for it', async () => {
    const { id } = await aMeeting()
    await press(office.guests(id), guest({ adresa: 'harrohet@posta.example', emri: 'Xhelal Fshehuri' }))
    await press(office.send(id))
    const old = await linkTo(first.email)
    const [one] = (await listInvitations(db, id)).filter(({ personId }) => personId === first.id)
    services.clock.passMinutes(1)
    expect((await press(office.link(id, one?.id ?? ''))).status).toBe(303)
    const fresh = await linkTo(first.email)
    expect([(await web.get(old)).status, (await web.get(fresh)).status]).toEqual([404, 200])
    const now = services.clock.now()
    services.clock.passMinutes((20 + 61) * 24 * 60)
    expect((await web.get(fresh)).status).toBe(404)
    await forgetInvitations(services)
    services.clock.set(now)
    const kept = JSON.stringify(await db`select * from council.invitations where meeting_id = ${id}`)
    expect([kept.includes('Fshehuri'), kept.includes('harrohet@'), kept.includes('Kryetari i bashkisë')]).toEqual([
      false,
      false,
      true,
    ])
  })
})

describe('the public', () => {
  it('registers for a meeting as for any gathering, waits when it is full, and hears when it is postponed', async () => {
    const hearing = { kind: 'hearing', title: 'Dëgjesë për tarifat', actKind: null, speakerMinutes: 5 } as const
    const meeting = await givenMeeting(services, { bodyId: council.bodyId, items: [hearing] })
    const form = councilUrls.register(meeting.slug)
    const wish = (email: string, more: Record<string, string> = {}) => ({
      dergesa: randomUUID(),
      emri: 'Zefirinë Vjenëse',
      adresa: email,
      ...more,
    })
    expect((await web.post(form, wish('heret@posta.example'))).status).toBe(409)
    expect((await press(office.offer(meeting.id), { lloji: 'attend-and-speak', vende: '1' })).status).toBe(303)
    const [item] = await db<{ id: string }[]>`select id from council.agenda_items where meeting_id = ${meeting.id}`
    const come = async (email: string, more: Record<string, string> = {}) => {
      expect((await web.post(form, wish(email, more))).status).toBe(303)
      const path = pathIn(await newestLetterTo(db, email), '/regjistrimi/')
      expect((await web.post(`${path}/konfirmimi`, {})).status).toBe(303)
      return path
    }
    await come('folesi@posta.example', { flas: 'po', pika: item?.id ?? '' })
    await come('radha@posta.example')
    const subject = `council.meeting:${meeting.id}`
    expect(await countStanding(db, subject)).toEqual({ confirmed: 1, waiting: 1 })
    const door = await (await web.get(office.door(meeting.id), { cookie: secretary })).text()
    expect([door.includes('Dëgjesë për tarifat'), door.includes('nga 5 minuta')]).toEqual([true, true])
    for (const path of [councilUrls.meeting(meeting.slug), councilUrls.meetingData(meeting.slug)])
      expect(await (await web.get(path)).text()).not.toContain('Zefirinë')
    // More seats: who waits moves up.
    await press(office.offer(meeting.id), { lloji: 'attend-and-speak', vende: '5' })
    expect(await countStanding(db, subject)).toEqual({ confirmed: 2, waiting: 0 })
    const reason = 'Salla u mbyll për punime'
    services.clock.passMinutes(1)
    await postponeMeeting(services, meeting.id, { by: 'command-line', seen: meeting.version, reason })
    await tellCouncilRegistered(services)
    await tellCouncilRegistered(services)
    const told = (await lettersTo(db, 'radha@posta.example')).filter(({ subject: words }) => words.startsWith('U shty'))
    expect(told.map(({ body }) => body?.includes(reason))).toEqual([true])
  })

  it('writes to a councillor: a case of the institution, and the address is nowhere', async () => {
    const path = publicUrls.writeTo(first.slug)
    const page = await (await web.get(path)).text()
    expect([page.includes(first.name), page.includes(first.email)]).toEqual([true, false])
    const letter = {
      dergesa: randomUUID(),
      emri: 'Artan Shkruesi',
      lenda: 'Rruga e lagjes',
      shkrimi: 'Kur asfaltohet?',
      adresa: 'artan@posta.example',
    }
    expect((await web.post(path, { ...letter, adresa: 'jo' })).status).toBe(422)
    for (let n = 0; n < 2; n += 1) expect((await web.post(path, letter)).status).toBe(303)
    const confirm = pathIn(await newestLetterTo(db, 'artan@posta.example'), '/shkrimi/')
    expect(confirm).not.toBe('')
    const cases = await db<{ about: string; institution: string }[]>`
      select one.about, one.institution_id as institution from platform.cases as one where one.about like ${`%${first.name}%`}`
    expect([...cases]).toEqual([{ about: `Për ${first.name}: Rruga e lagjes`, institution: council.institutionId }])
    expect((await web.get(publicUrls.writeTo('askush'))).status).toBe(404)
  })

  it('sees in their own data that they were invited, and can have it erased', async () => {
    const { id } = await aMeeting()
    await press(office.guests(id), guest({ adresa: 'vetja@posta.example', emri: 'Vetja Provë', detyra: '' }))
    await press(office.send(id))
    const [contact] = await db<{ id: string }[]>`
      insert into platform.contacts (email, lang, created_at) values ('vetja@posta.example', 'sq', now())
      on conflict (email) do update set lang = excluded.lang returning id`
    const records = await councilPersonalData.ofContact(services, 'sq', contact?.id ?? '', [])
    expect(records.map(({ data }) => data.name)).toEqual(['Vetja Provë'])
    const link = await linkTo('vetja@posta.example')
    await db.begin((tx) => councilPersonalData.erase(tx, services, contact?.id ?? '', 'citizen'))
    expect(JSON.stringify(await listInvitations(db, id))).not.toContain('Vetja')
    expect((await web.get(link)).status).toBe(404)
  })
})

it('the rules say what waits and how many are needed', () => {
  const one = { channel: 'mail', email: 'a@b.example', seenEventId: null, endedAt: null } as const
  expect(waitingFor(one, 3, false)).toEqual({ what: 'call', upto: 3 })
  expect(waitingFor(one, 3, true)).toBeNull()
  expect(waitingFor({ ...one, seenEventId: 3 }, 3, false)).toBeNull()
  expect(waitingFor({ ...one, seenEventId: 2 }, 3, true)).toEqual({ what: 'changes', upto: 3 })
  expect(waitingFor({ ...one, email: null }, 3, false)).toBeNull()
  const half = { of: 'all-members', numerator: 1, denominator: 2, strict: true }
  expect([quorumOf(half, 31), quorumOf(half, 30), quorumOf(null, 31)]).toEqual([16, 16, null])
})

async function paperFile(paperId: string): Promise<string> {
  const digest = await storedDigest()
  const [row] = await db<{ id: string }[]>`
    insert into platform.documents (institution_id, subject, role, class, title, added_at)
    values (${council.institutionId}, ${`council.paper:${paperId}`}, 'annex', 'internal', 'Shtojca e fshehtë', now()) returning id`
  await db`
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    values (${council.institutionId}, ${row?.id ?? ''}, 'sq', 1, ${digest}, 'shtojca.txt', 6, now())`
  return row?.id ?? ''
}

async function storedDigest(): Promise<string> {
  const path = join(tmpdir(), `ftesa-${randomUUID()}`)
  await writeFile(path, 'letra\n')
  const digest = createHash('sha256').update('letra\n').digest('hex')
  await services.files.put(digest, path)
  await db`
    insert into platform.files (digest, size, media_type, created_at) values (${digest}, 6, 'text/plain', now())
    on conflict do nothing`
  return digest
}
