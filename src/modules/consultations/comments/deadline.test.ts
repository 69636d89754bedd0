import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { newestLetterTo } from '#test/mailbox.ts'
import { testWeb } from '#test/web.ts'
import { extendConsultation } from '../closing/extend-consultation.ts'
import { rowsChangedBy, stateOf } from '../counts-testing.ts'
import {
  aCommentForm,
  givenComment,
  givenConsultation,
  givenSentComment,
  officialWith,
  tokenMailedTo,
} from '../testing.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls, ownCommentUrls } from '../urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const { clock } = services
const t = textsIn('sq')

/** Instants worked out by hand: winter is UTC+1, summer UTC+2; the clocks change at 01:00 UTC on 29 March and 25 October. */
const DAYS = [
  {
    night: 'a winter night',
    opensOn: '2026-11-20',
    closesOn: '2026-11-30',
    opensAt: '2026-11-19T23:00:00Z',
    closesAt: '2026-11-30T23:00:00Z',
  },
  {
    night: 'the night summer time begins',
    opensOn: '2026-03-29',
    closesOn: '2026-03-29',
    opensAt: '2026-03-28T23:00:00Z',
    closesAt: '2026-03-29T22:00:00Z',
  },
  {
    night: 'the night summer time ends',
    opensOn: '2026-10-25',
    closesOn: '2026-10-25',
    opensAt: '2026-10-24T22:00:00Z',
    closesAt: '2026-10-25T23:00:00Z',
  },
  {
    night: 'new year’s night',
    opensOn: '2026-12-31',
    closesOn: '2026-12-31',
    opensAt: '2026-12-30T23:00:00Z',
    closesAt: '2026-12-31T23:00:00Z',
  },
]
const CASES = ['prova', 'provas'].flatMap((institution) => DAYS.map((day) => ({ ...day, institution })))

const beside = (moment: string, milliseconds: number): Date => new Date(Date.parse(moment) + milliseconds)
const HOURS_24 = 24 * 3_600_000

describe.each(CASES)(
  'a consultation of $institution that closes on $night',
  ({ institution, opensOn, closesOn, opensAt, closesAt }) => {
    const given = () => {
      clock.set(beside(opensAt, -HOURS_24))
      return givenConsultation(services, { institution, opensOn, closesOn })
    }

    it('takes comments in from the first instant of its first day to the last of its last', async () => {
      const consultation = await given()
      const sendAt = async (moment: Date) => {
        clock.set(moment)
        return (await web.post(consultationUrls.comments(consultation.slug), aCommentForm())).status
      }
      const changed = await rowsChangedBy(db, async () => {
        expect(await sendAt(beside(opensAt, -1))).toBe(409)
        expect(await sendAt(beside(opensAt, 0))).toBe(303)
        expect(await sendAt(beside(closesAt, -1))).toBe(303)
        // A form that lay open is taken in a day longer, as late: see `entry/entry.test.ts`.
        expect(await sendAt(beside(closesAt, HOURS_24))).toBe(409)
      })
      expect(changed).toMatchObject({ comments: 2, letters: 2, jobs: 2 })
    })

    it('says the same on its page, in its record and in the list', async () => {
      const consultation = await given()
      const at = async (moment: Date) => {
        clock.set(moment)
        const page = await (await web.get(consultationUrls.one(consultation.slug))).text()
        const data = (await (await web.get(consultationUrls.data(consultation.slug))).json()) as { phase: 'open' }
        const listed = await Promise.all(
          ['announced', 'open', 'closed'].map(async (phase) => {
            const list = await web.get(`/konsultime?gjendja=${phase}&institucioni=${institution}`)
            return (await list.text()).includes(consultationUrls.one(consultation.slug)) ? phase : null
          }),
        )
        expect(page).toContain(`>${t.phases[data.phase]}<`)
        expect(page.includes(consultationUrls.commentForm(consultation.slug))).toBe(data.phase === 'open')
        expect(listed.filter(Boolean)).toEqual([data.phase])
        return data.phase
      }
      expect(await at(beside(opensAt, -1))).toBe('announced')
      expect(await at(beside(opensAt, 0))).toBe('open')
      expect(await at(beside(closesAt, -1))).toBe('open')
      expect(await at(beside(closesAt, 0))).toBe('closed')
    })

    it('counts what was sent in time and confirmed within 24 hours of closing, and nothing later', async () => {
      const consultation = await given()
      clock.set(beside(closesAt, -1))
      const inTime = await givenSentComment(services, consultation)
      const tooLate = await givenSentComment(services, consultation)

      clock.set(beside(closesAt, HOURS_24 - 1))
      const confirmed = await rowsChangedBy(db, () => web.post(ownCommentUrls.confirmation(inTime.token), {}))
      expect(confirmed).toEqual({ events: 2, letters: 1, jobs: 1 })

      clock.set(beside(closesAt, HOURS_24))
      const before = await stateOf(db)
      const response = await web.post(ownCommentUrls.confirmation(tooLate.token), {})
      expect(response.status).toBe(409)
      expect(await response.text()).toContain(t.own.confirmationRefusals['too-late'])
      expect(await (await web.get(ownCommentUrls.one(tooLate.token))).text()).toContain(
        t.own.confirmationRefusals['too-late'],
      )
      expect(await stateOf(db)).toBe(before)

      const list = await (await web.get(consultationUrls.comments(consultation.slug))).text()
      expect(list.match(/class="kv-comment"/g)).toHaveLength(1)
    })
  },
)

