import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { entriesOf } from '../ledger/ledger-testing.ts'
import { givenQuestion } from '../questions/question-testing.ts'
import { fieldOf } from '../questions/question-rules.ts'
import { articleOf, givenConsultation, staffWith } from '../testing.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { anEntryForm } from './testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const commentOf = async (deliveryId: string) =>
  (
    await db<{ id: string; code: string; version: number }[]>`
      select id, code, version from consultations.comments where delivery_id = ${deliveryId}`
  )[0] ?? { id: '', code: '', version: 0 }
const dataOf = async (slug: string, code: string) =>
  (await web.get(consultationUrls.commentData(slug, code))).json() as Promise<{ answers: { scale: number }[] }>

describe.each(['prova', 'provas'])('a questionnaire on paper at %s', (slug) => {
  it('is typed in without a word beside it, stands with the others, and is put right in the open', async () => {
    const open = await givenConsultation(services, { institution: slug })
    const scale = await givenQuestion(services, open, { kind: 'scale' })
    const cookie = await web.signedInAs(staffWith('clerk', slug))
    const page = await web.get(officeUrls.newEntry(open.id), { cookie })
    expect(await page.text()).toContain('Përgjigjet e një pyetësori në letër')
    const form = anEntryForm(services, { komenti: '', [fieldOf(scale)]: '2', lloji: 'citizen' })
    expect((await web.post(officeUrls.newEntry(open.id), form, { cookie })).status).toBe(303)
    const comment = await commentOf(form.dergesa ?? '')
    expect((await dataOf(open.slug, comment.code)).answers).toMatchObject([{ scale: 2 }])

    const delivery = form.dergesa ?? ''
    const path = officeUrls.correctDelivery(open.id, delivery)
    expect(await (await web.get(path, { cookie })).text()).toContain(fieldOf(scale))
    const right = { ...form, arsyeja: 'U lexua gabim.', versioni: '1', 'versioni-komentit': '1', [fieldOf(scale)]: '4' }
    expect((await web.post(path, right, { cookie })).status).toBe(303)
    expect((await dataOf(open.slug, comment.code)).answers).toMatchObject([{ scale: 4 }])
    expect(await entriesOf(db, `consultations.comment:${comment.id}`)).toEqual([
      'received-comment 1',
      'comment 1',
      'received-comment 2',
      'comment 2',
    ])
    const [change] = await db`
      select reason from platform.changes
      where subject = ${`consultations.comment:${comment.id}`} and kind = 'corrected'`
    expect(change).toEqual({ reason: 'U lexua gabim.' })
    // From an old tab, and with nothing left: refused, and nothing changes.
    const stale = await web.post(path, { ...right, versioni: '2', [fieldOf(scale)]: '1' }, { cookie })
    const empty = { ...right, versioni: '2', 'versioni-komentit': '2', [fieldOf(scale)]: '' }
    expect([stale.status, (await web.post(path, empty, { cookie })).status]).toEqual([409, 422])
    expect((await commentOf(delivery)).version).toBe(2)
  })

  it('with answers about an article waits for that article to be chosen, and all that was typed comes back', async () => {
    const consultation = await givenConsultation(services, { institution: slug })
    const { nodeId } = articleOf(consultation, '2')
    const words = await givenQuestion(services, consultation, { kind: 'text', nodeId })
    const cookie = await web.signedInAs(staffWith('clerk', slug))
    const form = anEntryForm(services, { komenti: '', [fieldOf(words)]: 'Ora e hapjes.' })
    const refused = await web.post(officeUrls.newEntry(consultation.id), form, { cookie })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    for (const one of ['Ora e hapjes.', 'Zgjidhni atë nen']) expect(page).toContain(one)
    const chosen = await web.post(officeUrls.newEntry(consultation.id), { ...form, neni: nodeId }, { cookie })
    expect(chosen.status).toBe(303)
    expect(await db`select 1 from consultations.comment_answers where question_id = ${words.id}`).toHaveLength(1)
  })
})
