import type { Official } from '#platform/auth/visitor.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { holdForOffice, type OfficeConsultation } from '../drafting/draft-queries.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { listInvitingEvents, setInvitationLetters, takeInvited, type ToldEvent } from './invitation-queries.ts'
import { noteNotice } from './note-notice.ts'
import { findNames, listCoLeaders } from './notice-queries.ts'
import { invitationLetter } from './told-mail.ts'
import { noticeUrls } from './urls.ts'

export type InviteOutcome =
  /** How many letters are new: nobody is written to twice about one event. */
  | { kind: 'invited'; count: number }
  | { kind: 'no-such-event' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-consultation' }

/** A letter to each of the stakeholders chosen, once for each event, however often the form arrives. */
export function inviteStakeholders(
  services: Services,
  official: Official,
  id: string,
  order: { eventId: string; stakeholderIds: readonly string[] },
): Promise<InviteOutcome> {
  return services.db.begin(async (tx): Promise<InviteOutcome> => {
    const current = await holdForOffice(tx, id)
    if (!current) return { kind: 'no-such-consultation' }
    if (!mayIn(official, may['consultations.publish'], current.institutionId)) return { kind: 'not-permitted' }
    const event = (await listInvitingEvents(tx, id)).find((one) => one.id === order.eventId)
    if (!event || current.slug === null) return { kind: 'no-such-event' }
    const { institutionId } = current
    const at = services.clock.now()
    const today = civilDateIn(current.zone, at)
    const of = { institutionId, consultationId: id, eventId: event.id, stakeholderIds: order.stakeholderIds }
    const invited = await takeInvited(tx, { ...of, at, today, by: official.accountId })
    if (invited.length === 0) return { kind: 'invited', count: 0 }
    const facts = {
      sq: await factsOf(tx, 'sq', current, event, today),
      en: await factsOf(tx, 'en', current, event, today),
    }
    const letters: { id: string; letterId: string }[] = []
    for (const { id: invitationId, email, lang, leaveToken } of invited) {
      const letter = invitationLetter(lang, {
        ...facts[lang],
        leave: noticeUrls.leave(leaveToken),
        url: services.settings.url,
      })
      const draft = { institutionId, kind: 'service', recipient: email, unhurried: true, ...letter } as const
      letters.push({ id: invitationId, letterId: (await queueLetter(tx, services, draft)).id })
    }
    await setInvitationLetters(tx, letters)
    const fields = [{ field: 'invited', from: null, to: String(invited.length) }]
    await noteNotice(tx, services, official, current, { kind: 'invited', fields })
    return { kind: 'invited', count: invited.length }
  })
}

/** The letter as it will go out, in Albanian; the link with which each leaves is their own. */
export async function previewInvitation(
  services: Services,
  current: OfficeConsultation,
  event: ToldEvent,
): Promise<{ subject: string; body: string }> {
  const today = civilDateIn(current.zone, services.clock.now())
  const facts = await factsOf(services.db, 'sq', current, event, today)
  return invitationLetter('sq', { ...facts, leave: noticeUrls.leave('…'), url: services.settings.url })
}

/** What the letter says in a language; the institution under the name of the day. */
async function factsOf(tx: Queryable, lang: Lang, current: OfficeConsultation, event: ToldEvent, today: string) {
  const english = lang === 'en'
  const names = await findNames(tx, lang, current.institutionId, today, today)
  return {
    kind: event.kind,
    preliminary: current.stage === 'preliminary',
    institution: names.now,
    partners: (await listCoLeaders(tx, lang, current.id)).map(({ name }) => name),
    title: (english && current.titleEn) || current.title,
    summary: (english && current.summaryEn) || current.summary,
    number: `${current.registerNumber}/${current.registerYear}`,
    reason: event.reason ?? '',
    closesOn: current.closesOn,
    slug: current.slug ?? '',
  }
}
