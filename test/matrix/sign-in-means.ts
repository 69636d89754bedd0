import { randomUUID } from 'node:crypto'
import { givenPerson } from '../people.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Taking the lost second factor of a colleague away. */
export function signInMeansRows({ db, services }: MatrixWorld): Rows {
  /** An official of the institution, with an application on a telephone that is lost. */
  const somebody = async (slug: Slug): Promise<string> => {
    const email = `humbi-${randomUUID()}@${slug}.example`
    const roles = [{ role: 'moderator', institution: slug }] as const
    const id = await givenPerson(services, { email, name: 'Mira Prove', roles: [...roles] })
    await db`
      insert into platform.second_factors (account_id, secret, confirmed_at, created_at)
      values (${id}, ${Buffer.alloc(48)}, now(), now())`
    return id
  }
  const path = async (slug: Slug) => `/zyra/njerezit/${await somebody(slug)}/faktori/heqja`
  return {
    'GET /zyra/njerezit/:id/faktori/heqja': record('people.remove-factor', async (slug) => ({
      path: await path(slug),
    })),
    'POST /zyra/njerezit/:id/faktori/heqja': record('people.remove-factor', async (slug) => ({
      path: await path(slug),
      fields: { arsyeja: 'Humbi telefonin, u paraqit vetë.' },
    })),
  }
}
