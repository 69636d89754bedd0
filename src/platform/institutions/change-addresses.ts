import type { Services } from '../services.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import type { Hand } from './hand.ts'
import { listRoleAddresses, setRoleAddress, type RoleAddress } from './institution-queries.ts'
import { deleteRoleAddress, touchInstitution } from './institution-record-queries.ts'
import { institutionPermissions } from './institution-rights-rules.ts'

/** All addresses of its posts at once: those that are not among these are taken away. */
export const changeAddresses = (
  services: Services,
  hand: Hand,
  id: string,
  wanted: readonly RoleAddress[],
  fromVersion: number,
): Promise<ChangeOutcome> =>
  changeHeld(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion },
    async ({ tx, now }) => {
      const standing = await listRoleAddresses(tx, id)
      const gone = standing.filter((one) => !wanted.some(({ role }) => role === one.role))
      const fresh = wanted.filter((one) => !standing.some((other) => wordsOf(one) === wordsOf(other)))
      if (gone.length + fresh.length === 0) return null
      const before = (role: string) => standing.find((one) => one.role === role)
      return {
        write: async () => {
          for (const { role } of gone) await deleteRoleAddress(tx, id, role)
          for (const address of fresh) await setRoleAddress(tx, id, address)
          await touchInstitution(tx, id, now)
        },
        written: {
          change: 'addresses-changed',
          fields: [
            ...gone.map((one) => ({ field: `address-${one.role}`, from: wordsOf(one), to: null })),
            ...fresh.map((one) => ({
              field: `address-${one.role}`,
              from: wordsOf(before(one.role)),
              to: wordsOf(one),
            })),
          ],
        },
      }
    },
  )

const wordsOf = (address: RoleAddress | undefined): string | null =>
  address ? [address.email, address.telephone, address.postal].filter(Boolean).join(', ') : null
