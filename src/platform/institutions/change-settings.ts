import type { Services } from '../services.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import type { Hand } from './hand.ts'
import { touchInstitution } from './institution-record-queries.ts'
import { institutionPermissions } from './institution-rights-rules.ts'
import { readSettings, writeSetting } from './institution-settings-queries.ts'
import { SETTING_KEYS, type SettingValues } from './institution-settings-rules.ts'

/** What the institution sets for itself. */
export const changeSettings = (
  services: Services,
  hand: Hand,
  id: string,
  wanted: SettingValues,
  fromVersion: number,
): Promise<ChangeOutcome> =>
  changeHeld(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion },
    async ({ tx, now }) => {
      const standing = await readSettings(tx, id)
      const fresh = SETTING_KEYS.filter((key) => standing[key] !== wanted[key])
      if (fresh.length === 0) return null
      return {
        write: async () => {
          for (const key of fresh) await writeSetting(tx, id, key, wanted[key], now)
          await touchInstitution(tx, id, now)
        },
        written: {
          change: 'settings-changed',
          fields: fresh.map((key) => ({ field: key, from: String(standing[key]), to: String(wanted[key]) })),
        },
      }
    },
  )
