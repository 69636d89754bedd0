import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import type { Gathering, GatheringItem, RegistrationHolder } from '#platform/registrations/registration-holder.ts'
import {
  findMeeting,
  findMeetingAt,
  listAgenda,
  lockMeeting,
  type CouncilMeeting,
} from '../convening/meeting-queries.ts'
import { MEETING_KIND } from '../council-rules.ts'
import { councilPermissions as may } from '../permissions.ts'
import { councilUrls } from '../urls.ts'
import { meetingName, whenOf } from './call-texts.ts'
import { refusalToCome } from './offer-rules.ts'
import { findOffer, listMeetingNames, listOverBefore, type RegistrationOffer } from './offer-queries.ts'
import { inEvery, textsIn } from './texts.ts'
import { invitationOfficeUrls, publicUrls } from './urls.ts'

/** Of a closed meeting everybody reads that it is held, not what it is called. */
const shown = (meeting: CouncilMeeting): CouncilMeeting => (meeting.closed ? { ...meeting, title: null } : meeting)

/** Hearings to which somebody may speak; none behind closed doors. */
async function speakableIn(db: Queryable, lang: Lang, { id, closed }: CouncilMeeting): Promise<GatheringItem[]> {
  if (closed) return []
  return (await listAgenda(db, id))
    .filter((item) => item.kind === 'hearing' && !item.closed && item.state !== 'withdrawn')
    .map((item) => ({
      id: item.id,
      title: (lang === 'en' && item.titleEn) || item.title,
      minutes: item.speakerMinutes,
    }))
}

async function gatheringOf(
  db: Queryable,
  meeting: CouncilMeeting,
  now: Date,
): Promise<{ gathering: Gathering; offer: RegistrationOffer | null }> {
  const offer = await findOffer(db, meeting.id)
  const itemIds = (await speakableIn(db, 'sq', meeting)).map(({ id }) => id)
  const standing = meeting.state === 'convened' || meeting.state === 'postponed'
  const gathering = {
    id: meeting.id,
    institutionId: meeting.institutionId,
    title: meetingName('sq', shown(meeting)),
    titleEn: meetingName('en', shown(meeting)),
    path: councilUrls.meeting(meeting.slug),
    capacity: offer?.capacity ?? null,
    refusal: refusalToCome({ ...meeting, offer }, now),
    itemIds,
    officeMayEnter: offer !== null && (standing || meeting.state === 'under-way' || meeting.state === 'suspended'),
  }
  return { gathering, offer }
}

/** Meetings of a council and its commissions: who comes to listen, and who speaks in a hearing. */
export const councilRegistrations: RegistrationHolder = {
  kind: MEETING_KIND,
  findAt: findMeetingAt,
  async hold(tx, now, id) {
    const meeting = await lockMeeting(tx, id)
    if (!meeting || meeting.state === 'taken-down') return null
    return (await gatheringOf(tx, meeting, now)).gathering
  },
  async show({ db, clock }, lang, id) {
    const meeting = await findMeeting(db, id)
    if (!meeting || meeting.state === 'taken-down') return null
    const { gathering, offer } = await gatheringOf(db, meeting, clock.now())
    const t = textsIn(lang).offer
    const until = offer?.closesAt ?? null
    return {
      ...gathering,
      name: meetingName(lang, shown(meeting)),
      slug: meeting.slug,
      when: whenOf(lang, meeting),
      place: meeting.place,
      kind: offer?.kind ?? 'none',
      items: await speakableIn(db, lang, meeting),
      note: until === null ? null : t.until(formatMoment(lang, until, meeting.zone)),
    }
  },
  async names(db, lang, ids) {
    const found = await listMeetingNames(db, ids)
    return new Map(
      found.map((one) => [one.id, { name: meetingName(lang, one), path: councilUrls.meeting(one.slug) }] as const),
    )
  },
  overBefore: async (db, ids, day) => (await listOverBefore(db, ids, day)).map(({ id }) => id),
  urls: {
    form: councilUrls.register,
    sent: publicUrls.registered,
    office: invitationOfficeUrls.offer,
    list: invitationOfficeUrls.registrations,
    takeBack: invitationOfficeUrls.takeBack,
    door: invitationOfficeUrls.door,
  },
  readers: may['council-private.read'],
  writers: may['council-sitting.write'],
  sectors: [],
  what: inEvery((t) => t.retention.registration),
}
