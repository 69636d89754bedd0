import type { Services } from '../services.ts'
import { changeHeld, type ChangeOutcome } from './change-institution.ts'
import type { Hand } from './hand.ts'
import {
  listInstitutionNames,
  setInstitutionName,
  touchInstitution,
  type InstitutionName,
} from './institution-record-queries.ts'
import { institutionPermissions } from './institution-rights-rules.ts'
import { NAME_LANGUAGES, type NameLanguage } from './institution-rules.ts'

export type Renaming = {
  names: Partial<Record<NameLanguage, string>> & { sq: string }
  /** The day from which the names hold: to come, today or long ago. Old records keep the name of their day. */
  validFrom: string
  /** The decision by which it was renamed. */
  source: string | null
}

/**
 * New names from a day on. A language that had a name and gets none says the Albanian one from then on: the old name in
 * that language would be wrong.
 */
export const renameInstitution = (
  services: Services,
  hand: Hand,
  id: string,
  renaming: Renaming,
  fromVersion: number,
): Promise<ChangeOutcome> =>
  changeHeld(
    services,
    { id, hand, roles: institutionPermissions['institutions.write'], fromVersion },
    async ({ tx, now }) => {
      const standing = await listInstitutionNames(tx, id)
      const { validFrom, source } = renaming
      const wanted = NAME_LANGUAGES.flatMap((lang) => {
        const name = renaming.names[lang] ?? (standing.some((one) => one.lang === lang) ? renaming.names.sq : undefined)
        return name === undefined ? [] : [{ lang, name, validFrom, source }]
      })
      const fresh = wanted.filter((one) => !standing.some((other) => isSame(one, other)))
      if (fresh.length === 0) return null
      const before = (lang: NameLanguage) =>
        standing.find((one) => one.lang === lang && one.validFrom <= validFrom)?.name ?? null
      return {
        write: async () => {
          for (const name of fresh) await setInstitutionName(tx, id, name)
          await touchInstitution(tx, id, now)
        },
        written: {
          change: 'renamed',
          reason: source,
          fields: [
            ...fresh.map(({ lang, name }) => ({ field: `name-${lang}`, from: before(lang), to: name })),
            { field: 'valid-from', from: null, to: validFrom },
          ],
        },
      }
    },
  )

const isSame = (one: InstitutionName, other: InstitutionName): boolean =>
  one.lang === other.lang && one.validFrom === other.validFrom && one.name === other.name && one.source === other.source
