import type { Dataset } from '#platform/export/dataset.ts'
import { consultationsRegister } from '../open-data/consultation-registers.ts'
import { listRegisterData, type RegisterWish } from './register-queries.ts'
import { readRegisterKey, registerKeyOf, writeRegisterKey } from './register-rules.ts'

/** The dataset of consultations, narrowed and ordered as a reader narrowed the register: its files have the rows of the page. */
export const datasetOfSelection = (wish: RegisterWish): Dataset => ({
  ...consultationsRegister,
  filters: [],
  page: async (db, { after, limit }) => {
    const key = after === null ? null : readRegisterKey(after, wish.sort)
    const rows = await listRegisterData(db, { ...wish, key, back: false, limit })
    return rows.map((one) => ({ key: writeRegisterKey(registerKeyOf(wish.sort, one)), row: one.row }))
  },
})
