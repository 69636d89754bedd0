import type { PersonalData, RetentionRule } from '#platform/own-data/personal-data.ts'
import { personalRegistrations } from '#platform/registrations/personal-registrations.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { councilUrls } from '../urls.ts'
import { councilRegistrations } from './council-registrations.ts'
import { countForgettable, eraseOfContact, forgetInvitationRows, listOfContact } from './invitation-queries.ts'
import { READABLE_DAYS } from './invitation-rules.ts'
import { inEvery, textsIn } from './texts.ts'

const dueBefore = (now: Date): string => addDays(civilDateIn('Europe/Tirane', now), -READABLE_DAYS)

/** Every night: what was kept of guests, and what people wrote beside an answer. That they were called stays. */
export const forgetInvitations = ({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number> =>
  forgetInvitationRows(db, dueBefore(clock.now()))

const invitationRetention: RetentionRule = {
  id: 'council.invitations',
  what: inEvery((t) => t.retention.what),
  howLong: inEvery((t) => t.retention.howLong),
  basis: inEvery((t) => t.retention.basis),
  countDue: ({ db, clock }) => countForgettable(db, dueBefore(clock.now())),
  forget: forgetInvitations,
}

const ofRegistrations = personalRegistrations(councilRegistrations)

/** What the council keeps of those whom it calls and of those who ask to come. */
export const councilPersonalData: PersonalData = {
  async ofContact(services, lang, contactId, sources) {
    const called = await listOfContact(services.db, contactId)
    const records = called.map((one) => ({
      title: textsIn(lang).recordTitle(one.meeting),
      href: councilUrls.meeting(one.slug),
      at: one.at,
      institutionId: one.institutionId,
      data: {
        name: one.name,
        post: one.post,
        email: one.email,
        postal: one.postal,
        channel: one.channel,
        answer: one.answer,
        note: one.answerNote,
        answeredAt: one.answeredAt,
        handedOver: one.handedNote,
        at: one.at,
      },
    }))
    return [...records, ...(await ofRegistrations.ofContact(services, lang, contactId, sources))]
  },
  // The link of an invitation is the secretary's to send again: it opens what is not public.
  linksOf: (tx, services, lang, contactId) => ofRegistrations.linksOf(tx, services, lang, contactId),
  async erase(tx, services, contactId, by) {
    const invitations = await eraseOfContact(tx, contactId, services.clock.now())
    return invitations + (await ofRegistrations.erase(tx, services, contactId, by))
  },
  async rename(tx, services, contactId, name) {
    return (await ofRegistrations.rename?.(tx, services, contactId, name)) ?? 0
  },
  retention: [invitationRetention, ...ofRegistrations.retention],
}