describe('the time of sending', () => {
  it('is what the record shows, whenever the comment was confirmed', async () => {
    clock.set(new Date('2026-11-22T11:00:00Z'))
    const consultation = await givenConsultation(services)
    const sentAt = clock.now()
    const { token } = await givenSentComment(services, consultation)
    clock.passMinutes(3 * 24 * 60)
    await web.post(ownCommentUrls.confirmation(token), {})
    const [row] = await db<{ code: string }[]>`
      select code from consultations.comments where consultation_id = ${consultation.id}`
    const record = await (await web.get(consultationUrls.commentData(consultation.slug, row?.code ?? ''))).json()
    expect(record).toMatchObject({ sentAt: sentAt.toISOString(), publishedAt: clock.now().toISOString() })
  })

  it('and until when to confirm stand in the letter, on the clock of the institution', async () => {
    clock.set(new Date('2026-11-22T11:00:00Z'))
    const consultation = await givenConsultation(services, { opensOn: '2026-11-20', closesOn: '2026-11-30' })
    const { email } = await givenSentComment(services, consultation)
    expect((await newestLetterTo(db, email)).body).toContain('2 dhjetor 2026, ora 00:00')
  })
})

it('a closing day that is put off puts off the last moment to confirm as well', async () => {
  clock.set(new Date('2026-11-22T11:00:00Z'))
  const consultation = await givenConsultation(services, { opensOn: '2026-11-20', closesOn: '2026-11-23' })
  const { token } = await givenSentComment(services, consultation)
  const coordinator = await officialWith(services, ['consultation-coordinator', 'prova'])
  const extension = { newDay: '2026-11-27', decision: '7', decidedOn: '2026-11-22', formId: null, fromVersion: 1 }
  const ground = 'Më shumë kohë për shoqatat.'
  const outcome = await extendConsultation(services, coordinator, consultation.id, { ...extension, ground })
  expect(outcome.kind).toBe('extended')
  clock.set(new Date('2026-11-26T11:00:00Z'))
  expect((await web.post(ownCommentUrls.confirmation(token), {})).status).toBe(303)
})

describe('after closing', () => {
  it('an own comment is neither corrected nor withdrawn, and the new words come back', async () => {
    clock.set(new Date('2026-11-22T11:00:00Z'))
    const consultation = await givenConsultation(services, { closesOn: '2026-11-23' })
    const { token } = await givenComment(services, consultation)
    clock.set(new Date('2026-11-23T23:00:00Z'))
    const before = await stateOf(db)
    const corrected = await web.post(ownCommentUrls.correction(token), {
      komenti: 'Fjalë të reja pas afatit.',
      versioni: '1',
    })
    const page = await corrected.text()
    expect(corrected.status).toBe(409)
    expect(page).toContain('Fjalë të reja pas afatit.')
    expect(page).toContain(t.own.changeRefusals.closed)
    const withdrawn = await web.post(ownCommentUrls.withdrawal(token), {})
    expect([withdrawn.status, (await withdrawn.text()).includes(t.own.changeRefusals.closed)]).toEqual([409, true])
    expect(await stateOf(db)).toBe(before)
    const receipt = await (await web.get(ownCommentUrls.one(token))).text()
    expect(receipt).not.toContain(ownCommentUrls.correction(token))
  })

  it('the form leads back to the consultation, and a comment that was being written comes back with its words', async () => {
    clock.set(new Date('2026-11-22T11:00:00Z'))
    const consultation = await givenConsultation(services, { closesOn: '2026-11-23' })
    // A form that was open at the end is taken in for a day more, as late: entry/entry.test.ts.
    clock.set(new Date('2026-11-25T00:00:00Z'))
    const form = await web.get(consultationUrls.commentForm(consultation.slug))
    expect([form.status, form.headers.get('location')]).toEqual([303, consultationUrls.one(consultation.slug)])
    const typed = aCommentForm({ komenti: 'Shkrova gjatë dhe u vonova një ditë.' })
    const before = await stateOf(db)
    const response = await web.post(consultationUrls.comments(consultation.slug), typed)
    const page = await response.text()
    expect(response.status).toBe(409)
    for (const words of [
      'Shkrova gjatë dhe u vonova një ditë.',
      'Arta Shembull',
      typed.adresa ?? '',
      'Afati i komenteve ka mbaruar',
    ]) {
      expect(page).toContain(words)
    }
    expect(await stateOf(db)).toBe(before)
    await expect(tokenMailedTo(services, typed.adresa ?? '')).rejects.toThrow('No private link')
  })
})
