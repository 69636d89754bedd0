import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { everyDoor as doors } from '#test/doors.ts'
import { forgetWhatIsDue } from '#platform/own-data/forget.ts'
import { PDF } from '#platform/files/testing.ts'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  newestCommentFrom,
  staffWith,
  tokenMailedTo,
} from '../testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services)
const { slug } = consultation
const OWN = '/llogaria/te-dhenat'

const bodyOf = async (path: string, cookie?: string) =>
  (await web.get(path, cookie === undefined ? {} : { cookie })).text()
const codeOf = async (id: string) =>
  (await db<{ code: string }[]>`select code from consultations.comments where id = ${id}`)[0]?.code ?? ''
const namedComment = (email: string, name: string) =>
  givenComment(services, consultation, { email, authorName: name, namePublic: true, body: `Fjalët e ${name}.` })

/** Every row of every table of ours as text: where something that was erased may still stand. */
async function tablesWith(...words: readonly string[]): Promise<string[]> {
  const tables = await db<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`
  const found: string[] = []
  for (const { name } of tables)
    for (const word of words) {
      const rows = await db.unsafe(`select 1 from ${name} as row where row::text ilike '%' || $1 || '%' limit 1`, [
        word,
      ])
      if (rows.length > 0) found.push(`${name}: ${word}`)
    }
  return found
}

describe('a citizen who is signed in', () => {
  const email = 'mirvete@posta.example'

  it('sees all that is kept and nobody else’s, and takes it along as data and as a page', async () => {
    await namedComment(email, 'Mirvete Shembull')
    await namedComment('tjeter@posta.example', 'Tjetra Shembull')
    const cookie = await web.signedInAsCitizen(email)
    const [page, data, file] = await Promise.all([
      bodyOf(OWN, cookie),
      bodyOf(`${OWN}/te-dhenat-e-mia.json`, cookie),
      bodyOf(`${OWN}/te-dhenat-e-mia.html`, cookie),
    ])
    expect(page).toContain(email)
    for (const one of [data, file]) expect(one).toContain('Fjalët e Mirvete Shembull.')
    for (const one of [page, data, file]) expect(one).not.toContain('Tjetra')
    expect(JSON.parse(data)).toMatchObject({ contact: { email }, consents: [{ what: 'name-public' }] })
    expect((await web.get(OWN)).status).toBe(303)
  })

  it('withdraws the consent to show the name, and it is gone at once from page and data', async () => {
    const { id } = await namedComment(email, 'Mirvete Shembull')
    const address = consultationUrls.comment(slug, await codeOf(id))
    const cookie = await web.signedInAsCitizen(email)
    const [consent] = await db<{ id: string }[]>`
      select id from platform.consents where subject = ${`consultations.comment:${id}`}`
    const withdraw = () => web.post(`${OWN}/pelqimet/${consent?.id}/terheqja`, {}, { cookie })
    expect(await bodyOf(address)).toContain('Mirvete Shembull</')
    const stranger = await web.signedInAsCitizen('tjeter@posta.example')
    expect((await web.post(`${OWN}/pelqimet/${consent?.id}/terheqja`, {}, { cookie: stranger })).status).toBe(404)
    expect((await withdraw()).status).toBe(303)
    expect((await withdraw()).status).toBe(303)
    for (const path of [address, `${address}.json`]) {
      const body = await bodyOf(path)
      expect(body).not.toMatch(/"Mirvete|>Mirvete/)
    }
    const kinds = await db<{ kind: string }[]>`
      select kind from platform.changes where subject = ${`consultations.comment:${id}`} and kind = 'name-hidden'`
    expect(kinds).toHaveLength(1)
  })

  it('corrects the name and the language, and the address only by a letter to the new one', async () => {
    const cookie = await web.signedInAsCitizen('arta@posta.example')
    const { id } = await namedComment('arta@posta.example', 'Arta Shembul')
    await web.post(`${OWN}/emri`, { emri: 'Arta Shembull' }, { cookie })
    expect(await bodyOf(consultationUrls.comment(slug, await codeOf(id)))).toContain('Arta Shembull')
    expect((await web.post(`${OWN}/emri`, { emri: 'A' }, { cookie })).status).toBe(422)
    await web.post(`${OWN}/adresa`, { adresa: 'arta.e.re@posta.example' }, { cookie })
    const [letter] = await lettersTo(db, 'arta.e.re@posta.example')
    const link = /(\/llogaria\/te-dhenat\/adresa\/[\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
    expect(await bodyOf(link)).toContain('arta.e.re@posta.example')
    const emails = () => db`select email from platform.contacts where email like 'arta%'`
    expect(await emails()).toEqual([{ email: 'arta@posta.example' }])
    expect((await web.post(link, {})).status).toBe(200)
    expect(await emails()).toEqual([{ email: 'arta.e.re@posta.example' }])
    expect((await web.post(link, {})).status).toBe(404)
    expect((await lettersTo(db, 'arta@posta.example')).map(({ subject }) => subject)).toContain(
      'Adresa juaj u ndryshua',
    )
  })
})

describe('erasing', async () => {
  const email = 'fshihet@posta.example'
  const fields = aCommentForm({
    adresa: email,
    komenti: 'Fjalë që fshihen.',
    emri: 'Zefirinë Fshihet',
    'emri-publik': 'po',
  })
  await web.post(consultationUrls.comments(slug), {
    ...fields,
    dokumentet: new File([PDF], 'Zefirinë.pdf', { type: 'application/pdf' }),
  })
  await web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, email)), {})
  const { id, code } = await newestCommentFrom(services, email)
  const moderator = await web.signedInAs(staffWith('moderator', 'prova'))
  await web.post(officeUrls.release(id), { versioni: '1' }, { cookie: moderator })
  await web.post(
    consultationUrls.comments(slug),
    aCommentForm({ adresa: email, komenti: 'Fjalë që fshihen, pa u konfirmuar.' }),
  )
  const cookie = await web.signedInAsCitizen(email)
  const address = consultationUrls.comment(slug, code ?? '')
  const ask = async () => {
    services.clock.passMinutes(1)
    await web.post(`${OWN}/fshirja/kodi`, {}, { cookie })
    const letter = (await lettersTo(db, email)).findLast(({ subject }) => subject.includes('Kodi'))
    return /Kodi: (\d{6})/.exec(letter?.body ?? '')?.[1] ?? ''
  }

  it('is told before, changes nothing by itself, and asks for a fresh code from the letter', async () => {
    expect(await bodyOf(`${OWN}/fshirja`, cookie)).toContain('Çfarë mbetet')
    const mailed = await ask()
    const wrong = mailed === '000000' ? '000001' : '000000'
    const send = (kodi: string, konfirmimi: string) => web.post(`${OWN}/fshirja`, { kodi, konfirmimi }, { cookie })
    expect((await send(wrong, 'po')).status).toBe(422)
    expect((await send(mailed, '')).status).toBe(422)
    expect(await bodyOf(address)).toContain('Fjalë që fshihen.')
  })

  it('leaves a tombstone in public and no trace of the person in any table, and may be sent twice', async () => {
    const mailed = await ask()
    const erase = () => web.post(`${OWN}/fshirja`, { kodi: mailed, konfirmimi: 'po' }, { cookie })
    expect((await erase()).headers.get('location')).toBe('/te-dhenat-u-fshine')
    expect((await erase()).headers.get('location')).toBe('/te-dhenat-u-fshine')
    const page = await web.get(address)
    expect([page.status, (await page.text()).includes('u fshi më 22 nëntor 2026')]).toEqual([410, true])
    expect(await tablesWith('Zefirin', 'Fjalë që fshihen', email)).toEqual([])
    const [row] = await db`select state, contact_id from consultations.comments where id = ${id}`
    expect(row).toEqual({ state: 'erased', contactId: null })
    const [change] = await db`
      select by_kind, fields from platform.changes where subject = ${`consultations.comment:${id}`} and kind = 'erased'`
    expect(change).toMatchObject({ byKind: 'citizen' })
  })
})

describe('a lost link', () => {
  it('comes anew to the own address, ends the old one, and the page says the same to everybody', async () => {
    const email = 'humbi@posta.example'
    const { token } = await namedComment(email, 'Humbi Shembull')
    const send = (adresa: string) => web.post('/lidhjet-e-mia', { adresa })
    const [known, unknown] = [await send(email), await send('askush@posta.example')]
    expect([known.status, known.headers.get('location')]).toEqual([unknown.status, unknown.headers.get('location')])
    expect(await lettersTo(db, 'askush@posta.example')).toEqual([])
    const letter = (await lettersTo(db, email)).find(({ subject }) => subject === 'Lidhjet tuaja private')
    const fresh = /\/komenti\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? ''
    expect((await web.get(ownCommentUrls.one(token))).status).toBe(404)
    expect(await bodyOf(ownCommentUrls.one(fresh))).toContain('Fjalët e Humbi Shembull.')
    expect((await send('jo adresë')).status).toBe(422)
    for (let n = 0; n < 4; n++) await send(email)
    expect((await lettersTo(db, email)).filter(({ subject }) => subject === 'Lidhjet tuaja private')).toHaveLength(3)
  })
})

describe('a person at the counter', async () => {
  const officer = staffWith('data-protection-officer', 'prova')
  const cookie = await web.signedInAs(officer)
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
  const form = (more: Record<string, string>) => ({
    dergesa: randomUUID(),
    institucioni: institution?.id ?? '',
    adresa: '',
    kodi: '',
    identifikimi: 'identity-document',
    shenimi: '',
    ...more,
  })

  it('without e-mail is found by the code of the receipt, shown what is kept, and erased', async () => {
    const { id } = await givenComment(services, consultation, { body: 'Fjalë nga sporteli.' })
    const code = await codeOf(id)
    await db`update consultations.comments set contact_id = null where id = ${id}`
    const opened = await web.post('/zyra/te-dhenat-e-personave', form({ kodi: code.toLowerCase() }), { cookie })
    const at = opened.headers.get('location') ?? ''
    expect(await bodyOf(at, cookie)).toContain('Fjalë nga sporteli.')
    const noted = await db`select what from platform.accesses where subject like 'own-data.request:%'`
    expect(noted).toEqual([{ what: 'opened' }])
    expect((await web.post(`${at}/fshirja`, {}, { cookie })).status).toBe(422)
    expect((await web.post(`${at}/fshirja`, { konfirmimi: 'po' }, { cookie })).status).toBe(303)
    expect(await bodyOf(consultationUrls.comment(slug, code))).not.toContain('Fjalë nga sporteli.')
    expect((await web.post(`${at}/fshirja`, { konfirmimi: 'po' }, { cookie })).headers.get('location')).toContain(
      'tashme',
    )
  })

  it('is served by their own institution alone: what another keeps is neither shown nor erased', async () => {
    const kosovo = await givenConsultation(services, { institution: 'provas' })
    const email = 'dyvende@posta.example'
    await namedComment(email, 'Dyvende Shembull')
    services.clock.passMinutes(1)
    await givenComment(services, kosovo, { email, body: 'Fjalë në Kosovë.' })
    const opened = await web.post('/zyra/te-dhenat-e-personave', form({ adresa: email }), { cookie })
    const at = opened.headers.get('location') ?? ''
    const page = await bodyOf(at, cookie)
    expect(page).toContain('Fjalët e Dyvende')
    expect(page).not.toContain('Fjalë në Kosovë')
    await web.post(`${at}/fshirja`, { konfirmimi: 'po' }, { cookie })
    const [row] = await db`select state from consultations.comments where consultation_id = ${kosovo.id}`
    expect(row).toEqual({ state: 'published' })
    const auditor = await web.signedInAs(staffWith('auditor', 'prova'))
    expect(await bodyOf(at, auditor)).not.toContain('Dyvende')
  })
})

it('what has reached its term is counted first, then erased, and written down; contacts in use stay', async () => {
  await web.signedInAsCitizen('pa-perdorim@posta.example')
  await db`delete from platform.sessions where contact_id = (select id from platform.contacts where email = 'pa-perdorim@posta.example')`
  await db`update platform.contacts set created_at = created_at - interval '31 days'`
  const officer = await web.signedInAs(staffWith('data-protection-officer', 'prova'))
  expect(await bodyOf('/zyra/ruajtja', officer)).toContain('30 ditë pasi u dha')
  const emails = async () =>
    (await db<{ email: string }[]>`select email from platform.contacts`).map((row) => row.email)
  expect(await emails()).toContain('pa-perdorim@posta.example')
  const runs = await forgetWhatIsDue(services, doors)
  expect(runs.find(({ rule }) => rule === 'contacts.unused')?.forgotten).toBeGreaterThan(0)
  expect(runs.filter(({ failure }) => failure !== null)).toEqual([])
  expect(await emails()).not.toContain('pa-perdorim@posta.example')
  expect(await emails()).toContain('mirvete@posta.example')
  expect((await forgetWhatIsDue(services, doors)).every(({ forgotten }) => forgotten === 0)).toBe(true)
})
