import type { DeadlineKind } from '#platform/deadlines/deadline-kind.ts'
import { ACT_RECORD, FORCE_SLOT, PUBLICATION_SLOT } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { publicActTitles } from '../subjects-view.ts'
import { announcingInEvery } from './texts.ts'

/** Until when an act is to be announced, and from when it holds. Both end by deeds of the act. */
export const announcingDeadlines = (moved: NonNullable<DeadlineKind['moved']>): Record<string, DeadlineKind> => ({
  [PUBLICATION_SLOT]: {
    kind: ACT_RECORD,
    words: announcingInEvery((t) => t.announceBy),
    publicBoard: true,
    publicTitles: publicActTitles,
    readers: may['acts.read'],
    ownDeeds: true,
    moved,
  },
  [FORCE_SLOT]: {
    kind: ACT_RECORD,
    words: announcingInEvery((t) => t.comesIntoForce),
    // It comes by itself: nobody can miss it.
    publicBoard: false,
    readers: may['acts.read'],
    ownDeeds: true,
    moved,
  },
})
