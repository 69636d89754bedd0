import type { Official } from '#platform/auth/visitor.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { ActSettings } from '../act-queries.ts'
import { countNumbersOfYear } from './making-queries.ts'
import { lockActSettings, writeActSettings } from './settings-queries.ts'

export type SettingsForm = Omit<ActSettings, 'version' | 'institutionId'>
type Order = { institutionId: string; zone: string; form: SettingsForm; seen: number }

/** How acts are numbered, who reviews them and who signs. The way of numbering stays while numbers of the year are given. */
export const setActSettings = (
  services: Services,
  official: Official,
  { institutionId, zone, form, seen }: Order,
): Promise<'done' | 'changed-meanwhile' | 'numbers-given'> =>
  services.db.begin(async (tx) => {
    const before = await lockActSettings(tx, institutionId)
    if ((before?.version ?? 0) !== seen) return 'changed-meanwhile'
    const at = services.clock.now()
    const year = Number(civilDateIn(zone, at).slice(0, 4))
    const changesNumbers = form.numbering !== (before?.numbering ?? 'one')
    if (changesNumbers && (await countNumbersOfYear(tx, institutionId, year)) > 0) return 'numbers-given'
    const by = official.accountId
    await writeActSettings(tx, { ...form, institutionId, at, by })
    const fields = NAMES.flatMap((field) => {
      const [from, to] = [said(before?.[field] ?? null), said(form[field])]
      return from === to ? [] : [{ field, from, to }]
    })
    const subject = refOf('platform.institution', institutionId)
    await recordChange(tx, { institutionId, subject, kind: 'acts-set', by: { accountId: by }, at, fields })
    return 'done'
  })

const NAMES = [
  'numbering',
  'mayorMayReturn',
  'mayorReturnBasis',
  'authorityName',
  'authorityAddress',
  'authorityEmail',
  'secretarySigns',
] as const satisfies readonly (keyof SettingsForm)[]

const said = (value: string | boolean | null): string | null => (value === null ? null : String(value))
