import { withReturn } from '#platform/auth/return-path.ts'

/** Addresses of signing in and of one's own account, without language. */
export const accountUrls = {
  signIn: (returnPath: string | null = null) => withReturn('/hyr', returnPath),
  code: (returnPath: string | null = null) => withReturn('/hyr/kodi', returnPath),
  secondFactor: (returnPath: string | null = null) => withReturn('/hyr/faktori', returnPath),
  demonstration: '/hyr/demonstrim',
  signOut: '/dil',
  account: '/llogaria',
  enrolment: (returnPath: string | null = null) => withReturn('/llogaria/faktori', returnPath),
  endSession: (id: string) => `/llogaria/seancat/${id}/mbyllja`,
  absence: () => '/llogaria/mungesa',
  endAbsence: (id: string) => `/llogaria/mungesa/${id}/mbarimi`,
  accesses: () => '/llogaria/kush-i-pa',
  newEmail: (token: string) => `/llogaria/adresa/${token}`,
  invitation: (token: string) => `/ftesa/${token}`,
  endOtherSessions: '/llogaria/seancat/te-tjerat/mbyllja',
}
