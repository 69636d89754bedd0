import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rowsChangedBy, stateOf } from '#modules/consultations/counts-testing.ts'
import { givenConsultation, givenDraft, SMALL_REGULATION } from '#modules/consultations/testing.ts'
import { PDF, PNG } from '#platform/files/testing.ts'
import { testDatabase } from '#test/database.ts'
import { people, type TestPerson } from '#test/people.ts'
import { testWeb, type Fields } from '#test/web.ts'
import { draftOf, holder } from './texts-testing.ts'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const OLD_WORD = readFileSync('test/fixtures/docx/hostile/old-word.docx')

/** What an official reads and sends. */
const as = async (person: TestPerson) => {
  const cookie = await web.signedInAs(person)
  return {
    get: (path: string) => web.get(path, { cookie }),
    read: async (path: string) => (await web.get(path, { cookie })).text(),
    post: (path: string, fields: Fields) => web.post(path, fields, { cookie }),
  }
}

const coordinator = await as(people.albanianCoordinator)
const stranger = await as(people.kosovarCoordinator)

describe('the text of a draft', () => {
  it('is read from what was pasted, and read again replaces the first reading', async () => {
    const { id } = await givenDraft(services, { text: null })
    const read = async (teksti: string) =>
      (await coordinator.post(holder.urls.officeText(id), { teksti, dokumenti: new File([], '') })).status
    expect(await read(SMALL_REGULATION)).toBe(303)
    expect(await coordinator.read(holder.urls.officeText(id))).toContain('Prodhuesit e fshatit nuk paguajnë.')
    expect(await read('Neni 1\n\nVetëm një nen.')).toBe(303)
    const page = await coordinator.read(holder.urls.officeText(id))
    expect(page).toContain('Vetëm një nen.')
    expect(page).not.toContain('Prodhuesit e fshatit')
  })

  it('is not replaced by a document without any article, where it has some', async () => {
    const { id } = await givenDraft(services, { text: SMALL_REGULATION })
    const changed = await rowsChangedBy(db, async () => {
      const dokumenti = new File(['fjalë të kota'], 'akti.docx')
      const response = await coordinator.post(holder.urls.officeText(id), { teksti: '', dokumenti })
      expect(response.status).toBe(422)
      expect(await response.text()).toContain(roomTexts('sq').textErrors['no-articles'])
    })
    expect(changed).toEqual({})
  })

  it.each([
    ['nothing', '', null, 'nothing'],
    ['two things', 'Neni 1\nTekst.', { name: 'akti.pdf', content: PDF }, 'both'],
    ['a picture under the name of a text', '', { name: 'akti.docx', content: PNG }, 'unknown-kind'],
    ['a program', '', { name: 'akti.docx', content: '\u0000\u0001MZ' }, 'unknown-kind'],
    ['a file in the format of before 2007', '', { name: 'akti.docx', content: OLD_WORD }, 'old-word'],
    ['a PDF that is none inside', '', { name: 'akti.pdf', content: '%PDF-1.4 asgjë' }, 'broken'],
    [
      'any other XML',
      '',
      { name: 'akti.xml', content: '<?xml version="1.0"?><libri>Fjalë</libri>' },
      'not-akoma-ntoso',
    ],
  ] as const)('is not read from %s, and what was pasted comes back', async (_what, teksti, file, error) => {
    const { id } = await givenDraft(services, { text: null })
    const changed = await rowsChangedBy(db, async () => {
      const dokumenti = file ? new File([file.content], file.name) : new File([], '')
      const response = await coordinator.post(holder.urls.officeText(id), { teksti, dokumenti })
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toContain(roomTexts('sq').textErrors[error])
      expect(page).toContain(teksti)
    })
    expect(changed).toEqual({})
  })

  it.each([
    [
      'an HTML page',
      'akti.txt',
      '<!doctype html><html><body><p>Neni 1</p><p>Fjalët e nenit të vetëm.</p></body></html>',
    ],
    ['a plain text', 'akti.docx', 'Neni 1\n\nFjalët e nenit të vetëm.'],
  ])('is read from %s, whatever its name', async (_what, name, content) => {
    const { id } = await givenDraft(services, { text: null })
    const dokumenti = new File([content], name)
    const response = await coordinator.post(holder.urls.officeText(id), { teksti: '', dokumenti })
    expect(response.status).toBe(303)
    expect(await coordinator.read(holder.urls.officeText(id))).toContain('Fjalët e nenit të vetëm.')
  })

  it('is not read into a draft of another institution', async () => {
    const { id } = await givenDraft(services, { institution: 'provas', text: null })
    const changed = await rowsChangedBy(db, async () => {
      const response = await coordinator.post(holder.urls.officeText(id), {
        teksti: SMALL_REGULATION,
        dokumenti: new File([], ''),
      })
      expect([403, 404]).toContain(response.status)
      expect((await coordinator.get(holder.urls.officeText(id))).status).toBe(404)
    })
    expect(changed).toEqual({})
  })

  it('never changes once it is published: a reading begins another version, and the database refuses the rest', async () => {
    const { id, slug } = await givenConsultation(services)
    const before = await stateOf(db)
    expect((await coordinator.post(textUrls.doubts(holder, id), {})).status).toBe(409)
    expect(
      (await coordinator.post(textUrls.doubt(holder, id, crypto.randomUUID()), { vendimi: 'left-out' })).status,
    ).toBe(409)
    await expect(db`
      update platform.text_nodes set body = 'tjetër' where version_id in (
        select version.id from platform.text_versions as version
        join consultations.consultations as consultation on consultation.text_id = version.text_id
        where consultation.id = ${id})`).rejects.toThrow('never changes')
    expect(await stateOf(db)).toBe(before)
    const teksti = { teksti: 'Neni 1\n\nTekst tjetër.', dokumenti: new File([], '') }
    expect((await coordinator.post(holder.urls.officeText(id), teksti)).status).toBe(303)
    const shown = await (await web.get(holder.urls.record(slug))).text()
    expect(shown).toContain('Prodhuesit e fshatit nuk paguajnë.')
    expect(shown).not.toContain('Tekst tjetër.')
  })
})

