import type { Transaction } from '#platform/db/database.ts'
import type { ActSettings } from '../act-queries.ts'

/** Kept as it is until the deed ends; also where there is no row yet, for two cannot write the first one. */
export async function lockActSettings(tx: Transaction, institutionId: string): Promise<ActSettings | null> {
  await tx`select 1 from platform.institutions where id = ${institutionId} for no key update`
  const [row] = await tx<ActSettings[]>`
    select setting.institution_id, setting.numbering, setting.mayor_may_return, setting.mayor_return_basis,
           setting.authority_name, setting.authority_address, setting.authority_email, setting.authority_institution_id,
           setting.secretary_signs, setting.version
    from council_acts.settings as setting where setting.institution_id = ${institutionId} for update`
  return row ?? null
}

export async function writeActSettings(
  tx: Transaction,
  setting: Omit<ActSettings, 'version'> & { at: Date; by: string },
): Promise<void> {
  await tx`
    insert into council_acts.settings (institution_id, numbering, mayor_may_return, mayor_return_basis, authority_name,
      authority_address, authority_email, authority_institution_id, secretary_signs, set_at, set_by)
    values (${setting.institutionId}, ${setting.numbering}, ${setting.mayorMayReturn}, ${setting.mayorReturnBasis},
      ${setting.authorityName}, ${setting.authorityAddress}, ${setting.authorityEmail}, ${setting.authorityInstitutionId},
      ${setting.secretarySigns}, ${setting.at}, ${setting.by})
    on conflict (institution_id) do update set
      numbering = excluded.numbering, mayor_may_return = excluded.mayor_may_return,
      mayor_return_basis = excluded.mayor_return_basis, authority_name = excluded.authority_name,
      authority_address = excluded.authority_address, authority_email = excluded.authority_email,
      authority_institution_id = excluded.authority_institution_id, secretary_signs = excluded.secretary_signs,
      version = settings.version + 1, set_at = excluded.set_at, set_by = excluded.set_by`
}
