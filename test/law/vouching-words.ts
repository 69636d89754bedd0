/** For each view the kind that vouches for it, and who vouches for the columns that its newest shape leaves out. */
export type VouchedViews = Record<string, { kind: string; elsewhere: Record<string, string> }>

export const IN_THE_ENTRY = 'the entry itself says it'
export const OF_CONSULTATION = 'the record of its consultation vouches for it'
export const OF_ROLL = 'stands among the attendances, which are in the shape'
export const OF_AGENDA = 'the record of its meeting has it in the agenda'
export const OF_BODY = 'the record of its body vouches for it'
export const OF_DEADLINE = 'the record of its deadline vouches for it'
export const OF_INSTITUTION = 'the record of its institution vouches for it'
