/** What binds two records; each kind is read in both directions (`link-texts.ts`). A closed list, again in the database. */
export const LINK_KINDS = ['about', 'planned-as', 'plan-of', 'follows', 'input', 'result'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** Bonds that stand in columns of a module, not among the links; read with them in the thread of a matter. */
export const BOND_KINDS = ['repeats', 'adopted-from', 'amends', 'repeals', 'repeals-partly', 'replaces'] as const
export type BondKind = (typeof BOND_KINDS)[number]

/** A published view of a module with `from_ref, to_ref, kind`: given at its door (`bonds`). */
export type BondView = `${'consultations' | 'meetings' | 'council' | 'council_acts'}.bonds`
