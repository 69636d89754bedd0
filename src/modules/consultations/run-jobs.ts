import type { JobHandlers, Scheduled } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/services.ts'
import { runPublishing } from './answers/publish-answers.ts'
import { closeWindows } from './closing/close-windows.ts'
import { keepMove } from './closing/follow-moves.ts'
import { tellParticipants } from './closing/tell-participants.ts'
import { eraseUnconfirmedComments } from './comments/erase-unconfirmed-comments.ts'
import { runBulkDeed } from './desk/run-bulk-deed.ts'
import { sendBulkLetters } from './desk/send-bulk-letters.ts'
import { runUndo } from './desk/undo-bulk-deed.ts'
import { checkGroups, placeWaiting } from './groups/place-in-groups.ts'
import { tellAnswers, tellEffects, tellWhatIsLeft, type EffectsOf } from './telling/tell-answers.ts'
import { tellOpenings } from './year/link-planned-act.ts'

/** What the worker does. `viewEffects`: letters name the places that changed. */
export const consultationJobs = (services: Services, viewEffects: EffectsOf): JobHandlers => ({
  'consultations.place-in-groups': () => placeWaiting(services),
  'consultations.check-groups': () => checkGroups(services),
  'consultations.erase-unconfirmed-comments': () => eraseUnconfirmedComments(services),
  'consultations.close-windows': () => closeWindows(services),
  'consultations.tell-openings': () => tellOpenings(services),
  'consultations.keep-move': (payload) => keepMove(services, payload),
  'consultations.tell-participants': ({ event }) => tellParticipants(services, String(event)),
  'consultations.publish-answers': async ({ deed }) => {
    await runPublishing(services, String(deed))
  },
  'consultations.tell-answers': (payload) => tellAnswers(services, payload, viewEffects),
  'consultations.tell-effects': (payload) => tellEffects(services, payload, viewEffects),
  'consultations.tell-what-is-left': (payload) => tellWhatIsLeft(services, payload, viewEffects),
  'consultations.bulk-deed': ({ deed }) => runBulkDeed(services, String(deed)),
  'consultations.bulk-undo': ({ deed }) => runUndo(services, String(deed)),
  'consultations.bulk-letters': ({ deed }) => sendBulkLetters(services, String(deed)),
})

export const SCHEDULE: readonly Scheduled[] = [
  { job: 'consultations.place-in-groups', at: '* * * * *' },
  { job: 'consultations.check-groups', at: '50 2 * * *' },
  { job: 'consultations.erase-unconfirmed-comments', at: '20 2 * * *' },
  { job: 'consultations.close-windows', at: '*/5 * * * *' },
  { job: 'consultations.tell-openings', at: '*/5 * * * *' },
  { job: 'consultations.tell-what-is-left', at: '40 4 * * *' },
]
