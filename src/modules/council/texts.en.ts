import type { CouncilTexts } from './texts.sq.ts'

export const en: CouncilTexts = {
  menu: 'Council',
  menuKosovo: 'Assembly',
  rights: {
    'council.read': 'See the work of the council in the office: members, meetings, minutes',
    'council-people.write': 'Keep the members, mandates, payments and secretariat of the council',
    'council-meetings.write': 'Prepare and convene meetings: papers, agenda, invitations',
    'council-sitting.write': 'Record the meeting while it is held, or afterwards from paper',
    'council-minutes.write': 'Draft the minutes',
    'council-minutes.approve': 'Mark the minutes as approved and publish them',
    'council-recordings.write': 'Add the live link, the recording and subtitles',
    'council-settings.write': 'Set majorities and quorum by the rules of procedure',
    'council-private.read': 'Read excuses, private addresses and who asked for a copy',
  },
}
