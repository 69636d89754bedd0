import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, instantAt } from '#platform/time/civil-date.ts'
import { createPaper } from '../convening/write-paper.ts'
import { draftMinutes } from '../minutes/draft-minutes.ts'
import { numberOf } from './chance-rules.ts'
import { findConcluded } from './demonstrate-queries.ts'
import { at, callMeeting, holdMeeting, type Standing } from './demonstrate-meetings.ts'

/** So long after a consultation was concluded the council decides on its draft. */
const DAYS_LATER = 8

/** What people were consulted on comes before the council, in a meeting of its own. */
export async function decideConsulted(services: Services, standing: Standing, bodyId: string): Promise<void> {
  const { demo, matters, institutionId, zone } = standing
  for (const matter of matters) {
    const of = matter.consulted?.startsWith(`${demo.institution}-`) ? matter.consulted : null
    const consultation = of === null ? null : await findConcluded(services.db, of)
    if (!consultation) continue
    const day = addDays(civilDateIn(zone, consultation.concludedAt), DAYS_LATER)
    if (day >= civilDateIn(zone, services.clock.now())) continue
    const startsAt = instantAt(day, demo.hour * 3600, zone)
    const key = `${demo.key}-consulted-${of}`
    const { sq: title, en: titleEn, act: actKind } = matter
    const form = {
      reference: null,
      title,
      titleEn,
      summary: standing.words.summary,
      kind: 'draft-regulation' as const,
      actKind,
      proposerKind: matter.by,
      proposer: null,
      proposerId: null,
      datedOn: addDays(day, -6),
    }
    const called = at(services, instantAt(addDays(day, -6), 9 * 3600, zone))
    const order = { form, institutionId, by: 'command-line', formId: numberOf(`${key}/paper`) } as const
    const paperId = await createPaper(called, { ...order, aboutRef: consultation.ref })
    const more = [{ title, titleEn, kind: 'act' as const, actKind, paperId }]
    const wanted = { key, bodyId, startsAt, notice: 6, items: 0, minutes: false, more }
    const meeting = await callMeeting(services, standing, wanted)
    if (!meeting) continue
    const endedAt = await holdMeeting(services, standing, meeting, { key, startsAt })
    await draftMinutes(at(services, endedAt), meeting.id, 'program')
  }
}
