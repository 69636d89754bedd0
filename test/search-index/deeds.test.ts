import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { correctComment } from '#modules/consultations/comments/correct-comment.ts'
import { confirmComment } from '#modules/consultations/comments/confirm-comment.ts'
import { withdrawComment } from '#modules/consultations/comments/withdraw-comment.ts'
import { cancelConsultation } from '#modules/consultations/drafting/publish-consultation.ts'
import { changeConsultation } from '#modules/consultations/drafting/write-consultation.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { moderateComment } from '#modules/consultations/moderation/moderate-comment.ts'
import {
  givenComment,
  givenConsultation,
  givenDraft,
  givenInstitution,
  givenSentComment,
  officialWith,
  SMALL_REGULATION,
} from '#modules/consultations/testing.ts'
import { consultationTexts } from '#modules/consultations/consultation-text-holder.ts'
import { tsqueryOf } from '#platform/search/analysis/analyse-rules.ts'
import { refreshIndex } from '#platform/search/index/refresh-index.ts'
import { closeInstitution } from '#platform/institutions/close-institution.ts'
import { changeBody, endBody, foundBody } from '#platform/institutions/change-body.ts'
import { renameInstitution } from '#platform/institutions/rename-institution.ts'
import { liftTakedown } from '#platform/takedowns/lift-takedown.ts'
import { takeDown } from '#platform/takedowns/take-down.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'
import { setTopics } from '#platform/topics/subject-topics.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { testDatabase } from '../database.ts'
import { everyDoor } from '../doors.ts'
import { eraseComment } from '../erase-comment.ts'
import { entered } from '../ledger.ts'
import { TEST_NOW, testServices } from '../web.ts'

const db = await testDatabase()
const services = testServices(db)
const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
const moderator = await officialWith(services, ['moderator', 'prova'], ['administrator', 'prova'])

const settle = async () => {
  while ((await refreshIndex(services, everyDoor)) > 0);
}
const refOf = ({ id }: { id: string }, kind = 'consultations.consultation') => `${kind}:${id}`
const rowsOf = (ref: string) => db<{ kind: string; state: string; title: string; heading: string | null }[]>`
  select kind, state, title, heading from platform.search_documents where subject = ${ref} or matter = ${ref}
  order by kind, heading, title`
const kindsOf = async (ref: string) => (await rowsOf(ref)).map(({ kind }) => kind)

/** The kinds of what these words find. */
async function found(words: string): Promise<string[]> {
  const { tsquery } = tsqueryOf(words, { lang: 'sq' }) ?? { tsquery: '' }
  const rows = await db<{ kind: string }[]>`
    select kind from platform.search_documents where words @@ ${tsquery}::tsquery order by kind`
  return rows.map(({ kind }) => kind)
}

/** What no deed of these tests is about: not a byte of it may be written again. */
const neighbour = await givenConsultation(services, { title: 'Fqinji që askush nuk e prek', closes: 60 })
await givenComment(services, neighbour)
await settle()
const written = () => db`
  select id, stamp, xmin::text as xmin from platform.search_documents where matter = ${refOf(neighbour)} order by id`
const before = await written()

afterEach(async () => {
  services.clock.set(TEST_NOW)
  await settle()
  const left = await db`select subject, fault from platform.changed_subjects where retry_at <= ${TEST_NOW}`
  if (left.length > 0) throw new Error(`still waiting: ${JSON.stringify(left)}`)
  const after = JSON.stringify(await written())
  if (after !== JSON.stringify(before)) throw new Error(`the neighbour was written again: ${after}`)
})

