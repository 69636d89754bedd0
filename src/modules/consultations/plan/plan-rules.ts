/** The first part of references to plans. */
export const PLAN_KIND = 'consultations.plan'

export const REASON_LENGTH = { least: 5, most: 1000 } as const

/** The five locks of a draft in one word: what somebody saw when they pressed. */
export const lockOf = (sections: readonly { version: number }[]): string =>
  sections.map(({ version }) => version).join('.')
