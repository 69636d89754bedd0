import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { givenMeeting, givenPaper } from '../convening/testing.ts'
import type { CouncilMeeting } from '../convening/meeting-queries.ts'
import { keepPosting } from '../convening/keep-posting.ts'
import { keepOpinion } from '../convening/write-paper.ts'
import { givenCouncil, type GivenCouncil } from '../people/testing.ts'

/** Help for tests: a meeting with one of everything that everybody reads of it. Only tests import this. */

export type GivenPublicMeeting = {
  council: GivenCouncil
  meeting: CouncilMeeting
  paperId: string
  draft: CouncilMeeting
}

const BY = { by: 'command-line' } as const

/** Asked for by members, held with a commission, posted up, with a paper, an opinion, a hearing and a closed item. */
export async function givenPublicMeeting(
  services: Services,
  { institution = 'prova', inDays = 20 }: { institution?: string; inDays?: number } = {},
): Promise<GivenPublicMeeting> {
  const council = await givenCouncil(services, { institution })
  const { institutionId, bodyId, commissionIds, members } = council
  const paper = await givenPaper(services, { institutionId, title: 'Projektvendim për parkimin', reference: '14/2026' })
  const meeting = await givenMeeting(services, {
    bodyId,
    inDays,
    kind: 'extraordinary',
    calledBy: 'members',
    callReason: 'Parkimi në qendër nuk mund të presë deri në mbledhjen e radhës',
    callerIds: members.slice(0, 2).map(({ id }) => id),
    jointIds: [commissionIds[0]],
    items: [
      {
        title: 'Parkimi në qendër',
        titleEn: 'Parking in the centre',
        paperId: paper.id,
        rapporteur: 'Drejtori i transportit',
      },
      { title: 'Dëgjesë për parkimin', kind: 'hearing', speakerMinutes: 5 },
      {
        title: 'Masë disiplinore ndaj një punonjësi',
        closed: true,
        publicTitle: 'Çështje personeli',
        closedAskedBy: 'Një e pesta e anëtarëve',
        closedReason: 'Mbrohen të dhënat personale',
      },
    ],
  })
  const givenOn = civilDateIn('Europe/Tirane', services.clock.now())
  const opinion = {
    bodyId: commissionIds[0],
    meetingId: null,
    stance: 'for-with-amendments',
    words: 'Komisioni kërkon tarifë më të ulët për banorët.',
    givenOn,
    votesFor: 4,
    votesAgainst: 1,
    votesAbstain: 0,
  } as const
  await keepOpinion(services, paper.id, { opinion, formId: randomUUID(), ...BY })
  const posting = { place: 'Tabela para bashkisë', postedAt: services.clock.now(), photograph: null }
  await keepPosting(services, meeting.id, posting, { formId: randomUUID(), ...BY })
  const draft = await givenMeeting(services, { bodyId, state: 'draft', inDays: inDays + 10 })
  return { council, meeting, paperId: paper.id, draft }
}
