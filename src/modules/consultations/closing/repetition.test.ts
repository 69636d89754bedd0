import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { articleOf, givenComment, SMALL_REGULATION } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls } from '../urls.ts'
import { givenByLaw } from './closing-testing.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const t = textsIn('sq').closing
const cookie = await web.signedInAs(people.albanianCoordinator)
const read = async (path: string) => (await web.get(path, { cookie })).text()

const repeat = (id: string, dergesa: string = randomUUID(), as = cookie) =>
  web.post(officeUrls.repetition(id), { dergesa }, { cookie: as })

describe('repeating a stage', () => {
  it('makes a draft with the same words, text and documents and no days, once for each form', async () => {
    const first = await givenByLaw(services)
    const file = new File(['Relacioni'], 'relacioni.txt')
    const paper = { 'titulli-dok': 'Relacioni', 'lloji-dok': 'reasoning', dokumenti: file }
    await web.post(officeUrls.documents(first.id), paper, { cookie })
    const form = randomUUID()
    const changed = await rowsChangedBy(db, async () => {
      const [one, two] = await Promise.all([repeat(first.id, form), repeat(first.id, form)])
      expect([one.headers.get('location'), two.headers.get('location')]).toEqual([
        `${officeUrls.consultation(form)}?u=perseriti`,
        `${officeUrls.consultation(form)}?u=perseriti`,
      ])
    })
    expect(changed).toMatchObject({ consultations: 1, documents: 1 })
    const row = await findForOffice(db, 'sq', form)
    const { title, titleEn, summary, actKind, legalBasis, basisRule } = first.form
    expect(row).toMatchObject({
      state: 'draft',
      repeatsId: first.id,
      slug: null,
      opensOn: null,
      officialPostedOn: null,
    })
    expect(row).toMatchObject({ title, titleEn, summary, actKind, legalBasis, basisRule })
    expect(await read(officeUrls.text(form))).toContain('Prodhuesit e fshatit nuk paguajnë.')
    expect(await read(officeUrls.consultation(form))).toContain('Relacioni')
    expect(await read(officeUrls.consultation(first.id))).toContain(t.repeat.draftOf('Rregullore për tregun e fshatit'))
  })

  it('takes a number and a window of its own, and both pages link to each other', async () => {
    const first = await givenByLaw(services)
    const { code } = await givenComment(services, first, {
      anchor: { about: 'article', nodeId: articleOf(first, '1').nodeId },
    })
    const form = randomUUID()
    await repeat(first.id, form)
    expect(await (await web.get(consultationUrls.one(first.slug))).text()).not.toContain(form)
    await db`update consultations.consultations set opens_on = '2026-11-22' where id = ${form}`
    expect((await web.post(officeUrls.publication(form), {}, { cookie })).status).toBe(303)
    const second = await findForOffice(db, 'sq', form)
    const numbers = async (id: string) => {
      const row = await findForOffice(db, 'sq', id)
      return `${row?.registerNumber}/${row?.registerYear}`
    }
    const [own, theirs] = [await numbers(form), await numbers(first.id)]
    expect(own).not.toBe(theirs)
    const pages = await Promise.all(
      [first.slug, second?.slug ?? ''].map(async (slug) => (await web.get(consultationUrls.one(slug))).text()),
    )
    expect(pages[0]).toContain(t.repeat.repeatedBy(first.form.title, own))
    expect(pages[0]).toContain(consultationUrls.one(second?.slug ?? ''))
    expect(pages[1]).toContain(t.repeat.repeats(first.form.title, theirs))
    expect(pages[1]).not.toContain(code)
    const data = await (await web.get(consultationUrls.data(second?.slug ?? ''))).json()
    expect(data).toMatchObject({ repeats: [{ title: first.form.title }], repeatedBy: [] })
  })

  it('reads a new text without touching the first one', async () => {
    const first = await givenByLaw(services)
    const form = randomUUID()
    await repeat(first.id, form)
    const teksti = { teksti: SMALL_REGULATION.replace('14:00', '15:00'), dokumenti: new File([], '') }
    expect((await web.post(officeUrls.text(form), teksti, { cookie })).status).toBe(303)
    expect(await read(officeUrls.text(form))).toContain('15:00')
    expect(await (await web.get(consultationUrls.one(first.slug))).text()).not.toContain('15:00')
  })

  it('is not for who may not write, nor of what is no more', async () => {
    const { id } = await givenByLaw(services)
    const others = await Promise.all([people.albanianModerator, people.auditor].map((one) => web.signedInAs(one)))
    const elsewhere = await web.signedInAs(people.kosovarCoordinator)
    const before = await stateOf(db)
    for (const other of others) expect((await repeat(id, randomUUID(), other)).status).toBe(403)
    expect([403, 404]).toContain((await repeat(id, randomUUID(), elsewhere)).status)
    expect(await stateOf(db)).toBe(before)
    await web.post(officeUrls.cancellation(id), { 'arsyeja-anulimit': 'Projekti u tërhoq.' }, { cookie })
    expect((await repeat(id)).status).toBe(409)
  })
})
