import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import {
  SETTING_KEYS,
  settingFrom,
  type SettingKey,
  type SettingValue,
  type SettingValues,
} from './institution-settings-rules.ts'

/** What an institution has set, else what the program sets. */
export async function readSetting<Key extends SettingKey>(
  db: Queryable,
  institutionId: string,
  key: Key,
): Promise<SettingValue<Key>> {
  const row = one(
    await db<{ value: unknown }[]>`
      select value from platform.institution_settings where institution_id = ${institutionId} and key = ${key}`,
  )
  return settingFrom(key, row?.value)
}

export async function readSettings(db: Queryable, institutionId: string): Promise<SettingValues> {
  const rows = await db<{ key: string; value: unknown }[]>`
    select key, value from platform.institution_settings where institution_id = ${institutionId}`
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  return Object.fromEntries(SETTING_KEYS.map((key) => [key, settingFrom(key, stored.get(key))])) as SettingValues
}

export async function writeSetting(
  tx: Transaction,
  institutionId: string,
  key: SettingKey,
  value: boolean | number | string,
  at: Date,
): Promise<void> {
  await tx`
    insert into platform.institution_settings (institution_id, key, value, set_at)
    values (${institutionId}, ${key}, ${tx.json(value)}, ${at})
    on conflict (institution_id, key) do update set value = excluded.value, set_at = excluded.set_at`
}
