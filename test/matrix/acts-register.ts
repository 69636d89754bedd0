import { givenAct } from '#modules/council-acts/testing.ts'
import { actOfficeUrls as urls } from '#modules/council-acts/urls.ts'
import { page, record, type MatrixWorld, type Rows } from './row.ts'

/** Where an institution says why numbers of its register are missing. */
export function actRegisterRows({ services }: MatrixWorld): Rows {
  let year = 1950
  return {
    [`GET ${urls.gaps()}`]: page('acts.read', urls.gaps()),
    [`POST ${urls.gaps()}`]: record('acts.decide', async (slug) => {
      year += 1
      // The third of its year, and nothing before it.
      await givenAct(services, { institution: slug, year, serial: 3 })
      const fields = { viti: String(year), radha: '', boshlleku: '1', versioni: '0', numrat: '1–2' }
      return { path: urls.gaps(), fields: { ...fields, institucioni: slug, fjalet: 'Numrat u lanë bosh gabimisht.' } }
    }),
  }
}
