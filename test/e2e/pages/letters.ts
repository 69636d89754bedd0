import { randomUUID } from 'node:crypto'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

/** The papers that go out, in the states in which they have a page of their own, and what everybody may ask of them. */
export const letterPages: RoomPages = async ({ db }, { clerk, administrator }) => {
  const [bregas] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const form = {
    institucioni: bregas?.id ?? '',
    lloji: 'answer',
    adresuesi: 'Ana Shembull',
    adresa: 'Rruga e Shembullit 12\nBregas',
    posta: 'ana@shembull.example',
    lenda: 'Përgjigje për kërkesën tuaj',
    teksti: 'I nderuar/e nderuar {{adresuesi}},\n\n## Çfarë vendosëm\n\n- Pika e parë\n- Pika e dytë\n\nMe respekt,',
    ankimi: 'Keni të drejtë të ankoheni.',
    gjuha: 'en',
    'lenda-tjeter': 'Answer to your request',
    'teksti-tjeter': 'Dear {{adresuesi}},\n\nYes.',
    nenshkruesi: 'Skënder Demo',
    posti: 'Kryetar i Bashkisë',
    bashkelidhjet: 'Relacioni',
    revisioni: '1',
  }
  const written = async () =>
    (await expectMoved(clerk.post('/zyra/shkresa/e-re', { ...form, dergesa: randomUUID() }))).split(/[/?]/)[3] ?? ''
  const [draft, issued, cancelled] = [await written(), await written(), await written()]
  for (const id of [issued, cancelled]) await expectMoved(clerk.post(`/zyra/shkresa/${id}/leshimi`, { revisioni: '1' }))
  await expectMoved(clerk.post(`/zyra/shkresa/${cancelled}/anulimi`, { arsyeja: 'U lëshua dy herë.' }))
  const codeOf = async (id: string) => {
    const [row] = await db<{ code: string }[]>`select code from platform.official_letters where id = ${id}`
    return row?.code.replace(/(.{4})(?=.)/g, '$1-') ?? ''
  }
  const template = {
    institucioni: bregas?.id ?? '',
    lloji: 'notice',
    emri: 'Njoftimi ynë',
    lenda: 'Njoftim',
    teksti: 'Ju njoftojmë, {{adresuesi}}.',
  }
  const own =
    (
      await expectMoved(administrator.post('/zyra/shkresat/modelet/i-ri', { ...template, dergesa: randomUUID() }))
    ).split(/[/?]/)[4] ?? ''
  return {
    anonymous: [
      { path: '/verifiko' },
      { path: '/verifiko?kodi=abc', status: 422 },
      { path: '/verifiko/0000-0000-0000', status: 404 },
      { path: `/verifiko/${await codeOf(issued)}` },
      { path: `/verifiko/${await codeOf(cancelled)}` },
      { path: '/verifiko', fields: { skedari: new File(['Jo ky'], 'shkresa.pdf') } },
      { path: '/shkresa/nuk-eshte-e-jona', status: 404 },
      { path: '/verifiko', fields: { skedari: new File([], '') }, status: 422 },
    ],
    clerk: [
      { path: '/zyra/shkresat' },
      { path: '/zyra/shkresat?q=nuk-ka' },
      { path: '/zyra/shkresa/e-re' },
      { path: `/zyra/shkresa/e-re?modeli=answer&gjuha=sr&institucioni=${bregas?.id}` },
      { path: '/zyra/shkresa/e-re', fields: { ...form, adresuesi: '', teksti: '{{x}}', dergesa: '' }, status: 422 },
      { path: `/zyra/shkresa/${draft}` },
      { path: `/zyra/shkresa/${draft}/ndryshimi` },
      { path: `/zyra/shkresa/${draft}/ndryshimi`, fields: { ...form, revisioni: '7' }, status: 409 },
      { path: `/zyra/shkresa/${issued}` },
      { path: `/zyra/shkresa/${issued}/anulimi`, fields: { arsyeja: '' }, status: 422 },
      { path: `/zyra/shkresa/${issued}/protokolli`, fields: { protokolli: '1' }, status: 422 },
      { path: `/zyra/shkresa/${issued}/dergimi`, fields: { menyra: '' }, status: 422 },
      { path: `/zyra/shkresa/${cancelled}` },
      { path: '/zyra/shkresat/modelet' },
      { path: `/zyra/shkresat/modelet/${own}` },
    ],
    administrator: [
      { path: '/zyra/shkresat/modelet' },
      { path: '/zyra/shkresat/modelet/i-ri?lloji=answer' },
      { path: '/zyra/shkresat/modelet/i-ri', fields: { ...template, teksti: '{{emri}}' }, status: 422 },
      { path: `/zyra/shkresat/modelet/${own}/ndryshimi` },
      { path: `/zyra/shkresat/modelet/${own}` },
    ],
    auditor: [{ path: '/zyra/shkresat' }, { path: `/zyra/shkresa/${issued}` }],
  }
}
