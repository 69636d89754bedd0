import type { RoomPages } from './page.ts'

/** The pages of the ways in: passkeys, recovery codes, linked identities, and taking a lost factor away. */
export const signInMeansPages: RoomPages = async (program) => {
  const { db } = program
  // Its pages are looked at long after its people have signed in.
  await db`update platform.sessions set proved_at = now() + interval '2 hours' where level = 2`
  // Nobody answers there: the page that says so is one of ours.
  const where = ['--issuer', 'http://127.0.0.1:9', '--client', 'kuvend', '--levels', 'urn:prove:low=low']
  await program.command('oidc', 'add', '--slug', 'prove', '--name', 'Ofrues prove', ...where)
  const idOf = async (name: string) => {
    const [row] = await db<{ id: string }[]>`select id from platform.accounts where name = ${name}`
    return row?.id ?? ''
  }
  const [clerk, passkey] = [await idOf('Shpresa Demo'), '00000000-0000-4000-8000-0000000000aa']
  await db`
    insert into platform.passkeys (id, account_id, credential_id, public_key, transports, name, synced, created_at)
    values (${passkey}, ${await idOf('Ilir Demo')}, 'e2e-celesi', ${Buffer.alloc(8)}, '{internal,hybrid}', 'Telefoni i punës', true, now()),
           (gen_random_uuid(), ${clerk}, 'e2e-celesi-2', ${Buffer.alloc(8)}, '{usb}', 'Çelësi USB', false, now())
    on conflict do nothing`
  const removal = `/zyra/njerezit/${clerk}/faktori/heqja`
  return {
    anonymous: [
      { path: '/hyr/me/prove', status: 503 },
      { path: '/hyr/me/prove/kthimi?code=x&state=y', status: 409 },
      { path: '/hyr/celesi', fields: { pergjigja: '{}' }, status: 409 },
    ],
    citizen: [{ path: '/llogaria/identitetet' }],
    official: [
      { path: '/llogaria/celesat' },
      { path: '/llogaria/celesat', fields: { emri: '' }, status: 422 },
      { path: '/llogaria/celesat', fields: { emri: 'Telefoni', pergjigja: '{}' }, status: 409 },
      { path: `/llogaria/celesat/${passkey}/heqja` },
      { path: `/llogaria/celesat/${passkey}/heqja`, fields: {}, status: 409 },
      { path: '/llogaria/kodet-rezerve' },
      { path: '/llogaria/kodet-rezerve', fields: { dergesa: 'x' } },
      { path: '/llogaria/identitetet' },
      { path: '/llogaria/konfirmimi?pastaj=/llogaria/celesat' },
      { path: '/llogaria/konfirmimi', fields: { kodi: '1' }, status: 422 },
    ],
    administrator: [{ path: removal }, { path: removal, fields: { arsyeja: 'po' }, status: 422 }],
    operator: [{ path: removal }],
  }
}
