export const JURISDICTIONS = ['AL', 'XK'] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

/** Civil time. Both zones share an offset today; the law does not promise that they always will. */
export const ZONE_OF: Record<Jurisdiction, string> = { AL: 'Europe/Tirane', XK: 'Europe/Belgrade' }

/** What people read, in both languages; of a rule, a holiday, a reason. */
export type Words = { sq: string; en: string }
