import type { Services } from '../services.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import { mayActEverywhere, type Hand } from './hand.ts'
import { touchInstitution } from './institution-record-queries.ts'
import { institutionPermissions } from './institution-rights-rules.ts'
import { readSettings, writeSetting } from './institution-settings-queries.ts'
import { SETTING_KEYS, type SettingValues } from './institution-settings-rules.ts'

/**
 * What the institution sets for itself. Where two people give rights, one of them does not end that alone: it is the
 * operator's to do.
 */
export const changeSettings = (
  services: Services,
  hand: Hand,
  id: string,
  wanted: SettingValues,
  fromVersion: number,
): Promise<ChangeOutcome<'two-people-by-operator'>> =>
  changeHeld<'two-people-by-operator'>(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion },
    async ({ tx, now }) => {
      const standing = await readSettings(tx, id)
      const fresh = SETTING_KEYS.filter((key) => standing[key] !== wanted[key])
      if (fresh.length === 0) return null
      const endsTwoPeople = fresh.includes('two-person-rule') && !wanted['two-person-rule']
      if (endsTwoPeople && !mayActEverywhere(hand, ['operator']))
        return { kind: 'refused', refusal: 'two-people-by-operator' }
      return {
        write: async () => {
          for (const key of fresh) await writeSetting(tx, id, key, wanted[key], now)
          await touchInstitution(tx, id, now)
          // What it sets for itself is the office's own.
          return []
        },
        written: {
          change: 'settings-changed',
          fields: fresh.map((key) => ({ field: key, from: String(standing[key]), to: String(wanted[key]) })),
        },
      }
    },
  )