describe('a consultation', () => {
  it('is found from its publication on, with each article by itself, and not as a draft', async () => {
    const draft = await givenDraft(services, { title: 'Rregullore zhurmëtare' })
    await settle()
    expect(await rowsOf(refOf(draft))).toEqual([])
    const one = await givenConsultation(services, { title: 'Rregullore zhurmëtare' })
    expect(await found('zhurmëtare')).toEqual([])
    await settle()
    expect(await kindsOf(refOf(one))).toEqual([...Array(4).fill('article'), 'consultation', 'text-part'])
    expect((await found('zhurmëtare')).filter((kind) => kind === 'consultation')).toHaveLength(1)
    expect(await rowsOf(refOf(draft))).toEqual([])
  })

  it('is found by what it says in English too, without showing it in between', async () => {
    const one = await givenConsultation(services, {
      title: 'Rregullore për aeroplanët',
      titleEn: 'Regulation on zeppelins',
    })
    await settle()
    expect(await found('zeppelin')).toEqual(['consultation'])
    const [row] = await db<{ body: string; title: string }[]>`
      select title, body from platform.search_documents where subject = ${refOf(one)} and part = ''`
    expect(JSON.stringify(row)).not.toContain('zeppelin')
  })

  it('is found by its corrected words and no more by the others', async () => {
    const one = await givenConsultation(services, { title: 'Rregullore për kuajvet' })
    await settle()
    const form = { ...one.form, title: 'Rregullore për gomerët', reason: 'U ndreq titulli.', fromVersion: 1 }
    expect((await changeConsultation(services, coordinator, one.id, form)).kind).toBe('written')
    await settle()
    expect(await found('kuajvet')).toEqual([])
    expect(await found('gomerët')).toContain('consultation')
  })

  it('and all that belongs to it carry a topic from the deed on that files it there', async () => {
    const one = await givenConsultation(services)
    await givenComment(services, one)
    await settle()
    const [topic] = await db<{ id: string }[]>`select id from platform.topics where institution_id is null limit 1`
    await entered(db, publishedConsultations, async (tx) => {
      await setTopics(tx, refOf(one), one.institution.id, [topic?.id ?? ''])
      return [one]
    })
    await settle()
    const topics = await db`select distinct topics from platform.search_documents where matter = ${refOf(one)}`
    expect(topics).toEqual([{ topics: [topic?.id] }])
  })

  it('is found by the words of its newest text alone', async () => {
    const one = await givenConsultation(services, { text: SMALL_REGULATION.replace('martën', 'merkurzën') })
    await settle()
    expect(await found('merkurzën')).toEqual(['article'])
    const words = SMALL_REGULATION.replace('martën', 'shtunzën')
    const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: '' } as const
    await readIntoVersion(services, consultationTexts, coordinator, { id: one.id, input })
    await keepAllDoubts(services, consultationTexts, coordinator, one.id)
    await settle()
    expect(await found('shtunzën')).toEqual([])
    const [version] = await db<{ id: string }[]>`
      select version.id from platform.text_versions as version
      join consultations.consultations as one on one.text_id = version.text_id
      where one.id = ${one.id} and version.state = 'draft'`
    const order = { id: one.id, versionId: version?.id ?? '', summary: 'Dita e tregut u ndryshua.', summaryEn: null }
    expect(await publishVersion(services, consultationTexts, coordinator, order)).toMatchObject({ kind: 'published' })
    await settle()
    expect([await found('shtunzën'), await found('merkurzën')]).toEqual([['article'], []])
  })

  it('stays found when it is cancelled, and says so', async () => {
    const one = await givenConsultation(services)
    await cancelConsultation(services, coordinator, one.id, 'Projekti u tërhoq.')
    await settle()
    expect(new Set((await rowsOf(refOf(one))).map(({ state }) => state))).toEqual(new Set(['cancelled']))
  })

  it('opens and closes in the index when its days come, without a deed', async () => {
    const one = await givenConsultation(services, { opens: 2, closes: 30 })
    await settle()
    const states = async () => [...new Set((await rowsOf(refOf(one))).map(({ state }) => state))]
    expect(await states()).toEqual(['announced'])
    services.clock.passMinutes(3 * 24 * 60)
    await settle()
    expect(await states()).toEqual(['open'])
    services.clock.passMinutes(30 * 24 * 60)
    await settle()
    expect(await states()).toEqual(['closed'])
    services.clock.set(TEST_NOW)
  })
})

describe('a comment', () => {
  it('is found once it is public, in its newest words, and never by the name of its author', async () => {
    const one = await givenConsultation(services)
    const sent = await givenSentComment(services, one, { body: 'Propozoj kumbullat.', authorName: 'Arta Zymbylka' })
    await settle()
    expect(await found('kumbullat')).toEqual([])
    await confirmComment(services, sent.token)
    await settle()
    expect([await found('kumbullat'), await found('Zymbylka')]).toEqual([['comment'], []])
    await correctComment(services, { token: sent.token }, 'Propozoj pjeshkat.', 1)
    await settle()
    expect([await found('kumbullat'), await found('pjeshkat')]).toEqual([[], ['comment']])
  })

  it('is found no more when it is held, withdrawn or erased, and again when it is released', async () => {
    const one = await givenConsultation(services)
    const [held, withdrawn, erased] = [
      await givenComment(services, one, { body: 'Propozoj qershizat.' }),
      await givenComment(services, one, { body: 'Propozoj ftonjzat.' }),
      await givenComment(services, one, { body: 'Propozoj mollzat.' }),
    ]
    await settle()
    const all = async () => [await found('qershizat'), await found('ftonjzat'), await found('mollzat')].flat().length
    expect(await all()).toBe(3)
    await moderateComment(services, moderator, held.id, 1, { move: 'hold', ground: 'insult', note: null })
    await withdrawComment(services, { token: withdrawn.token })
    await eraseComment(services, erased.id)
    await settle()
    expect(await all()).toBe(0)
    await moderateComment(services, moderator, held.id, 1, { move: 'release' })
    await settle()
    expect(await found('qershizat')).toEqual(['comment'])
    expect(await all()).toBe(1)
  })
})

