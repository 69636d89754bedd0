import type { MatrixWorld, Rows } from './row.ts'

/** The routes of the rooms of the office, each room in a file of its own beside this one. */
export const roomRows = (_world: MatrixWorld): Rows => ({})
