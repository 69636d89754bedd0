import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { listToCarry, type CarryChoice } from './agenda-queries.ts'
import { listPapersToAdd, type PaperChoice } from './office-queries.ts'
import { viewOfficeMeeting, type OfficeMeetingView } from './office-view.ts'

export type AgendaView = OfficeMeetingView & { carry: CarryChoice[]; papers: PaperChoice[] }

/** The agenda with what could come onto it: unfinished items of earlier meetings, and papers. */
export async function viewAgenda(
  services: Services,
  lang: Lang,
  official: Official,
  id: string,
): Promise<AgendaView | null> {
  const view = await viewOfficeMeeting(services, lang, official, id)
  if (!view) return null
  const { bodyId, institutionId } = view.meeting
  const [carry, papers] = await Promise.all([
    listToCarry(services.db, { bodyId, meetingId: id }),
    listPapersToAdd(services.db, { institutionId, meetingId: id }),
  ])
  return { ...view, carry, papers }
}
