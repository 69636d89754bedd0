import { withReturn } from '#platform/auth/return-path.ts'

/** Addresses of the ways in besides the mailed code, without language. */
export const meansUrls = {
  passkeyChallenge: '/hyr/celesi/sfida',
  passkeySignIn: '/hyr/celesi',
  passkeyFactor: '/hyr/faktori/celesi',
  recoverySignIn: (returnPath: string | null = null) => withReturn('/hyr/kodi-rezerve', returnPath),
  provider: (slug: string, returnPath: string | null = null) => withReturn(`/hyr/me/${slug}`, returnPath),
  linkAt: (slug: string) => `/hyr/me/${slug}?qellimi=lidhja`,
  proveAt: (slug: string, returnPath: string | null) =>
    `/hyr/me/${slug}?qellimi=konfirmimi${returnPath === null ? '' : `&pastaj=${encodeURIComponent(returnPath)}`}`,
  callback: (slug: string) => `/hyr/me/${slug}/kthimi`,
  passkeys: (returnPath: string | null = null) => withReturn('/llogaria/celesat', returnPath),
  removePasskey: (id: string) => `/llogaria/celesat/${id}/heqja`,
  recoveryCodes: '/llogaria/kodet-rezerve',
  identities: '/llogaria/identitetet',
  link: '/llogaria/identitetet/lidhja',
  unlink: (id: string) => `/llogaria/identitetet/${id}/heqja`,
  proof: (returnPath: string | null = null) => withReturn('/llogaria/konfirmimi', returnPath),
  proofByPasskey: '/llogaria/konfirmimi/celesi',
  proofOfDemonstration: '/llogaria/konfirmimi/demonstrim',
}

/** What a passkey is asked for, as the browser's script names it to the server. */
export const PASSKEY_PURPOSES = { hyrja: 'sign-in', faktori: 'second-factor', konfirmimi: 'confirm' } as const
