import type { PlanTexts } from './texts.sq.ts'

export const en: PlanTexts = {
  meetingKinds: {
    workshop: 'Workshop',
    gnp_meeting: 'Meeting of the Inter-institutional Working Group',
    consultative_meeting: 'Consultative meeting',
  },
  order: (issuer, number) => `Order no. ${number}, ${issuer}`,
  createdBy: (number, date) => `Set up by order no. ${number} of ${date}`,
  chair: (name) => `Chair: ${name}`,
  members: (names) => `Members: ${names}`,
  membersUnknown: 'The members are not named',
  invited: (names) => `Invited: ${names}`,
  supportedBy: (name) => `With the support of ${name}`,
  outcome: (words) => `Result: ${words}`,
  amountUnknown: 'The amount is not known',
  planned: (words) => `Planned: ${words}`,
  plannedUnknown: 'Planned: not recorded',
  achieved: (words) => `Achieved: ${words}`,
  achievedUnknown: 'Achieved: not recorded',
}
