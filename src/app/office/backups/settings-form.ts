import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { BackupOrder } from '#platform/backup/write-backup-settings.ts'
import { shownAddressOf } from '#platform/backup/offsite-rules.ts'
import { backupTexts } from './texts.ts'

export const FIELDS = [
  'aktive',
  'dosja',
  'ora',
  'ditore',
  'javore',
  'mujore',
  'adresa',
  'hiqe',
  'fjalekalimi',
  'versioni',
] as const

export type SettingsForm =
  { kind: 'read'; order: BackupOrder; seen: number } | { kind: 'refused'; errors: FieldErrors; typed: Typed }

/** What the operator typed about copies, or what is wrong with it field by field. */
export function readSettingsForm(form: Parameters<typeof textField>[0], lang: Lang): SettingsForm {
  const t = backupTexts(lang).settings.errors
  const errors: FieldErrors = {}
  const number = (field: string, from: number, to: number, words: string): number => {
    const typed = textField(form, field).trim()
    const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
    if (!(value >= from && value <= to)) errors[field] = words
    return value
  }
  const path = (field: string, words: string): string | null => {
    const typed = textField(form, field).trim()
    if (typed !== '' && (!typed.startsWith('/') || typed.length > 500)) errors[field] = words
    return typed || null
  }
  const folder = path('dosja', t.folder)
  const hour = number('ora', 0, 23, t.hour)
  const keepDaily = number('ditore', 1, 60, t.daily)
  const keepWeekly = number('javore', 0, 60, t.weekly)
  const keepMonthly = number('mujore', 0, 120, t.monthly)
  const address = textField(form, 'adresa').trim()
  if (address !== '' && shownAddressOf(address) === null) errors['adresa'] = t.offsite
  const passphraseFile = path('fjalekalimi', t.passphraseFile)
  if (Object.keys(errors).length > 0) return { kind: 'refused', errors, typed: typedOf(form, [...FIELDS]) }
  const offsite = textField(form, 'hiqe') === 'po' ? 'none' : address || null
  const enabled = textField(form, 'aktive') === 'po'
  const order = { enabled, folder, hour, keepDaily, keepWeekly, keepMonthly, offsite, passphraseFile }
  return { kind: 'read', order, seen: Number(textField(form, 'versioni')) || 0 }
}
