import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'

/** The civil clock of each country. Both keep the same hour today; nothing says that they always will. */
export const ZONES: Record<Jurisdiction, string> = { AL: 'Europe/Tirane', XK: 'Europe/Belgrade' }
