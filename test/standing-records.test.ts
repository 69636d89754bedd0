import { beforeEach, describe, expect, it } from 'vitest'
import { publishedComments, receivedComments } from '#modules/consultations/ledger/comment-records.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { givenComment, givenConsultation, givenDraft } from '#modules/consultations/testing.ts'
import { correctComment } from '#modules/consultations/comments/correct-comment.ts'
import { testDatabase } from './database.ts'
import { everyDoor } from './doors.ts'
import { testServices } from './web.ts'
import { enterStandingRecords } from '#platform/ledger/enter-standing-records.ts'

const db = await testDatabase()
const services = testServices(db)
const kinds = [{ records: [publishedConsultations, publishedComments, receivedComments] }]

const consultation = await givenConsultation(services)
await givenDraft(services)
const corrected = await givenComment(services, consultation)
await correctComment(services, { token: corrected.token }, 'Propozoj edhe të shtunën.', 1)
await givenComment(services, consultation, { body: 'Më telefononi në 069 21 23 456.' })

/** As before there was a ledger. */
beforeEach(async () => {
  await db`truncate platform.ledger_entries, platform.ledger_standing cascade`
})

const entries = () => db<{ kind: string; version: number }[]>`
  select kind, version from platform.ledger_entries order by kind, version, subject`
const EVERYTHING = [
  { kind: 'consultations.comment', version: 1 },
  { kind: 'consultations.consultation', version: 1 },
  { kind: 'consultations.received-comment', version: 1 },
  { kind: 'consultations.received-comment', version: 1 },
  { kind: 'consultations.received-comment', version: 2 },
]

describe('what stood before there was a ledger', () => {
  it('is entered once, every wording that counts, and no draft', async () => {
    expect(await enterStandingRecords(services, kinds)).toEqual({ entered: 5, whole: true })
    expect(await entries()).toEqual(EVERYTHING)
    expect(await enterStandingRecords(services, kinds)).toEqual({ entered: 0, whole: true })
  })

  it('is entered once by two processes that start together', async () => {
    const both = await Promise.all([enterStandingRecords(services, kinds), enterStandingRecords(services, kinds)])
    expect(both.reduce((sum, one) => sum + one.entered, 0)).toBe(5)
    expect(await entries()).toEqual(EVERYTHING)
  })

  it('is not entered again where a deed was faster', async () => {
    await correctComment(services, { token: corrected.token }, 'Propozoj edhe të hënën.', 2)
    expect((await enterStandingRecords(services, kinds)).entered).toBe(4)
    expect((await entries()).filter(({ kind }) => kind === 'consultations.comment')).toHaveLength(1)
  })

  it('is left for later when the time allowed is over, and gone on with where it was left', async () => {
    expect(await enterStandingRecords(services, kinds, { withinMs: -1 })).toEqual({ entered: 0, whole: false })
    expect((await enterStandingRecords(services, kinds)).whole).toBe(true)
  })

  it('is looked through again when the shape of its kind changes', async () => {
    await enterStandingRecords(services, kinds)
    const { shapes: known } = publishedConsultations
    const grown = [{ records: [{ ...publishedConsultations, shapes: [...known, known.at(-1) ?? []] }] }]
    expect(await enterStandingRecords(services, grown)).toEqual({ entered: 0, whole: true })
    const shapes =
      await db`select shape from platform.ledger_standing where kind = 'consultations.consultation' order by 1`
    expect(shapes).toEqual([{ shape: known.length }, { shape: known.length + 1 }])
  })

  it('of every door is entered too', async () => {
    await enterStandingRecords(services, everyDoor)
    const [row] = await db<{ missing: number }[]>`
      select count(*)::int as missing from platform.institutions as institution where not exists (
        select from platform.ledger_entries as entry where entry.subject = 'institutions.institution:' || institution.id)`
    expect(row).toEqual({ missing: 0 })
  })
})