describe('what is taken down', () => {
  const take = async (subject: string) => {
    const order = { submissionId: randomUUID(), subject, ground: 'unlawful', note: null } as const
    const taken = await takeDown(services, everyDoor, moderator, order)
    return taken.kind === 'taken-down' ? taken.id : ''
  }

  it('is found no more from the deed on, before any worker has looked, and again when it is lifted', async () => {
    const one = await givenConsultation(services, { title: 'Rregullore për lakuriqët' })
    await givenComment(services, one, { body: 'Propozoj vetullat.' })
    await settle()
    const stood = await kindsOf(refOf(one))
    expect(stood).toContain('comment')
    const id = await take(refOf(one))
    expect(await rowsOf(refOf(one))).toEqual([])
    expect(await db`select folded from platform.search_words where folded in ('lakuriqet', 'vetullat')`).toEqual([])
    await settle()
    expect([await found('lakuriqët'), await found('vetullat')]).toEqual([[], []])
    await liftTakedown(services, everyDoor, moderator, id, 'U sqarua.')
    await settle()
    expect(await kindsOf(refOf(one))).toEqual(stood)
  })

  it('takes nothing of its neighbours with it when it is a comment', async () => {
    const one = await givenConsultation(services)
    const [taken, stays] = [await givenComment(services, one), await givenComment(services, one)]
    await settle()
    await take(refOf(taken, 'consultations.comment'))
    expect(await rowsOf(refOf(taken, 'consultations.comment'))).toEqual([])
    expect(await kindsOf(refOf(stays, 'consultations.comment'))).toEqual(['comment'])
    expect(await kindsOf(refOf(one))).toContain('consultation')
  })
})

describe('an institution and its bodies', () => {
  it('are found by today’s and former names, and say when they are no more', async () => {
    const { id } = await givenInstitution(services, 'e-riemeruar')
    const hand = 'program'
    const names = { sq: 'Bashkia Zogaj e Re', en: 'Municipality of New Zogaj' }
    const [row] = await db<{ version: number; zone: string }[]>`
      select version, zone from platform.institutions where id = ${id}`
    const today = civilDateIn(row?.zone ?? '', services.clock.now())
    const renaming = { names, validFrom: addDays(today, -1), source: null }
    await renameInstitution(services, hand, id, renaming, row?.version ?? 1)
    await settle()
    expect(await found('Zogaj')).toContain('institution')
    expect(await found('Bashkia e-riemeruar')).toContain('institution')
    const ref = `institutions.institution:${id}`
    const [{ state: open } = { state: '' }] = await rowsOf(ref)
    const closing = { on: today, reason: 'Ligji për ndarjen administrative', successorIds: [] }
    await closeInstitution(services, hand, id, closing, (row?.version ?? 1) + 1)
    await settle()
    const [{ state: closed } = { state: '' }] = await rowsOf(ref)
    expect([closed === open, closed]).toEqual([false, expect.stringMatching(/./)])
  })

  it('are found with the name a body has, had, and after its end', async () => {
    const { id: institutionId } = await givenInstitution(services, 'me-organe')
    const id = randomUUID()
    const facts = {
      kind: 'commission',
      name: 'Komisioni i Ujrave',
      nameEn: null,
      nameSr: null,
      parentId: null,
      foundedOn: '2026-01-01',
      orderIssuer: null,
      orderNumber: '77',
      orderDate: null,
      orderSubject: null,
    } as const
    expect(await foundBody(services, 'program', institutionId, id, facts)).toMatchObject({ kind: 'done' })
    await settle()
    expect(await found('Komisioni i Ujrave')).toContain('body')
    await changeBody(services, 'program', id, { ...facts, name: 'Komisioni i Lumenjve' }, 1)
    await settle()
    expect([await found('Lumenjve'), await found('Ujrave')].map((kinds) => kinds.includes('body'))).toEqual([
      true,
      true,
    ])
    await endBody(services, 'program', id, { on: '2026-11-01', reason: 'Puna e tij mbaroi.' })
    await settle()
    expect(await found('Lumenjve')).toContain('body')
  })
})
