import { randomUUID } from 'node:crypto'
import { givenAct } from '#modules/council-acts/testing.ts'
import { enterReturn } from '#modules/council-acts/signing/return-act.ts'
import { givenMayorMayReturn } from '#modules/council-acts/signing/testing.ts'
import { signingUrls as urls } from '#modules/council-acts/signing/urls.ts'
import { actOfficeUrls } from '#modules/council-acts/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Signing of acts, and the return by the mayor. */
export function actsSigningRows({ services }: MatrixWorld): Rows {
  const numbered = async (institution: Slug) => (await givenAct(services, { institution, state: 'numbered' })).id
  const returnable = async (institution: Slug) => {
    await givenMayorMayReturn(services, institution)
    return numbered(institution)
  }
  const day = { 'nenshkruar-day': '21', 'nenshkruar-month': '11', 'nenshkruar-year': '2026' }
  return {
    [`GET ${actOfficeUrls.signing(':id')}`]: record('acts.read', async (slug) => ({
      path: actOfficeUrls.signing(await numbered(slug)),
    })),
    [`POST ${actOfficeUrls.signing(':id')}`]: record('acts.write', async (slug) => ({
      path: actOfficeUrls.signing(await numbered(slug)),
      fields: { versioni: '1', kryesuesi: 'Lule Provë', ...day },
    })),
    [`POST ${urls.file(':id')}`]: record('acts.write', async (slug) => ({
      path: urls.file(await numbered(slug)),
      fields: { versioni: '1', menyra: 'ink', skedari: new File([SCAN], 'akti.pdf', { type: 'application/pdf' }) },
    })),
    [`GET ${urls.paper(':id', ':format')}`]: record('acts.read', async (slug) => ({
      path: urls.paper(await numbered(slug), 'docx'),
    })),
    [`GET ${urls.mayorReturn(':id')}`]: record('acts.read', async (slug) => ({
      path: urls.mayorReturn(await numbered(slug)),
    })),
    [`POST ${urls.mayorReturn(':id')}`]: record('acts.decide', async (slug) => ({
      path: urls.mayorReturn(await returnable(slug)),
      fields: {
        versioni: '1',
        arsyet: 'Bie ndesh me buxhetin.',
        'kthyer-day': '20',
        'kthyer-month': '11',
        'kthyer-year': '2026',
      },
    })),
    [`POST ${urls.outcome(':id')}`]: record('acts.decide', async (slug) => {
      const id = await returnable(slug)
      const order = { returnedOn: '2026-11-20', reasons: 'Bie ndesh me buxhetin.', protocol: null }
      await enterReturn(services, id, order, { by: 'program', seen: null, formId: randomUUID() })
      const on = { 'vendosur-day': '21', 'vendosur-month': '11', 'vendosur-year': '2026' }
      return { path: urls.outcome(id), fields: { versioni: '2', vendosi: 'upheld', shenim: 'U votua sërish.', ...on } }
    }),
  }
}

const SCAN = '%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n'
