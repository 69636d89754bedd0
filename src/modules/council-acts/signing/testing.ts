import type { Services } from '#platform/services.ts'

/** Help for tests of signing. Only tests import this. */

/** The institution says that its mayor may return a decision. */
export async function givenMayorMayReturn(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  institution: string,
): Promise<void> {
  await db`
    insert into council_acts.settings (institution_id, mayor_may_return, mayor_return_basis, set_at)
    select institution.id, true, 'Ligji i provës, neni 64', ${clock.now()}
    from platform.institutions as institution where institution.slug = ${institution}
    on conflict (institution_id) do update
      set mayor_may_return = true, mayor_return_basis = excluded.mayor_return_basis`
}
