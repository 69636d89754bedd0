export const sq = {
  meetingKinds: {
    workshop: 'Tryezë pune',
    gnp_meeting: 'Mbledhje e Grupit Ndërinstitucional të Punës',
    consultative_meeting: 'Takim konsultativ',
  },
  order: (issuer: string, number: string) => `Urdhër nr. ${number}, ${issuer}`,
  createdBy: (number: string, date: string) => `Ngritur me urdhrin nr. ${number}, datë ${date}`,
  chair: (name: string) => `Kryeson: ${name}`,
  members: (names: string) => `Anëtarë: ${names}`,
  membersUnknown: 'Anëtarët nuk përmenden',
  invited: (names: string) => `Të ftuar: ${names}`,
  supportedBy: (name: string) => `Mbështetur nga: ${name}`,
  outcome: (words: string) => `Rezultati: ${words}`,
  amountUnknown: 'Shuma nuk dihet',
  planned: (words: string) => `Planifikuar: ${words}`,
  plannedUnknown: 'Planifikuar: nuk është shënuar',
  achieved: (words: string) => `Arritur: ${words}`,
  achievedUnknown: 'Arritur: nuk është shënuar',
}

export type PlanTexts = typeof sq