describe('doubts about the text', () => {
  const givenDoubtful = async () => {
    const { id } = await givenDraft(services, { text: null })
    const teksti = 'Neni 1\n\nTekst i nenit të parë.\n\nNeni 3\n\nTekst i nenit të tretë.\n\nNeni 3\n\nEdhe një herë.'
    await coordinator.post(holder.urls.officeText(id), { teksti, dokumenti: new File([], '') })
    const doubts = await db<{ id: string }[]>`
      select doubt.id from platform.text_doubts as doubt
      join platform.text_versions as version on version.id = doubt.version_id
      join consultations.consultations as consultation on consultation.text_id = version.text_id
      where consultation.id = ${id} and doubt.settled_at is null`
    return { id, doubts: doubts.map((doubt) => doubt.id) }
  }

  it('keep a draft from being published until each is settled', async () => {
    const { id, doubts } = await givenDoubtful()
    expect(doubts.length).toBeGreaterThan(0)
    const refused = await coordinator.post(`${holder.urls.office(id)}/publikimi`, { 'hapja-kaluar': 'po' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(roomTexts('sq').refusals['open-doubts'])
    for (const doubt of doubts)
      expect((await coordinator.post(textUrls.doubt(holder, id, doubt), { vendimi: 'kept' })).status).toBe(303)
    expect(
      (await coordinator.post(`${holder.urls.office(id)}/publikimi`, { 'hapja-kaluar': 'po' })).headers.get('location'),
    ).toContain('u=publikua')
  })

  it('are settled by nobody from elsewhere, nor under the address of another draft', async () => {
    const { id, doubts } = await givenDoubtful()
    const { id: other } = await givenDraft(services)
    const before = await stateOf(db)
    expect([403, 404]).toContain(
      (await stranger.post(textUrls.doubt(holder, id, doubts[0] ?? ''), { vendimi: 'kept' })).status,
    )
    expect([403, 404]).toContain((await stranger.post(textUrls.doubts(holder, id), {})).status)
    expect((await coordinator.post(textUrls.doubt(holder, other, doubts[0] ?? ''), { vendimi: 'kept' })).status).toBe(
      404,
    )
    expect(await stateOf(db)).toBe(before)
  })
})

describe('a doubt that was settled', () => {
  const t = roomTexts('sq')
  const JUMP = 'Neni 1\n\nTregu hapet.\n\nNeni 3\n\nTregu mbyllet.\n\nNeni 3\n\nShitësi paguan.'
  const settled = async (id: string) => {
    const { doubts } = await draftOf(services, id)
    return doubts.map(({ reason, settlement, remembered }) => ({ reason, settlement, remembered }))
  }

  it('is settled as before when the corrected file is read in, and is shown as remembered; a changed one is open', async () => {
    const { id } = await givenDraft(services, { text: null })
    const read = async (words: string) =>
      coordinator.post(holder.urls.officeText(id), { teksti: words, dokumenti: new File([], '') })
    await read(JUMP)
    const { doubts } = await draftOf(services, id)
    expect(doubts.map(({ reason }) => reason)).toEqual(['numbering-jumps', 'numbering-repeats'])
    for (const doubt of doubts) await coordinator.post(textUrls.doubt(holder, id, doubt.id), { vendimi: 'kept' })
    expect(await coordinator.read(holder.urls.officeText(id))).not.toContain(t.doubtsRemembered(2))

    await read(JUMP.replace('Neni 1', 'VENDIM\n\nNeni 1'))
    expect(await settled(id)).toEqual([
      { reason: 'numbering-jumps', settlement: 'kept', remembered: true },
      { reason: 'numbering-repeats', settlement: 'kept', remembered: true },
    ])
    expect((await draftOf(services, id)).doubts[0]?.settledBy).not.toBeNull()
    expect(await coordinator.read(holder.urls.officeText(id))).toContain(t.doubtsRemembered(2))

    await read(JUMP.replace('Shitësi paguan.', 'Shitësi nuk paguan.'))
    expect(await settled(id)).toEqual([
      { reason: 'numbering-jumps', settlement: 'kept', remembered: true },
      { reason: 'numbering-repeats', settlement: null, remembered: false },
    ])
    expect(await coordinator.read(holder.urls.officeText(id))).toContain(t.doubtsRemembered(1))
    const refused = await coordinator.post(`${holder.urls.office(id)}/publikimi`, { 'hapja-kaluar': 'po' })
    expect(refused.status).toBe(409)
  })
})
