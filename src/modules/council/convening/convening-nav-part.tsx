import type { Tone } from '#ui/shape.tsx'
import type { CouncilMeetingState } from './convening-rules.ts'

const TONES: Record<CouncilMeetingState, Tone> = {
  draft: 'plain',
  convened: 'plain',
  postponed: 'paused',
  cancelled: 'stopped',
  'under-way': 'done',
  suspended: 'paused',
  closed: 'done',
  'taken-down': 'stopped',
}

/** The colour of a state. */
export const meetingTone = (state: CouncilMeetingState): Tone => TONES[state]
