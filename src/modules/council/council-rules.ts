/** The kinds of records of a council, as their references begin. */
export const MEETING_KIND = 'council.meeting'
export const PAPER_KIND = 'council.paper'
export const COUNCILLOR_KIND = 'council.councillor'
export const TERM_KIND = 'council.term'
export const VOTE_KIND = 'council.vote'
export const MINUTES_KIND = 'council.minutes'
export const PRESENCE_KIND = 'council.presence'
export const SITTING_EVENT_KIND = 'council.sitting-event'

/** The clock of the notice: AL-LSG-NOTICE where it binds, else the institution's own term. */
export const CONVENING_SLOT = 'council-notice'

/** States in which everybody reads a meeting. */
export const PUBLIC_MEETING_STATES = ['convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'] as const
