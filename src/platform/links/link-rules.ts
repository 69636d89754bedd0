/** What binds two records; each kind is read in both directions (`link-texts.ts`). A closed list, again in the database. */
export const LINK_KINDS = ['about', 'planned-as', 'plan-of', 'follows', 'input', 'result'] as const
export type LinkKind = (typeof LINK_KINDS)[number]
